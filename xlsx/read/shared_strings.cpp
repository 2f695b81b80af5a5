#include "xlsx/read/shared_strings.h"

#include "xlsx/package/text_encoding.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/plain_row.h"
#include "xlsx/read/text_content.h"

namespace xlsx {

using cells::Error;

namespace {

class StringsReader : public ElementReader {
public:
    StringsReader(const Package& package, std::string_view part, std::string& text,
                  std::vector<std::size_t>& ends)
        : package_(package), part_(part), text_(text), ends_(ends) {}

    bool enters(const XmlToken& open) override { return open.depth == 0; }

    std::expected<bool, Error> take(XmlLexer& lexer, const XmlToken& open) override {
        if (open.local() != "si") return open.kind == XmlToken::Kind::single || !lexer.skip().last();
        const std::size_t before = text_.size();
        if (!read_string(lexer, open)) {
            text_.resize(before);
            return false;
        }
        if (!is_utf8(std::string_view(text_).substr(before)))
            return std::unexpected(damaged(package_, part_, "This part holds text that is not UTF-8"));
        ends_.push_back(text_.size());
        if (ends_.size() > package_.limits().shared_strings) {
            return std::unexpected(too_many(package_, part_, package_.limits().shared_strings, "texts"));
        }
        return true;
    }

private:
    bool read_string(XmlLexer& lexer, const XmlToken& open) {
        std::size_t length = 0;
        if (open.raw == "<si>")
            if (const auto plain = read_plain_text(lexer.rest(), "</si>", length)) {
                text_ += *plain;
                return !lexer.close_after(length).last();
            }
        return read_rich_text(lexer, open, text_);
    }

    const Package& package_;
    std::string_view part_;
    std::string& text_;
    std::vector<std::size_t>& ends_;
};

} // namespace

std::expected<SharedStrings, Error> SharedStrings::read(Package& package, std::string_view part) {
    SharedStrings strings;
    StringsReader reader(package, part, strings.text_, strings.ends_);
    if (auto read = read_elements(package, part, reader); !read)
        return std::unexpected(std::move(read.error()));
    return strings;
}

} // namespace xlsx
