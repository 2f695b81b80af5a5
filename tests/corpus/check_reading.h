#pragma once
// Reads a workbook of somebody else's and says all its values; saves it as it is.

#include "xlsx/package/package.h"

#include <string>

namespace corpus {

/// Says "sheet" with its name for each sheet that holds cells, "other" for charts, dialogues and macro
/// sheets, and "cell" with sheet, address, kind and value for each cell that holds anything; or "refused"
/// with the kind of error and the sentence. True if all of it could be read.
bool check_reading(xlsx::Package& package);

/// Says "wrong" where saving the unchanged package does not give the input's bytes.
void check_saving(const xlsx::Package& package, const std::string& bytes);

/// Says "refused", and "wrong" where the error lacks one of its three sentences.
void say_refused(const cells::Error& error);

} // namespace corpus
