// Faults of the workbook part: sheets, names, what is shown first; and of the calculation chain.
#include "tests/xlsx/lint/mutant.h"

namespace support {

static const std::string book = "xl/workbook.xml";
static const std::string chain = "xl/calcChain.xml";

static Mutant change(std::string sentence, std::string invariant, std::string was, std::string is,
                     const std::string& part = book) {
    return {std::move(sentence), std::move(invariant), Mutant::Edit::change, part,
            std::move(was),      std::move(is)};
}

static Mutant named(std::string sentence, std::string invariant, const std::string& name) {
    return change(std::move(sentence), std::move(invariant), "</definedNames>", name + "</definedNames>");
}

std::vector<Mutant> workbook_mutants() {
    return {
        change("two sheets have one number", "W1", R"(sheetId="5")", R"(sheetId="4")"),
        change("two sheets are one part", "W1", R"(sheetId="5" r:id="rId3")", R"(sheetId="5" r:id="rId2")"),
        change("a name belongs to a fourth sheet of three", "W2", R"(name="Total")",
               R"(name="Total" localSheetId="3")"),
        named("a name is defined twice, but for capitals", "W3",
              R"(<definedName name="TOTAL">1</definedName>)"),
        change("a name stands for nothing", "W3", ">'Q1 return'!$C$6<", "><"),
        named("a name has a blank", "W3", R"(<definedName name="Grand total">1</definedName>)"),
        named("a name starts with a digit", "W3", R"(<definedName name="2016_total">1</definedName>)"),
        named("a name is a cell's", "W3", R"(<definedName name="Q12016">1</definedName>)"),
        change("the print area stands on another sheet", "W4", "'Q1 return'!$B$1", "Lists!$B$1"),
        change("the print area's sheet has lost its blank", "W4", "'Q1 return'!$B$1", "Q1return!$B$1"),
        change("two sheets have one name, but for capitals", "W5", R"(name="Pivot")", R"(name="LISTS")"),
        change("a sheet's name has brackets", "W5", R"(name="Pivot")", R"(name="Pivot [old]")"),
        change("a sheet's name ends in a quote", "W5", R"(name="Pivot")", R"(name="Pivot'")"),
        change("a sheet's name has 32 characters", "W5", R"(name="Pivot")",
               R"(name="A pivot table of homes by ward 1")"),
        change("a sheet has no name", "W5", R"(name="Pivot")", R"(name="")"),
        change("the sheet shown first is not there", "W6", R"(activeTab="0")", R"(activeTab="3")"),
        change("the sheet shown first is not the one selected", "W6", R"(activeTab="0")", R"(activeTab="1")"),
        change(
            "no sheet is visible", "W6",
            R"(<sheet name="Q1 return" sheetId="1" r:id="rId1"/><sheet name="Lists" sheetId="4" r:id="rId2"/><sheet name="Pivot")",
            R"(<sheet name="Q1 return" state="hidden" sheetId="1" r:id="rId1"/><sheet name="Lists" state="hidden" sheetId="4" r:id="rId2"/><sheet state="hidden" name="Pivot")"),
        change("a formula has lost its value and nothing is calculated on load", "W8",
               "<f>Total*2</f><v>25.894</v>", "<f>Total*2</f>", "xl/worksheets/sheet2.xml"),
        change("the views stand behind the sheets", "S1", R"(<calcPr calcId="191029"/>)",
               R"(<calcPr calcId="191029"/><bookViews/>)"),
        change("calcPr stands before the names", "S1", "<definedNames>", "<calcPr/><definedNames>"),
        change("the chain lists a cell without formula", "K1", R"(r="C6")", R"(r="C5")", chain),
        change("the chain lists a sheet that is not there", "K1", R"(r="A1" i="4")", R"(r="A1" i="3")",
               chain),
        change("the chain is empty", "K2",
               R"(<c r="C6" i="1"/><c r="D6"/><c r="D7"/><c r="A1" i="4"/><c r="A3" a="1"/>)", "", chain),
        change("the pivot table's cache is not in the workbook", "Q1", R"(cacheId="7")", R"(cacheId="8")"),
        change("the pivot's source is no range", "Q2", R"(ref="B1:C3")", R"(ref="B1:3C")",
               "xl/pivotCache/pivotCacheDefinition1.xml"),
        change("the pivot's source sheet is not there", "Q2", R"(sheet="Lists")", R"(sheet="Homes")",
               "xl/pivotCache/pivotCacheDefinition1.xml"),
    };
}

} // namespace support
