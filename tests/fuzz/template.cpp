// Any text as the worksheet of a template, filled.
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/fill/fill.h"

static cells::Slots slots() {
    cells::Slots slots;
    slots.root.fields["title"] = {.value = "Scorecard", .number_format = {}, .colours = {}};
    for (int outcome = 0; outcome < 2; ++outcome) {
        cells::SlotScope scope;
        scope.fields["name"] = {.value = "Outcome", .number_format = {}, .colours = {}};
        for (int indicator = 0; indicator < 3 * outcome; ++indicator) {
            cells::SlotScope row;
            row.fields["actual"] = {.value = cells::Decimal(indicator),
                                    .number_format = "0.0%",
                                    .colours = cells::Colours{"FF0000", "FFFFFF"}};
            row.fields["name"] = {.value = "Indicator", .number_format = {}, .colours = {}};
            scope.blocks["indicator"].push_back(std::move(row));
        }
        scope.blocks.try_emplace("indicator");
        slots.root.blocks["outcome"].push_back(std::move(scope));
    }
    return slots;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const cells::Slots filling = slots();
    const std::string bytes = support::workbook({{"xl/worksheets/sheet1.xml", fuzz::text_of(data, size)}});
    auto package = xlsx::Package::open(bytes, "any.xlsx");
    fuzz::must(package.has_value(), "the workbook around the template is sound");
    const auto before = package->save();
    const auto seen = xlsx::preview(*package, filling);
    fuzz::must(package->save() == before, "a preview changes nothing");
    const auto filled = xlsx::fill(*package, filling);
    fuzz::must(seen.has_value() || !filled.has_value(), "what can be filled can be previewed");
    return 0;
}
