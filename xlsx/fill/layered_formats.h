#pragma once
// Cell formats that are a cell's own with something laid over it: a number format, a fill with its font
// colour. New ones go at the end of the styles part, each once, so that no index moves.
// ECMA-376 part 1, 18.8.10 (cellXfs), 18.8.45 (xf).

#include "engine/cells/mark.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace xlsx {

class LayeredFormats {
public:
    /// The styles part; its text must outlive this. Nothing where it is ill-formed or has no formats.
    static std::optional<LayeredFormats> read(std::string_view part);

    /// The index of a format like `base`. An empty number format keeps the base's.
    std::uint32_t layered(std::uint32_t base, std::string_view number_format,
                          const std::optional<cells::Colours>& colours);
    bool shows_date(std::uint32_t format) const;
    /// What decides how much room a text takes.
    struct Look {
        bool wraps = false;
        bool bold = false;
        double size = 11; ///< of the font, in points
    };
    const Look& look(std::uint32_t format);

    bool changed() const { return !known_.empty(); }
    /// The part with all that was added.
    std::string written() const;

private:
    struct List {
        std::string_view name;
        std::vector<std::string> items; ///< as written; those from `kept` on are new
        std::size_t kept = 0;
    };
    std::string_view item(const List& list, std::uint32_t index) const;
    std::uint32_t add(List& list, std::string xml);
    std::uint32_t number_format_id(std::string_view code);
    std::uint32_t fill_id(std::string_view colour);
    std::uint32_t font_id(std::uint32_t base, std::string_view colour);
    std::uint32_t attribute_of(std::uint32_t format, std::string_view name) const;

    std::string_view part_;
    std::string prefix_;
    List number_formats_{"numFmts", {}, 0};
    List fonts_{"fonts", {}, 0};
    List fills_{"fills", {}, 0};
    List formats_{"cellXfs", {}, 0};
    using Key = std::tuple<std::uint32_t, std::string, std::string, std::string>;
    std::map<Key, std::uint32_t> known_;
    std::map<std::uint32_t, Look> looks_;
    std::map<std::string, std::uint32_t, std::less<>> number_format_ids_;
};

} // namespace xlsx
