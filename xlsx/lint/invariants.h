#pragma once
// What must hold of a workbook if Excel is to open it without an offer to repair it, and lose nothing: the
// catalogue. Each invariant is declared here once; a check that names one which is not here does not compile.
// No check is here: those are in the files named after what they look at.

#include <algorithm>
#include <array>
#include <string_view>

namespace xlsx {

struct Invariant {
    std::string_view id;
    std::string_view sentence; ///< what holds of a sound workbook
    std::string_view remedy;   ///< what whoever made the file should do
};

/// In the order of the printed page.
inline constexpr auto invariants = std::to_array<Invariant>({
    {"X1", "every part can be read: well-formed XML, and no element has an attribute twice",
     "Mend or leave out the part; Excel drops it whole"},

    {"Z1", "an entry whose sizes are said to follow its data has that record behind it",
     "Write the sizes before the data and clear bit 3 of the flags"},
    {"Z2", "the record behind an entry's data says what the directory says",
     "Leave the records out, or copy them at their own width"},
    {"Z3", "wide (zip64) records stand only where a size, an offset or a count needs them",
     "Write the narrow records"},
    {"Z4", "an entry's own header and the directory agree on name, flags, method, checksum and sizes",
     "Write both from one source"},
    {"Z5",
     "entries are stored or deflated, without a password, no two of one name; nothing stands before, "
     "between or behind them",
     "Write the archive anew, to its exact length"},
    {"Z6", "entries have ASCII names, or UTF-8 ones that say so", "Give parts ASCII names"},

    {"P1", "every part has exactly one content type", "Add the missing Override, take the second away"},
    {"P2", "no content type is listed for a part that is not there, nor for the list itself",
     "Take the Override away with its part"},
    {"P3", "the workbook's type agrees with its macros and its name",
     "Give the workbook part the type of its extension"},
    {"P4", "relationships have ids of their own and lead to parts; every id used is there and of its kind",
     "Add the relationship before its id is used, and take it away with its part"},
    {"P5", "a target outside the package is said to be external, one inside stays inside",
     "Set TargetMode, or write the path from the part"},
    {"P6", "names of parts have '/' between their segments and no segment is empty or ends in a dot",
     "Rename the part, its content type and its relationships"},
    {"P7", "prefixes that a reader may ignore, or must understand, are declared",
     "Keep every xmlns of the root when a part is rewritten"},
    {"P8", "the document properties list as many titles as they count, and every sheet among them",
     "Add a sheet to TitlesOfParts, its size and HeadingPairs, all three"},
    {"P9", "a signed workbook is as it was signed", "Ask for a copy without the signature"},
    {"P10", "sensitivity labels are related to the package and stay as they were",
     "Copy docMetadata and docProps/custom.xml byte for byte"},
    {"P11", "macros, printer settings, external links, pivot records, controls and persons stay as they were",
     "Copy the part byte for byte"},

    {"W1", "every sheet has a number and a part of its own", "Number a new sheet one above the highest"},
    {"W2", "names belong to sheets that exist, by position", "Append sheets; else renumber localSheetId"},
    {"W3", "names are legal, unique where they apply, and stand for something", "Rename or remove the name"},
    {"W4", "print areas, titles and filter names name their own sheet",
     "Write the sheet's name, in quotes where it needs them"},
    {"W5", "sheet names are ones that Excel takes, each once",
     "At most 31 characters, none of \\ / ? * [ ] :, no quote at an end"},
    {"W6", "a sheet is visible; the one shown first exists and is among those selected",
     "Mend activeTab, or take tabSelected off the others"},
    {"W7", "a protected workbook stays protected", "Keep workbookProtection as it is written"},
    {"W8", "a workbook whose formulas lack their values is calculated on load", "Set fullCalcOnLoad"},

    {"S1", "elements stand in the order of the schema", "Put the element in its place"},
    {"S2", "no list is empty", "Take the list away with its last entry"},
    {"S3", "rows and cells ascend, each once, each cell in its row", "Insert in order"},
    {"S5", "a part's elements are in the namespace of its root, and all parts in one family",
     "Write with the prefix that the part uses"},
    {"S6", "a cell's type and its value agree", "Change t with v"},
    {"S7", "metadata that cells refer to is there", "Drop cm and vm with the formula they belong to"},
    {"S8", "formats that cells, rows and columns refer to are there, no more than 64,000",
     "Append to cellXfs before its index is used"},
    {"S9", "no part holds characters that XML cannot", "Write _xHHHH_ in strings, else leave them out"},
    {"S10", "texts, formulas, addresses and lists keep to Excel's limits", "Shorten or split them"},
    {"S11", "blanks at the ends of a text are marked as kept", "Add xml:space=\"preserve\" to the t element"},
    {"S12", "the table of strings counts right", "Correct uniqueCount or leave it out"},
    {"S13", "counts are right", "Correct the count or leave it out"},
    {"S14", "the sheet's dimension is a range", "Correct it or leave it out"},
    {"S15", "column definitions do not overlap", "Split them"},

    {"Y1", "formats use fonts, fills, borders, number formats and styles that exist",
     "Append what the format uses first"},
    {"Y2", "traits of a differential format are in order",
     "font, numFmt, fill, alignment, border, protection"},
    {"Y3", "the first two fills are none and gray125", "Append fills; Excel takes the first two for its own"},
    {"Y4", "colours have eight hexadecimal digits", "Write alpha, red, green, blue"},
    {"Y5", "formats are added at the end, so that no index moves", "Append only"},

    {"D1", "differential formats that rules, tables and styles use are there", "Append the dxf first"},
    {"D2", "conditional formats have a priority", "Give it one above the highest"},
    {"D3", "Excel 2010's formats stand in one extension, and belong to rules that are there",
     "Keep the pair of ids in both places"},
    {"D4", "conditional formats and validations stand on cells", "Correct sqref, or take the rule away"},
    {"D5", "a rule has the formula or scale that its type needs", "Write it, or take the rule away"},
    {"D6", "no cell has two validations", "Take one of the two away"},

    {"M1", "merges do not overlap", "Take one away"},
    {"M2", "a merge is more than one cell", "Take it away"},
    {"M3", "no merge lies in a table", "Take it away"},
    {"F1", "a shared formula has its first cell before the others, in the range that it names",
     "Write the formula out in the cells that lose it"},
    {"F2", "an array formula fills a range of its own that starts at its cell", "Write the range anew"},
    {"H1", "hyperlinks stand on cells", "Correct ref, or take the link away"},

    {"N1", "notes, their drawing and the sheet's reference to it are all there, or none",
     "Write comments, drawing, legacyDrawing, relationships and types together"},
    {"N2", "numbers of boxes are the drawing's own, in the whole workbook",
     "Claim a block of 1,024 that no drawing has"},
    {"N3", "controls and embedded objects keep their shapes; header pictures have a drawing of their own",
     "Append to a drawing, never replace it"},
    {"N5", "one note a cell, with an author and a box on that cell", "Move note and box together"},
    {"N6", "a thread has its placeholder note, its persons and its parents", "Leave placeholder notes alone"},
    {"N7", "boxes lie within the grid", "Move the box up or left"},

    {"T1", "every table has a number of its own, and is listed on its sheet",
     "Number it one above the highest"},
    {"T2", "every table has a legal name, which nothing else has", "Rename it"},
    {"T3", "a table's columns are as many as its range has, and have ids of their own",
     "Correct ref or tableColumns"},
    {"T4", "heads say what the columns are called", "Rename the column with its head"},
    {"T5", "no two columns of a table are called alike", "Rename one"},
    {"T6", "a table's filter covers heads and rows, not totals; none where there are no heads",
     "Correct the filter's ref"},
    {"T7", "neither tables nor the sheet's own filter overlap", "Take the filter away, or move a table"},
    {"K1", "the calculation chain lists formulas only", "Take the entry away, or the whole part"},
    {"K2", "the calculation chain is not empty", "Take the part away, with its type and relationship"},

    {"G1", "objects of a drawing have numbers of their own", "Number a new one above the highest"},
    {"G2", "anchors lie within the grid and end where they start or after it", "Move the anchor"},
    {"G3", "charts refer to sheets that exist", "Rename the sheet in the chart's formulas too"},
    {"Q1", "a pivot table's cache is listed in the workbook", "List it in pivotCaches"},
    {"Q2", "a pivot's source is a range, and is there when it is refreshed on load",
     "Correct worksheetSource"},
});

/// Its declaration. Requires: the id is declared.
constexpr const Invariant& invariant(std::string_view id) {
    return *std::ranges::find(invariants, id, &Invariant::id);
}

/// The id of a declared invariant; any other does not compile.
class InvariantId {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a literal is meant to become one
    consteval InvariantId(const char* id) : text_(id) {
        if (invariant_is_missing(text_)) not_declared();
    }
    constexpr std::string_view text() const { return text_; }

private:
    static constexpr bool invariant_is_missing(std::string_view id) {
        return std::ranges::find(invariants, id, &Invariant::id) == invariants.end();
    }
    static void not_declared() {} // no constant expression: the compiler stops at the call

    std::string_view text_;
};

} // namespace xlsx
