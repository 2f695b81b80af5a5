#include "xlsx/edit/list_sheet.h"

#include "xlsx/edit/cell_value.h"
#include "xlsx/edit/highlights.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/fill/row_height.h"

#include <algorithm>

namespace xlsx {

static constexpr std::size_t narrowest = 10;
static constexpr std::size_t widest = 60;
static constexpr int default_height = 15; // points
static constexpr double font_size = 11;
static constexpr std::uint32_t most_frozen_rows = 12; // more would leave a small screen no room to scroll
static constexpr std::size_t most_links = 65'530;     // Excel's limit for a sheet

std::string list_signature(std::string_view author) {
    return "Written by " + std::string(author);
}

namespace {

/// The height that wrapped texts need in columns of these widths, as a row's attributes; nothing for one
/// line.
std::string height(const std::vector<std::string>& texts, const std::vector<std::size_t>& widths) {
    double points = default_height;
    for (std::size_t i = 0; i < std::min(texts.size(), widths.size()); ++i)
        points = std::max(points, wrapped_height(texts[i], static_cast<double>(widths[i]), font_size, false));
    if (points <= default_height) return {};
    return " ht=\"" + std::to_string(static_cast<int>(points) + 1) + "\" customHeight=\"1\"";
}

class Rows {
public:
    /// Texts wrap at `widths`, and the row is made high enough for them.
    void add(const std::vector<std::string>& texts, std::uint32_t first_style, std::uint32_t other_style,
             const std::vector<std::size_t>& widths = {}) {
        ++row_;
        const std::string number = std::to_string(row_);
        std::string row_cells;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (texts[i].empty()) continue;
            const CellValue value{CellValue::Kind::text, clipped(texts[i], longest_text)};
            const std::uint32_t style = i == 0 ? first_style : other_style;
            row_cells += "<c r=\"" + cells::column_letters(static_cast<std::uint32_t>(i + 1)) + number
                         + "\" s=\"" + std::to_string(style) + "\"" + std::string(type_attribute(value)) + ">"
                         + content_xml(value, "") + "</c>";
        }
        xml_ += "<row r=\"" + number + "\"" + height(texts, widths) + ">" + row_cells + "</row>";
    }
    void leave_out() { ++row_; }

    std::uint32_t row() const { return row_; }
    const std::string& xml() const { return xml_; }

private:
    std::string xml_;
    std::uint32_t row_ = 0;
};

std::size_t letters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t longest_line(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        longest = std::max(longest, letters(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

/// As wide as the longest text of each column asks for, within reason.
std::vector<std::size_t> column_widths(const cells::Marks& marks) {
    std::vector<std::size_t> widths;
    const auto measure = [&](const std::vector<std::string>& texts) {
        widths.resize(std::max(widths.size(), texts.size()));
        for (std::size_t i = 0; i < texts.size(); ++i)
            widths[i] = std::max(widths[i], longest_line(texts[i]));
    };
    measure(marks.list_head);
    for (const cells::MarkLine& line : marks.list) measure(line.columns);
    for (std::size_t& width : widths) width = std::clamp(width + 2, narrowest, widest);
    return widths;
}

std::string columns_xml(const std::vector<std::size_t>& widths) {
    if (widths.empty()) return {};
    std::string xml = "<cols>";
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        xml += "<col min=\"" + number + "\" max=\"" + number + "\" width=\"" + std::to_string(widths[i])
               + "\" customWidth=\"1\"/>";
    }
    return xml + "</cols>";
}

/// "'Year end'!H14"
std::string location(std::string_view sheet, cells::Address at) {
    std::string text = "'";
    for (const char c : sheet) text += c == '\'' ? std::string("''") : std::string(1, c);
    return text + "'!" + to_text(at);
}

std::string frozen(std::uint32_t rows) {
    if (rows == 0 || rows > most_frozen_rows) return "<sheetView workbookViewId=\"0\"/>";
    const std::string first = "A" + std::to_string(rows + 1);
    return "<sheetView workbookViewId=\"0\"><pane ySplit=\"" + std::to_string(rows) + "\" topLeftCell=\""
           + first
           + "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\""
           + first + "\" sqref=\"" + first + "\"/></sheetView>";
}

/// & starts a code in headers and footers.
std::string footer_text(std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '&' ? std::string("&&") : std::string(1, c);
    return out;
}

} // namespace

std::string list_sheet_xml(const ListSheet& list, StylesEdit& styles) {
    const cells::Marks& marks = list.marks;
    const ListFormats formats = styles.list_formats();
    const std::vector<std::size_t> widths = column_widths(marks);
    Rows rows;
    rows.add({marks.list_title}, formats.title, formats.title);
    for (const std::string& line : marks.list_intro) rows.add({line}, 0, 0);
    rows.leave_out();
    rows.add(marks.list_head, formats.head, formats.head);
    const std::uint32_t head_row = rows.row();

    std::string links;
    std::size_t link_count = 0;
    std::vector<Highlight> highlights;
    for (const cells::MarkLine& line : marks.list) {
        const bool linked = line.at && std::ranges::find(list.sheets, line.sheet) != list.sheets.end()
                            && link_count < most_links;
        rows.add(line.columns, linked ? formats.link : formats.body, formats.body, widths);
        const cells::Address at{rows.row(), 1};
        if (linked) {
            ++link_count;
            const std::string place = location(line.sheet, line.at);
            links += "<hyperlink ref=\"" + to_text(at) + "\" location=\"" + escape(place) + "\" display=\""
                     + escape(place) + "\"/>";
        }
        if (line.colours) highlights.push_back({at, *line.colours});
    }

    std::string footer = "&L" + list_signature(footer_text(list.author));
    if (!list.version.empty()) footer += " " + footer_text(list.version);
    footer += "&RPage &P of &N";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\""
           + std::string(list.strict ? strict_main : transitional_main)
           + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>" + frozen(head_row)
           + "</sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>" + columns_xml(widths) + "<sheetData>"
           + rows.xml() + "</sheetData>" + highlight_rules(highlights, styles, list.author, "", 1)
           + (links.empty() ? "" : "<hyperlinks>" + links + "</hyperlinks>")
           + "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.75\" header=\"0.3\" "
             "footer=\"0.3\"/>"
             "<pageSetup paperSize=\"9\" orientation=\"landscape\" "
             "fitToHeight=\"0\"/><headerFooter><oddFooter>"
           + escape(footer) + "</oddFooter></headerFooter></worksheet>";
}

} // namespace xlsx
