#pragma once
// What a council's workbooks look like, as the framework file says: which tables and forms there are, and
// what their headings say. Tables are found by their headings, never by addresses. Data only; find_table.h
// finds them, records/read_plan.h and records/read_return.h list the fields that they read.
//
// A heading is given as a pattern. It is compared as folded() compares: case, spaces, punctuation, "%" and
// "percentage" do not count. In a pattern
//   {year}      stands for a financial year in any spelling: "2016-17", "2016/2017", "16/17"
//   {quarter}   stands for a quarter in any spelling: "Q1", "Quarter 1", "Qtr. 1"; "Q{quarter}" says the same
//   2016-17, Q1 written out ask for that year or quarter alone, in any spelling

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// One column, or a family of columns where its patterns hold {year} or {quarter}: "Q{quarter}" under
/// "{year} profiled target" is every quarter of every year so headed. Several columns may have one field:
/// each is another place to find it ("{year}" under "Annual target", and "Target" under "{year}").
struct LayoutColumn {
    std::string field; ///< "actual", "target"; what records call it
    /// What the lowest heading of the column says, any of these.
    std::vector<std::string> headings;
    /// What stands over it, any of these; empty: anything or nothing. Levels are divided by " / ", from the
    /// top: "{year} / Profiled target"; others may stand between. Where a heading fits two columns of the
    /// layout, the one with parents has it, then the one listed first.
    std::vector<std::string> parents;
    bool required = false; ///< no table without it; of a family, one member at least
    bool output = false;   ///< Outturn writes its answer here
};

/// A table: a header of one to three rows, and the rows under it. It is looked for on the sheets named, then
/// on all others, then on hidden ones; the first of these three that has it decides.
struct LayoutTable {
    std::string id;                  ///< "indicators"
    std::string name;                ///< what messages call it: "table of indicators"
    std::string key;                 ///< the field that makes a row a record: "ref"
    std::vector<std::string> sheets; ///< names, folded when compared; may be empty
    std::vector<LayoutColumn> columns;
    /// Words that make a row a total: as the whole of its first cell, or at the start of what stands where
    /// the key should ("Total", "Average").
    std::vector<std::string> totals;
    bool required = true;
};

/// Label and value pairs on a cover sheet, the values right of the labels, under them, or in their cells
/// behind a colon. The sheet is looked for as a table's is; a sheet has the form when it has all required
/// labels.
struct LayoutForm {
    std::string id;
    std::string name;
    std::vector<std::string> sheets;
    std::vector<LayoutColumn> fields; ///< headings are the labels; parents and output mean nothing here
};

/// One kind of workbook.
struct Layout {
    std::string id;   ///< "plan", "return"
    std::string name; ///< "outcome plan"
    LayoutForm cover;
    std::vector<LayoutTable> tables;
    std::vector<std::string> template_versions; ///< "QR-2016-1"; current first
};

} // namespace engine
