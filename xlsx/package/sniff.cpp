#include "xlsx/package/sniff.h"

#include "engine/cells/ascii.h"
#include "xlsx/package/compound_file.h"
#include "xlsx/package/text_encoding.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <vector>

namespace xlsx {

using cells::Error;

static constexpr std::string_view save_as_xlsx = "Open it in Excel and save it as an Excel workbook (.xlsx)";
static constexpr std::string_view send_workbook = "Send the Excel workbook (.xlsx) instead";
static constexpr std::string_view send_again = "Copy or download it again, or ask for it to be sent again";

static Error is_not(std::string name, std::string_view what, std::string_view next) {
    return {Error::Kind::not_a_workbook, std::move(name), std::string(what), std::string(next)};
}

bool starts_as_zip(std::string_view bytes) {
    return bytes.starts_with("PK\3\4") || bytes.starts_with(zip_end_signature);
}

static Error what_compound_file(std::string_view bytes, std::string name) {
    const auto names = compound_file_names(bytes);
    const auto has = [&](std::string_view wanted) { return std::ranges::find(names, wanted) != names.end(); };
    if (has("encryptedpackage")) {
        return is_not(std::move(name), "The workbook is password-protected, so it cannot be read",
                      "Open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with "
                      "Password) and save it again");
    }
    if (has("workbook") || has("book"))
        return is_not(std::move(name), "The file is an old Excel workbook (.xls)", save_as_xlsx);
    if (has("worddocument"))
        return is_not(std::move(name), "The file is an old Word document (.doc)", send_workbook);
    if (has("powerpoint document"))
        return is_not(std::move(name), "The file is an old PowerPoint presentation (.ppt)", send_workbook);
    if (names.empty()) {
        return is_not(std::move(name),
                      "The file starts as an old or password-protected Office file and is damaged",
                      send_again);
    }
    return is_not(std::move(name), "The file is an Office file of an old kind, and no workbook",
                  send_workbook);
}

// A workbook of Excel 2 to 4 is a bare stream of records, and the first says "beginning of file".
static bool is_bare_xls(std::string_view bytes) {
    using namespace std::string_view_literals;
    return bytes.starts_with("\x09\x00\x04\x00"sv) || bytes.starts_with("\x09\x02\x06\x00"sv)
           || bytes.starts_with("\x09\x04\x06\x00"sv) || bytes.starts_with("\x09\x08\x08\x00"sv)
           || bytes.starts_with("\x09\x08\x10\x00"sv);
}

static bool is_text(std::string_view bytes) {
    return std::ranges::none_of(bytes, [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return u < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    });
}

static Error what_text(std::string_view start, std::string name) {
    std::string small(start);
    std::ranges::transform(small, small.begin(), cells::lower);
    const auto holds = [&](std::string_view part) { return small.find(part) != std::string::npos; };
    if (holds("urn:schemas-microsoft-com:office:spreadsheet"))
        return is_not(std::move(name), "The file is an XML spreadsheet of Excel 2003", save_as_xlsx);
    if (holds("<html") || holds("<!doctype html") || holds("<table"))
        return is_not(std::move(name), "The file is a web page (HTML), whatever its name says", save_as_xlsx);
    if (holds("<?xml"))
        return is_not(std::move(name), "The file is an XML document, and no workbook", send_workbook);
    if (small.find_first_of(",;\t") != std::string::npos)
        return is_not(std::move(name), "The file is text (CSV), whatever its name says", save_as_xlsx);
    return is_not(std::move(name), "The file is plain text, and no workbook", send_workbook);
}

static bool is_lock_file(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    return name.starts_with("~$");
}

Error what_it_is(std::string_view bytes, std::string name) {
    if (bytes.empty()) return is_not(std::move(name), "The file is empty (0 bytes)", send_again);
    if (is_lock_file(name)) {
        return is_not(std::move(name), "The file is the mark that Excel leaves while a workbook is open",
                      "Send the workbook itself, whose name does not start with ~$");
    }
    if (is_compound_file(bytes)) return what_compound_file(bytes, std::move(name));
    if (is_bare_xls(bytes))
        return is_not(std::move(name), "The file is a very old Excel workbook (.xls)", save_as_xlsx);
    if (bytes.starts_with("%PDF")) return is_not(std::move(name), "The file is a PDF", send_workbook);
    if (bytes.starts_with("{\\rtf"))
        return is_not(std::move(name), "The file is a text document (RTF)", send_workbook);

    constexpr std::size_t enough = 4'096;
    const auto start = bytes.substr(0, enough);
    if (starts_utf16(start)) {
        const auto decoded = decode(std::string(start.substr(0, start.size() / 2 * 2)));
        if (decoded && is_text(decoded->text)) return what_text(decoded->text, std::move(name));
    }
    if (is_text(start)) return what_text(start, std::move(name));
    return is_not(std::move(name), "The file is not an Excel workbook, or is badly damaged", send_workbook);
}

Error what_it_is(const Archive& archive, std::string_view main_type) {
    const auto has = [&](std::string_view wanted) {
        return std::ranges::any_of(archive.entries(),
                                   [&](const ZipEntry& e) { return folded(e.name) == wanted; });
    };
    const auto type_holds = [&](std::string_view part) {
        return main_type.find(part) != std::string_view::npos;
    };
    if (type_holds("ms-excel.sheet.binary") || has("xl/workbook.bin"))
        return is_not(archive.name(), "The file is a binary Excel workbook (.xlsb)", save_as_xlsx);
    if (type_holds("wordprocessingml") || type_holds("ms-word") || has("word/document.xml"))
        return is_not(archive.name(), "The file is a Word document", send_workbook);
    if (type_holds("presentationml") || type_holds("ms-powerpoint") || has("ppt/presentation.xml"))
        return is_not(archive.name(), "The file is a PowerPoint presentation", send_workbook);

    std::string mimetype;
    for (const ZipEntry& entry : archive.entries())
        if (entry.name == "mimetype") mimetype = archive.inflate(entry).value_or("");
    if (mimetype.find("opendocument.spreadsheet") != std::string::npos)
        return is_not(archive.name(), "The file is an OpenDocument spreadsheet (.ods)", save_as_xlsx);
    if (mimetype.find("opendocument") != std::string::npos)
        return is_not(archive.name(), "The file is an OpenDocument file, and no spreadsheet", send_workbook);
    if (has("content.xml") && has("meta-inf/manifest.xml"))
        return is_not(archive.name(), "The file is an OpenDocument file", save_as_xlsx);
    if (has("index/document.iwa"))
        return is_not(archive.name(), "The file is an Apple Numbers document", "Export it as Excel (.xlsx)");
    if (archive.entries().empty())
        return is_not(archive.name(), "The file is an empty zip archive", send_workbook);
    if (has("[content_types].xml")) {
        return is_not(archive.name(), "The file is an Office file without a workbook in it", send_workbook);
    }
    return is_not(archive.name(), "The file is a zip archive, and no workbook",
                  "Take the workbook out of it and send that");
}

} // namespace xlsx
