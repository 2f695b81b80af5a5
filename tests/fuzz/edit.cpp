// Any text as a worksheet that is written on and cleared again.
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/edit/annotate.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = support::workbook({{"xl/worksheets/sheet1.xml", fuzz::text_of(data, size)}});
    auto package = xlsx::Package::open(bytes, "any.xlsx");
    fuzz::must(package.has_value(), "the workbook around the sheet is sound");
    cells::Marks marks;
    marks.list_sheet = "Findings";
    marks.list = {{.sheet = "Sheet1", .at = {2, 1}, .columns = {"V001", "a finding"}, .colours = {}}};
    marks.cells = {
        {.sheet = "Sheet1",
         .at = {1, 1},
         .note = "a note",
         .colours = cells::Colours{"00B050", "000000"},
         .value = {}},
        {.sheet = "Sheet1", .at = {2, 1}, .note = {}, .colours = {}, .value = "Green"},
        {.sheet = "Sheet1", .at = {2, 3}, .note = "another", .colours = {}, .value = cells::Decimal(7)}};
    if (!xlsx::annotate(*package, marks, {})) return 0;
    const std::string once = package->save();
    fuzz::must(xlsx::annotate(*package, marks, {}).has_value() && package->save() == once, "twice is once");
    fuzz::must(xlsx::clear(*package, {}).value_or(false), "what was written can be taken off");
    fuzz::must(package->save() == bytes, "and leaves the workbook as it was");
    return 0;
}
