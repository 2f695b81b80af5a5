#include "tools/outturn/incoming.h"

#include "tools/files/fingerprint.h"
#include "tools/files/read_file.h"
#include "xlsx/read/workbook.h"

namespace outturn {

std::expected<OpenedWorkbook, cells::Error> open_workbook(const std::filesystem::path& path,
                                                          std::string name) {
    auto bytes = files::read_file(path, xlsx::Limits{}.file_bytes);
    if (!bytes) return std::unexpected(std::move(bytes).error());
    std::string sha256 = files::sha256(*bytes);
    auto package = xlsx::Package::open(*std::move(bytes), name);
    if (!package) return std::unexpected(std::move(package).error());
    auto workbook = xlsx::Workbook::open(*package);
    if (!workbook) return std::unexpected(std::move(workbook).error());
    auto sheets = workbook->read_all();
    if (!sheets) return std::unexpected(std::move(sheets).error());
    return OpenedWorkbook{.incoming = {.path = path,
                                       .name = std::move(name),
                                       .sha256 = std::move(sha256),
                                       .package = *std::move(package),
                                       .outputs = {}},
                          .sheets = *std::move(sheets)};
}

} // namespace outturn
