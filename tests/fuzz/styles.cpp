// Any text as the styles of a workbook, which is then read and written on.
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/edit/annotate.h"
#include "xlsx/read/workbook.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string rows = R"(<row r="1"><c r="A1" s="1"><v>0.947</v></c><c r="B1" s="9"/></row>)";
    const std::string bytes =
        support::workbook({{"xl/worksheets/sheet1.xml", rows}, {"xl/styles.xml", fuzz::text_of(data, size)}});
    auto package = xlsx::Package::open(bytes, "any.xlsx");
    fuzz::must(package.has_value(), "the workbook around the styles is sound");
    if (const auto workbook = xlsx::Workbook::open(*package)) (void)workbook->read_all();
    cells::Marks marks;
    marks.cells = {{.sheet = "Sheet1",
                    .at = {1, 1},
                    .note = "a note",
                    .colours = cells::Colours{"00B050", "000000"},
                    .value = cells::Date{std::chrono::year{2016} / 9 / 30}}};
    if (!xlsx::annotate(*package, marks, {})) return 0;
    fuzz::must(xlsx::clear(*package, {}).value_or(false), "what was written can be taken off");
    fuzz::must(package->save() == bytes, "and leaves the workbook as it was");
    return 0;
}
