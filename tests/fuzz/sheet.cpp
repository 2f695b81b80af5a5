// Any text as a worksheet: read, and read again in a form that says the same and goes the slow way.
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/support/workbook_builder.h"
#include "xlsx/read/workbook.h"

static std::expected<cells::Sheet, cells::Error> read(const std::string& part) {
    static const std::string strings = "<sst><si><t>zero</t></si><si><t>one</t></si></sst>";
    auto package = xlsx::Package::open(
        support::workbook({{"xl/worksheets/sheet1.xml", part}, {"xl/sharedStrings.xml", strings}}),
        "any.xlsx");
    fuzz::must(package.has_value(), "the workbook around the sheet is sound");
    const auto workbook = xlsx::Workbook::open(*package);
    if (!workbook) return std::unexpected(workbook.error());
    return workbook->read(0);
}

/// Rows named with a prefix of the default namespace are as good, and are not plain.
static std::string in_slow_form(std::string part) {
    for (auto row = part.find("<row"); row != std::string::npos; row = part.find("<row", row + 1)) {
        const auto end = part.find('>', row);
        if (end == std::string::npos) break;
        if (part[end - 1] != '/') part.insert(end + 1, "<!-- -->");
    }
    return part;
}

static bool same(const cells::Cell& one, const cells::Cell& other) {
    return one.at == other.at && one.kind == other.kind && one.shown == other.shown
           && one.number == other.number && one.text == other.text && one.formula == other.formula
           && one.uncalculated == other.uncalculated;
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string part = fuzz::text_of(data, size);
    // A comment within quotes or CDATA would not be one.
    if (part.find('!') != std::string::npos || part.find("<?") != std::string::npos) {
        (void)read(part);
        return 0;
    }
    const auto plain = read(part), slow = read(in_slow_form(part));
    fuzz::must(plain.has_value() == slow.has_value(), "both ways read the sheet, or neither");
    if (!plain) return 0;
    fuzz::must(plain->cells.size() == slow->cells.size(), "both ways find the same cells");
    for (std::size_t i = 0; i < plain->cells.size(); ++i)
        fuzz::must(same(plain->cells[i], slow->cells[i]), "both ways make the same of a cell");
    return 0;
}
