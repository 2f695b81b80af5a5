#include "xlsx/package/package.h"

#include "xlsx/package/package_state.h"
#include "xlsx/package/sniff.h"
#include "xlsx/package/xml_lexer.h"
#include "xlsx/package/zip_directory.h"

#include <algorithm>
#include <utility>

namespace xlsx {

using cells::Error;

Package::Part* Package::State::find(std::string_view name) const {
    const auto found = by_name.find(folded(name));
    return found == by_name.end() || found->second->removed ? nullptr : found->second;
}

Error Package::State::damaged(std::string_view part, std::string what) const {
    return {Error::Kind::damaged, archive.name() + ": " + quotable(part), std::move(what),
            "Open the file in Excel, let Excel repair it, and save it again"};
}

std::expected<DecodedText, Error> Package::State::read(const Part& part) const {
    auto bytes = archive.inflate(*part.entry);
    if (!bytes) return std::unexpected(std::move(bytes.error()));
    auto decoded = decode(std::move(*bytes));
    if (!decoded) return std::unexpected(damaged(part.name, "This part is not text in UTF-8 or UTF-16"));
    return std::move(*decoded);
}

Package::Package(std::unique_ptr<State> state) : state_(std::move(state)) {}
Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

std::expected<Package, Error> Package::open(std::string bytes, std::string name, const Limits& limits) {
    if (!starts_as_zip(bytes)) return std::unexpected(what_it_is(bytes, std::move(name)));
    auto archive = Archive::open(std::move(bytes), std::move(name), limits);
    if (!archive) return std::unexpected(std::move(archive.error()));

    Package package(std::make_unique<State>(State{std::move(*archive), limits, {}, {}, {}, {}, false}));
    State& state = *package.state_;
    for (const ZipEntry& entry : state.archive.entries()) {
        state.parts.push_back({entry.name, &entry, {}, Encoding::utf8, false, false});
        state.by_name.emplace(folded(entry.name), &state.parts.back());
    }
    if (auto found = package.find_workbook(); !found) return std::unexpected(std::move(found.error()));
    return package;
}

const std::string& Package::name() const {
    return state_->archive.name();
}
const Limits& Package::limits() const {
    return state_->limits;
}
const std::string& Package::workbook_part() const {
    return state_->workbook;
}

std::vector<std::string> Package::parts() const {
    std::vector<std::string> names;
    for (const Part& part : state_->parts) {
        const bool folder = part.name.ends_with('/') || part.name.ends_with('\\');
        if (!part.removed && !folder) names.push_back(part.name);
    }
    return names;
}

bool Package::has(std::string_view part) const {
    return state_->find(part) != nullptr;
}

// XML 1.0, 2.2: of the characters below a space only tab and line ends. What an edit remembers of a part
// could not hold the others either.
static bool holds_control_characters(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; });
}

// VML is exempt: Excel itself writes <br> and repeated attributes there.
static std::optional<std::string> what_is_wrong(std::string_view part_name, std::string_view text,
                                                std::uint32_t depth) {
    if (folded(part_name).ends_with(".vml")) return std::nullopt;
    if (holds_control_characters(text)) return "This part holds control characters, which XML does not allow";
    XmlLexer lexer(text, depth);
    XmlToken token = lexer.next();
    bool holds_element = false;
    bool outside = false;
    for (; !token.last(); token = lexer.next()) {
        outside = token.beside_root(holds_element);
        if (outside) break;
        holds_element = holds_element || token.opens();
    }
    if (token.kind == XmlToken::Kind::end) {
        if (holds_element) return std::nullopt;
        return "This part of the workbook is empty";
    }
    const auto line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(token.offset), '\n');
    return "Line " + std::to_string(line + 1) + " of this part is not what a workbook's XML may be: "
           + (outside ? "something beside the root element" : quotable(lexer.reason()));
}

std::expected<std::string_view, Error> Package::text(std::string_view part_name) {
    Part* part = state_->find(part_name);
    if (!part) return std::unexpected(state_->damaged(part_name, "This part of the workbook is missing"));
    if (part->text) return *part->text;
    auto decoded = state_->read(*part);
    if (!decoded) return std::unexpected(std::move(decoded.error()));
    if (auto wrong = what_is_wrong(part->name, decoded->text, state_->limits.depth))
        return std::unexpected(state_->damaged(part->name, std::move(*wrong)));
    part->text = std::move(decoded->text);
    part->encoding = decoded->encoding;
    return *part->text;
}

void Package::use_threads(unsigned threads) {
    state_->threads = threads;
}

std::expected<void, Error> Package::stream(std::string_view part_name,
                                           const std::function<bool(std::string_view)>& take) {
    const Part* part = state_->find(part_name);
    bool whole = !part || part->text.has_value();
    if (!whole) {
        bool first = true;
        const auto take_decoded = [&](std::string_view piece) {
            if (std::exchange(first, false)) {
                whole = starts_utf16(piece);
                if (whole) return false;
                if (piece.starts_with(utf8_mark)) piece.remove_prefix(utf8_mark.size());
            }
            return take(piece);
        };
        auto done = state_->archive.stream(*part->entry, take_decoded, state_->threads);
        if (!whole) return done;
    }
    auto content = text(part_name);
    if (!content) return std::unexpected(std::move(content.error()));
    take(*content);
    return {};
}

std::expected<std::string, Error> Package::original(std::string_view part_name) const {
    const auto found = state_->by_name.find(folded(part_name));
    if (found == state_->by_name.end() || !found->second->entry) {
        return std::unexpected(Error{Error::Kind::not_found, name() + ": " + std::string(part_name),
                                     "The file as it was read has no such part",
                                     "Ask for a part that the file has"});
    }
    const Part& part = *found->second;
    if (part.text && !part.changed) return *part.text;
    auto decoded = state_->read(part);
    if (!decoded) return std::unexpected(std::move(decoded.error()));
    return std::move(decoded->text);
}

void Package::replace(std::string_view part_name, std::string text) {
    add(std::string(part_name), std::move(text));
}

void Package::add(std::string part_name, std::string text) {
    const std::string key = folded(part_name);
    if (key == folded(content_types_part)) state_->content_types.reset();
    auto found = state_->by_name.find(key);
    if (found == state_->by_name.end()) {
        state_->parts.push_back(
            {std::move(part_name), nullptr, std::move(text), Encoding::utf8, true, false});
        state_->by_name.emplace(key, &state_->parts.back());
        return;
    }
    Part& part = *found->second;
    part.removed = false;
    part.changed = true;
    if (part.entry) {
        // A part that is put back to what it was counts as untouched.
        if (auto before = state_->read(part)) {
            part.encoding = before->encoding;
            part.changed = before->text != text;
        }
    }
    part.text = std::move(text);
}

void Package::remove(std::string_view part_name) {
    Part* part = state_->find(part_name);
    if (!part) return;
    if (folded(part_name) == folded(content_types_part)) state_->content_types.reset();
    part->removed = true;
    part->changed = part->entry != nullptr;
    part->text.reset();
}

std::vector<std::string> Package::touched() const {
    std::vector<std::string> names;
    for (const Part& part : state_->parts)
        if (part.changed) names.push_back(part.name);
    std::ranges::sort(names);
    return names;
}

std::expected<Package, Error> Package::as_read() const {
    return open(state_->archive.bytes(), name(), limits());
}

std::string Package::save() const {
    if (std::ranges::none_of(state_->parts, &Part::changed)) return state_->archive.bytes();
    ArchiveWriter writer;
    for (const Part& part : state_->parts) {
        if (part.removed) continue;
        if (!part.changed) {
            writer.copy(state_->archive, *part.entry);
        } else if (part.entry) {
            writer.add(part.entry->name, encode(*part.text, part.encoding), part.entry->dos_time);
        } else {
            writer.add(part.name, *part.text);
        }
    }
    return std::move(writer).finish();
}

} // namespace xlsx
