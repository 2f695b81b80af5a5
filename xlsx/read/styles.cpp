#include "xlsx/read/styles.h"

#include "xlsx/read/attributes.h"
#include "xlsx/read/element_stream.h"

#include <string>
#include <unordered_map>

namespace xlsx {

using cells::Error;

namespace {

class StylesReader : public ElementReader {
public:
    StylesReader(const Package& package, std::string_view part) : package_(package), part_(part) {}

    bool enters(const XmlToken& open) override {
        return open.depth == 0
               || (open.depth == 1 && (open.local() == "numFmts" || open.local() == "cellXfs"));
    }

    std::expected<bool, Error> take(XmlLexer& lexer, const XmlToken& open) override {
        XmlToken item = open;
        if (open.opens("AlternateContent")) {
            // One item of its list, and what we understand of it stands in its last choice (part 3, 10.2.1).
            for (XmlToken token = open; !token.closes("AlternateContent"); token = lexer.next()) {
                if (token.last()) return false;
                if (token.opens("xf") || token.opens("numFmt")) item = token;
            }
        } else if (open.kind == XmlToken::Kind::open && lexer.skip().last()) {
            return false;
        }
        if (open.depth == 2 && item.local() == "numFmt") {
            codes_.insert_or_assign(number_attribute(item, "numFmtId").value_or(0),
                                    unescape(attribute(item, "formatCode").value_or("")));
        }
        if (open.depth == 2 && item.local() == "xf") {
            ids_.push_back(number_attribute(item, "numFmtId").value_or(0));
            if (ids_.size() > package_.limits().formats) {
                return std::unexpected(too_many(package_, part_, package_.limits().formats, "cell formats"));
            }
        }
        return true;
    }

    /// Codes may come behind the formats that use them, so all is put together at the end.
    std::vector<NumberFormat> formats() const {
        std::unordered_map<std::uint32_t, NumberFormat> spelt;
        for (const auto& [id, code] : codes_) spelt.emplace(id, read_number_format(code));
        std::vector<NumberFormat> list;
        list.reserve(ids_.size());
        for (const std::uint32_t id : ids_) {
            const auto own = spelt.find(id);
            list.push_back(own == spelt.end() ? built_in_number_format(id) : own->second);
        }
        return list;
    }

private:
    const Package& package_;
    std::string_view part_;
    std::unordered_map<std::uint32_t, std::string> codes_;
    std::vector<std::uint32_t> ids_;
};

} // namespace

std::expected<std::vector<NumberFormat>, Error> read_styles(Package& package, std::string_view part) {
    StylesReader reader(package, part);
    if (auto read = read_elements(package, part, reader); !read)
        return std::unexpected(std::move(read.error()));
    return reader.formats();
}

} // namespace xlsx
