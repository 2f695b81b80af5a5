#pragma once
// Adds formats to a workbook's styles part: only at the end of each list, so that no index moves, and each
// once, however many cells want it. Never changes what is there.
// ECMA-376 part 1, 18.8.

#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/xml_outline.h"
#include "xlsx/read/number_format.h"

#include "engine/cells/mark.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace xlsx {

/// The formats of cells on the sheet that lists the marks.
struct ListFormats {
    std::uint32_t title = 0, head = 0, body = 0, link = 0;
};

class StylesEdit {
public:
    /// Finds the styles part. A workbook without one gets one when a format is first wanted.
    static std::expected<StylesEdit, cells::Error> open(PartEdits& edits);

    /// The index of a differential format with a fill and a text colour.
    std::uint32_t differential(const cells::Colours& colours);
    /// The index of a cell format like `base` in all but its number format, which is a code: "0.0%".
    std::uint32_t like(std::uint32_t base, const std::string& number_format);
    /// The code of a cell format's number format; "" for one that Excel spells in the user's language.
    std::string number_format_of(std::uint32_t format) const;
    ListFormats list_formats();

    /// Hands all that was added to the edits of the same run. Once, at the end.
    std::expected<void, cells::Error> finish(PartEdits& edits);

private:
    /// One of the part's lists: how many there are in the file, and what is added.
    struct List {
        std::string_view name;
        std::uint32_t count = 0;
        std::string added;
        std::uint32_t least = 0; ///< how many there must be for every id to lead somewhere
    };
    StylesEdit() = default;
    void read_needs(const XmlOutline& part);
    void fill_up();
    std::uint32_t add(List& list, const std::string& xml);
    std::uint32_t number_format_id(const std::string& code);
    std::string prefixed(std::string_view xml) const;
    std::expected<void, cells::Error> add_part(PartEdits& edits, std::string text);

    std::string part_; ///< empty: the workbook has none
    std::string own_;  ///< the text of a part that we make
    std::string prefix_;
    std::string font_name_ = "Calibri"; ///< of the standard font
    std::uint32_t font_size_ = 11;
    std::vector<std::string_view> formats_;                  ///< cellXfs, as written
    std::map<std::string, std::uint32_t> number_format_ids_; ///< by code
    std::uint32_t free_number_format_ = first_own_number_format;
    List number_formats_{"numFmts", 0, {}, 0};
    List fonts_{"fonts", 0, {}, 1};
    List fills_{"fills", 0, {}, 2};
    List borders_{"borders", 0, {}, 1};
    List cell_formats_{"cellXfs", 0, {}, 1};
    List differentials_{"dxfs", 0, {}, 0};
    std::map<std::pair<std::string, std::string>, std::uint32_t> known_differentials_;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> known_likenesses_;
};

} // namespace xlsx
