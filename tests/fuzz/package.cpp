// Any bytes as a workbook: opened, every part read, saved.
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "xlsx/lint/lint.h"
#include "xlsx/read/workbook.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes = fuzz::text_of(data, size);
    auto package = xlsx::Package::open(bytes, "any.xlsx");
    if (!package) {
        fuzz::must(!package.error().what.empty() && !package.error().next.empty(), "a refusal is a sentence");
        return 0;
    }
    fuzz::must(package->save() == bytes, "what is not changed is saved as it was");
    for (const std::string& part : package->parts()) {
        const auto text = package->text(part);
        fuzz::must(text || !text.error().what.empty(), "a part is read or refused with a sentence");
    }
    xlsx::lint(*package);
    fuzz::must(package->save() == bytes, "looking changes nothing");
    if (const auto workbook = xlsx::Workbook::open(*package)) (void)workbook->read_all();
    return 0;
}
