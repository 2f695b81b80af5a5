#include "xlsx/read/element_stream.h"

#include "xlsx/package/text_encoding.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xlsx {

using cells::Error;

Error damaged(const Package& package, std::string_view where, std::string what) {
    return {Error::Kind::damaged, package.name() + ": " + quotable(where), std::move(what),
            "Open the file in Excel, let Excel repair it, and save it again"};
}

Error too_many(const Package& package, std::string_view where, std::uint64_t limit, std::string_view things) {
    return {Error::Kind::too_large, package.name() + ": " + quotable(where),
            "There are more than " + std::to_string(limit) + " " + std::string(things),
            "Send a smaller workbook, or raise the limit if this one is trusted"};
}

namespace {

/// The lexer sees a window of the part: the open tags of the elements that have been entered, as they are
/// spelt, and then what has not been read yet. To the lexer that is a document of its own, and where it
/// breaks off, more input may mend it.
class Window {
public:
    Window(const Package& package, ElementReader& reader) : package_(package), reader_(reader) {}

    /// False once there is an error.
    bool add(std::string_view piece) {
        window_ += piece;
        // An element that does not end doubles the window each time, so that a broken part costs no more
        // than reading it twice.
        if (window_.size() >= enough_) scan();
        return !error_;
    }
    std::optional<Error> finish(std::string_view part) {
        reader_.at_the_end = true;
        if (!error_) scan();
        if (!error_ && broken_)
            error_ = damaged(package_, part,
                             "This part is not what a workbook's XML may be: " + quotable(reason_));
        if (!error_ && beside_)
            error_ =
                damaged(package_, part,
                        "This part is not what a workbook's XML may be: something beside the root element");
        if (!error_ && !any_) error_ = damaged(package_, part, "This part of the workbook is empty");
        return std::move(error_);
    }

private:
    void scan();
    /// Reads from one token on; false where the input breaks off in it.
    bool read(XmlLexer& lexer, const XmlToken& token);
    void keep_from(std::size_t offset);

    const Package& package_;
    ElementReader& reader_;
    std::string window_;
    std::size_t entered_size_ = 0; // of the open tags at the window's start
    std::vector<std::string> entered_;
    std::size_t enough_ = 0;
    bool any_ = false;
    bool beside_ = false;
    bool broken_ = false;
    std::string reason_;
    std::optional<Error> error_;
};

bool Window::read(XmlLexer& lexer, const XmlToken& token) {
    if (token.opens() && !reader_.enters(token)) {
        auto taken = reader_.take(lexer, token);
        if (!taken) error_ = std::move(taken.error());
        return taken.value_or(false);
    }
    beside_ = beside_ || token.beside_root(any_);
    any_ = any_ || token.opens();
    if (token.kind == XmlToken::Kind::open) entered_.emplace_back(token.raw);
    if (token.kind == XmlToken::Kind::close) entered_.pop_back();
    return true;
}

void Window::scan() {
    XmlLexer lexer(window_, package_.limits().depth);
    XmlToken token = lexer.next();
    while (token.offset < entered_size_) token = lexer.next();
    while (!token.last() && read(lexer, token)) token = lexer.next();
    if (error_) return;
    broken_ = token.kind != XmlToken::Kind::end;
    if (broken_) reason_ = lexer.reason();
    keep_from(token.offset);
}

void Window::keep_from(std::size_t offset) {
    const bool stuck = offset <= entered_size_;
    std::string opens;
    for (const std::string& open : entered_) opens += open;
    entered_size_ = opens.size();
    window_.replace(0, offset, opens);
    enough_ = stuck ? 2 * window_.size() : 0;
}

} // namespace

std::expected<void, Error> read_elements(Package& package, std::string_view part, ElementReader& reader) {
    Window window(package, reader);
    auto streamed = package.stream(part, [&](std::string_view piece) { return window.add(piece); });
    if (!streamed) return streamed;
    if (auto error = window.finish(part)) return std::unexpected(std::move(*error));
    return {};
}

} // namespace xlsx
