#pragma once
// The grammar of dates typed as text. Day before month, always; a text that could be two dates is none.

#include "engine/figures/date_field.h"

#include <optional>
#include <string_view>

namespace engine {

/// What a text says: the kind, and the day where it names one.
struct ReadDate {
    DateField::Kind kind = DateField::Kind::unreadable;
    std::optional<cells::Date> date;
};

ReadDate read_date_text(std::string_view text, End end, unsigned first_month);

} // namespace engine
