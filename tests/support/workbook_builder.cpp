#include "tests/support/workbook_builder.h"

#include "xlsx/package/zip.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace support {

static constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
static constexpr std::string_view main_namespace =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
static constexpr std::string_view office_relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
static constexpr std::string_view package_namespace = "http://schemas.openxmlformats.org/package/2006/";

namespace {

/// What a part is by where it stands: its content type, and its relationship from the workbook if it has one.
struct Known {
    std::string_view starts;
    std::string_view content_type;
    std::string_view kind;
};

constexpr auto known = std::to_array<Known>({
    {"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", ""},
    {"xl/worksheets/sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
     "worksheet"},
    {"xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml", "styles"},
    {"xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
     "sharedStrings"},
    {"xl/theme/", "application/vnd.openxmlformats-officedocument.theme+xml", "theme"},
    {"xl/calcChain.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml",
     "calcChain"},
    {"xl/comments", "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml", ""},
    {"xl/tables/", "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml", ""},
    {"xl/drawings/drawing", "application/vnd.openxmlformats-officedocument.drawing+xml", ""},
    {"xl/charts/chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", ""},
    {"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", ""},
    {"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", ""},
});

const Known* find_known(std::string_view part) {
    const auto found = std::ranges::find_if(known, [&](const Known& k) {
        return part.starts_with(k.starts) && part.find("_rels") == std::string_view::npos;
    });
    return found == known.end() ? nullptr : &*found;
}

std::string text(std::initializer_list<std::string_view> pieces) {
    std::string whole;
    for (const auto piece : pieces) whole += piece;
    return whole;
}

bool has(const Parts& parts, std::string_view name) {
    return std::ranges::any_of(parts, [&](const auto& part) { return part.first == name; });
}

std::string content_types(const Parts& parts) {
    std::string types =
        text({declaration, "<Types xmlns=\"", package_namespace, "content-types\">",
              "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
              ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-"
              "officedocument.vmlDrawing\"/><Default Extension=\"bin\" ContentType=\""
              "application/vnd.ms-office.vbaProject\"/>"});
    for (const auto& [name, content] : parts) {
        const Known* part = find_known(name);
        if (!part || content.empty()) continue;
        types += text({"<Override PartName=\"/", name, "\" ContentType=\"", part->content_type, "\"/>"});
    }
    return types + "</Types>";
}

std::string sheet_list(const Parts& parts) {
    std::string list = text({declaration, "<workbook xmlns=\"", main_namespace, "\" xmlns:r=\"",
                             office_relationships, "\"><sheets>"});
    int number = 0;
    int id = 0;
    for (const auto& [name, content] : parts) {
        const Known* part = find_known(name);
        if (!part || part->kind.empty()) continue;
        ++id;
        if (part->kind != "worksheet") continue;
        const std::string n = std::to_string(++number);
        list +=
            text({"<sheet name=\"Sheet", n, "\" sheetId=\"", n, "\" r:id=\"rId", std::to_string(id), "\"/>"});
    }
    return list + "</sheets></workbook>";
}

std::string workbook_relationships(const Parts& parts) {
    std::string list = text({declaration, "<Relationships xmlns=\"", package_namespace, "relationships\">"});
    int id = 0;
    for (const auto& [name, content] : parts) {
        const Known* part = find_known(name);
        if (!part || part->kind.empty()) continue;
        ++id;
        if (content.empty()) continue;
        list += text({"<Relationship Id=\"rId", std::to_string(id), "\" Type=\"", office_relationships, "/",
                      part->kind, "\" Target=\"", std::string_view(name).substr(3), "\"/>"});
    }
    return list + "</Relationships>";
}

std::string root_relationships() {
    return text({declaration, "<Relationships xmlns=\"", package_namespace, "relationships\">",
                 "<Relationship Id=\"rId1\" Type=\"", office_relationships,
                 "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"});
}

std::string plain_styles() {
    return text(
        {declaration, "<styleSheet xmlns=\"", main_namespace,
         "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
         "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
         "patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/>"
         "<bottom/><diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" "
         "fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"1\"><xf "
         "numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>"});
}

bool is_rows(std::string_view content) {
    content.remove_prefix(std::min(content.find_first_not_of(" \n"), content.size()));
    return content.starts_with("<row");
}

std::string sheet_of(std::string_view rows) {
    return text({declaration, "<worksheet xmlns=\"", main_namespace, "\" xmlns:r=\"", office_relationships,
                 "\"><sheetData>", rows, "</sheetData></worksheet>"});
}

} // namespace

std::string archive(const Parts& parts) {
    xlsx::ArchiveWriter writer;
    for (const auto& [name, content] : parts) writer.add(name, content);
    return std::move(writer).finish();
}

std::string workbook(Parts parts) {
    constexpr std::string_view sheet = "xl/worksheets/sheet";
    const auto is_sheet = [&](const auto& part) { return part.first.starts_with(sheet); };
    if (std::ranges::none_of(parts, is_sheet)) parts.emplace_back("xl/worksheets/sheet1.xml", sheet_of(""));
    for (auto& [name, content] : parts)
        if (name.starts_with(sheet) && is_rows(content)) content = sheet_of(content);
    if (!has(parts, "xl/styles.xml")) parts.emplace_back("xl/styles.xml", plain_styles());

    Parts front;
    if (!has(parts, "xl/workbook.xml")) front.emplace_back("xl/workbook.xml", sheet_list(parts));
    if (!has(parts, "xl/_rels/workbook.xml.rels"))
        front.emplace_back("xl/_rels/workbook.xml.rels", workbook_relationships(parts));
    if (!has(parts, "_rels/.rels")) front.insert(front.begin(), {"_rels/.rels", root_relationships()});
    parts.insert(parts.begin(), front.begin(), front.end());
    if (!has(parts, "[Content_Types].xml"))
        parts.insert(parts.begin(), {"[Content_Types].xml", content_types(parts)});
    std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
    return archive(parts);
}

} // namespace support
