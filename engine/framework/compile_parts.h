#pragma once
// The parts of compile(): each takes its tables from the file's top and fills its part of the framework.
// The compiler's own: nobody else includes it.

#include "engine/framework/framework.h"
#include "engine/framework/section.h"

namespace engine {

/// [[status]], [[direction]], [[action_status]]: words, colours, published definitions.
void compile_words(Section& top, Framework& framework);
/// [[band]]. Requires: compile_words has run.
void compile_bands(Section& top, Framework& framework);
/// [settings], [slippage], [duties]. Requires: compile_bands has run.
void compile_settings(Section& top, Framework& framework);
/// [plan], [return].
void compile_layouts(Section& top, Framework& framework);
/// [[report]], [[principle]].
void compile_reports(Section& top, Framework& framework);

/// One item of a list that is named once: says so where `seen` has it already.
void name_once(Section& section, std::string_view key, const std::string& name,
               std::vector<std::string>& seen);

} // namespace engine
