// Faults of tables.
#include "tests/xlsx/lint/mutant.h"

namespace support {

static const std::string table = "xl/tables/table1.xml";
static const std::string areas = "xl/tables/table2.xml";
static const std::string lists = "xl/worksheets/sheet2.xml";

static Mutant change(std::string sentence, std::string invariant, const std::string& part, std::string was,
                     std::string is) {
    return {std::move(sentence), std::move(invariant), Mutant::Edit::change, part,
            std::move(was),      std::move(is)};
}

std::vector<Mutant> table_mutants() {
    return {
        change("two tables have one number", "T1", areas, R"(id="2" name="Areas")", R"(id="1" name="Areas")"),
        change("a table without number", "T1", areas, R"(id="2" name="Areas")", R"(name="Areas")"),
        change("a table is not listed on its sheet", "T1", lists,
               R"(<tableParts count="1"><tablePart r:id="rId2"/></tableParts>)", ""),
        change("two tables have one name", "T2", areas, R"(displayName="Areas")",
               R"(displayName="INDICATORS")"),
        change("a table has a defined name's name", "T2", areas, R"(displayName="Areas")",
               R"(displayName="Total")"),
        change("a table's name has a blank", "T2", areas, R"(displayName="Areas")",
               R"(displayName="All areas")"),
        change("a table's name is a cell's", "T2", areas, R"(displayName="Areas")",
               R"(displayName="AR2016")"),
        change(
            "a column too few", "T3", areas,
            R"(<tableColumns count="2"><tableColumn id="1" name="Area"/><tableColumn id="2" name="Homes"/>)",
            R"(<tableColumns count="1"><tableColumn id="1" name="Area"/>)"),
        change("two columns have one id", "T3", areas, R"(<tableColumn id="2" name="Homes"/>)",
               R"(<tableColumn id="1" name="Homes"/>)"),
        change("a table without range", "T3", areas, R"( displayName="Areas" ref="B1:C3")",
               R"( displayName="Areas" ref="")"),
        change("the columns are counted wrongly", "S13", areas, R"(<tableColumns count="2">)",
               R"(<tableColumns count="3">)"),
        change("a head says something else", "T4", lists, R"(<v>Homes</v>)", R"(<v>Houses</v>)"),
        change("a head's shared text says something else", "T4", "xl/sharedStrings.xml", "<t>Status</t>",
               "<t>RAG</t>"),
        change("a head is a number", "T4", lists, R"(<c r="C1" t="str"><v>Homes</v>)",
               R"(<c r="C1"><v>2016</v>)"),
        change("two columns have one name", "T5", table, R"(id="3" name="Status")",
               R"(id="3" name="ACTUAL")"),
        change("the filter leaves out a row", "T6", areas, R"(<autoFilter ref="B1:C3"/>)",
               R"(<autoFilter ref="B1:C2"/>)"),
        change("the filter covers the totals", "T6", areas, R"(totalsRowShown="0")", R"(totalsRowCount="1")"),
        change("a filter without heads", "T6", areas, R"(totalsRowShown="0")", R"(headerRowCount="0")"),
        change("the sheet's own filter lies on a table", "T7", lists, "</sheetData>",
               R"(</sheetData><autoFilter ref="C1:E9"/>)"),
    };
}

} // namespace support
