#pragma once
// What a Package holds; shared by package.cpp (parts) and package_index.cpp (content types, relationships)
// and by nobody else.

#include "xlsx/package/package.h"
#include "xlsx/package/text_encoding.h"

#include <deque>
#include <optional>
#include <unordered_map>

namespace xlsx {

inline constexpr std::string_view content_types_part = "[Content_Types].xml";

struct Package::Part {
    std::string name;
    const ZipEntry* entry = nullptr; ///< in the archive; null for an added part
    std::optional<std::string> text; ///< once read or replaced
    Encoding encoding = Encoding::utf8;
    bool changed = false; ///< `text` differs from the file's
    bool removed = false;
};

/// [Content_Types].xml, by folded part name and by small extension.
struct Package::ContentTypes {
    std::unordered_map<std::string, std::string> overrides;
    std::unordered_map<std::string, std::string> defaults;
};

struct Package::State {
    Archive archive;
    Limits limits;
    std::deque<Part> parts; ///< a deque: views of texts stay valid when parts are added
    std::unordered_map<std::string, Part*> by_name; ///< by folded name; removed ones too
    std::optional<ContentTypes> content_types;      ///< read from the part as it is now
    std::string workbook;
    unsigned threads = 1;
    bool strict = false; ///< relationship types are those of ISO/IEC 29500 Strict

    /// Null where there is no such part, or no longer.
    Part* find(std::string_view name) const;
    /// The part's text as it stands in the file.
    std::expected<DecodedText, cells::Error> read(const Part& part) const;
    cells::Error damaged(std::string_view part, std::string what) const;
};

} // namespace xlsx
