#pragma once
// How figures, dates and statuses look in a report: the values that slots are filled with. Words and colours
// are the framework's; number formats follow the unit and the precision that the plan publishes.

#include "engine/cells/slots.h"
#include "engine/status/decided.h"

#include <string>
#include <string_view>

namespace engine {

cells::SlotValue text_slot(std::string text); ///< nothing to show for an empty text
cells::SlotValue number_slot(std::int64_t number);
/// A date; where a word stood for one ("Spring 2017"), that word.
cells::SlotValue date_slot(const DateField& date);
/// A figure of the indicator; where there is no value, what the cell said of it ("<5", "TBC").
cells::SlotValue figure_slot(const Figure& figure, const Indicator& indicator);

/// The word, never the colour alone (CW-34).
cells::SlotValue status_slot(StatusRole role, const Framework& framework);
cells::SlotValue action_slot(ActionStatus status, const Framework& framework);
/// The symbol and the word (CW-34).
cells::SlotValue direction_slot(Direction direction, const Framework& framework);

/// The year's target; a good range without one reads "4.0 to 6.0".
cells::SlotValue target_slot(const IndicatorDecided& decided);
/// The figure that the direction of travel was compared with.
cells::SlotValue last_slot(const IndicatorDecided& decided);

/// A published definition as one text, its bullets on lines of their own, letter for letter.
std::string definition_text(const std::vector<std::string>& definition, std::string_view joined = {});

} // namespace engine
