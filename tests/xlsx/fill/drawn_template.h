#pragma once
// Templates and their slots drawn in a test as text, filled, and given back in the same drawing: a line a
// row,
// '|' between cells. "=" begins a formula, a number is one, anything else is text; what is blank has no cell.

#include "engine/cells/slots.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/package/package.h"

#include <string>
#include <string_view>

namespace drawn {

/// Slots as lines of "block key=value; key=value"; two blanks more make a block within the block above.
/// Values: numbers, dates (2016-09-30), "-" for nothing, else text. "block none" is a block without scopes.
cells::Slots slots(std::string_view lines);

/// A worksheet's rows. Rows are numbered from 1; a line "..." leaves rows out up to the number that follows
/// it.
std::string rows(std::string_view drawing);
/// A whole worksheet part of these rows, with what stands before and behind sheetData.
std::string sheet(std::string_view drawing, std::string_view behind = {}, std::string_view before = {});

/// A template of one sheet, or of these parts.
xlsx::Package package(std::string_view drawing, std::string_view behind = {});
xlsx::Package package(support::Parts parts);

/// Fills, and requires that it works.
void fill(xlsx::Package& package, const cells::Slots& slots);
/// The first sheet of the filled template, drawn.
std::string filled(std::string_view drawing, const cells::Slots& slots);
/// The message where the template cannot be filled.
std::string refusal(xlsx::Package package, const cells::Slots& slots);

/// A sheet of a package, drawn: formulas, not their cached values. A formula that has one is shown with it:
/// "=A1 -> 7".
std::string draw(xlsx::Package& package, std::string_view part = "xl/worksheets/sheet1.xml");
std::string text(xlsx::Package& package, std::string_view part = "xl/worksheets/sheet1.xml");
/// The piece of a part from `from` through `to`; empty where it is not there.
std::string piece(xlsx::Package& package, std::string_view from, std::string_view to,
                  std::string_view part = "xl/worksheets/sheet1.xml");

} // namespace drawn
