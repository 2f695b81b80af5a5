#pragma once
// What a council's workbooks look like, as the framework file says: which tables and forms there are, and
// what their headings say. Tables are found by their headings, never by addresses. Data only; see
// find_table.h.

#include <cstdint>
#include <string>
#include <vector>

namespace engine {

/// One column. Over years and quarters it is a family: "{year} / Q{n}" stands for 2016-17 over Q1 to Q4.
struct LayoutColumn {
    std::string field; ///< "actual", "target"; what records call it
    std::vector<std::string>
        headings; ///< what the lowest header row says, any of these: "Actual", "Q{quarter}"
    std::vector<std::string> parents; ///< what stands over it, any of these; empty: anything or nothing
    bool required = false;
    bool output = false; ///< Outturn writes its answer here
};

/// A table: a header of one to three rows, and the rows under it.
struct LayoutTable {
    std::string id;                  ///< "indicators"
    std::string name;                ///< what messages call it: "table of indicators"
    std::string key;                 ///< the field that makes a row a record: "ref"
    std::vector<std::string> sheets; ///< sheets looked at first, by name; all others after
    std::vector<LayoutColumn> columns;
    std::vector<std::string> totals; ///< words in the first cells that make a row a total: "Total", "Average"
    bool required = true;
};

/// Label and value pairs on a cover sheet, the value right of the label or under it.
struct LayoutForm {
    std::string id;
    std::string name;
    std::vector<std::string> sheets;
    std::vector<LayoutColumn> fields; ///< headings are the labels
};

/// One kind of workbook.
struct Layout {
    std::string id;   ///< "plan", "return"
    std::string name; ///< "outcome plan"
    LayoutForm cover;
    std::vector<LayoutTable> tables;
    std::vector<std::string> template_versions; ///< current first
};

} // namespace engine
