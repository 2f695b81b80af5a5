#include "xlsx/edit/calculation_chain.h"

#include "xlsx/edit/related.h"
#include "xlsx/read/attributes.h"

#include <set>

namespace xlsx {

using cells::Address;
using cells::Error;

std::expected<void, Error> forget_formulas(EditRun& run,
                                           const std::map<std::string, std::vector<Address>>& replaced) {
    if (replaced.empty()) return {};
    Package& package = run.package();
    auto part = related_part(package, package.workbook_part(), "calcChain");
    if (!part) return std::unexpected(std::move(part.error()));
    if (part->empty()) return {};
    auto text = run.edits().text(*part);
    if (!text) return std::unexpected(std::move(text.error()));
    const auto chain = outline(*text);
    if (!chain) return {};

    std::set<std::pair<std::uint32_t, Address>> gone;
    for (const auto& [name, cells] : replaced)
        if (const ListedSheet* sheet = run.workbook().find(name))
            for (const Address at : cells)
                gone.emplace(number_attribute(sheet->element.tag, "sheetId").value_or(0), at);

    Splices edits;
    std::size_t left = 0;
    std::uint32_t sheet_id = 0;
    std::uint32_t last_kept = 0; // an entry without i is on the sheet of the one before it
    for (const XmlElement& entry : chain->children) {
        const auto own_id = number_attribute(entry.tag, "i");
        sheet_id = own_id.value_or(sheet_id);
        const auto at = cells::parse_address(attribute(entry.tag, "r").value_or(""));
        if (at && gone.contains({sheet_id, *at})) {
            edits.erase(entry.offset(), entry.end - entry.offset());
            continue;
        }
        if (!own_id && sheet_id != last_kept)
            set_attribute(edits, *text, entry.tag, "i", std::to_string(sheet_id));
        last_kept = sheet_id;
        ++left;
    }
    if (left == 0) return run.edits().drop(package.workbook_part(), *part);
    run.edits().of(*part) = std::move(edits);
    return {};
}

} // namespace xlsx
