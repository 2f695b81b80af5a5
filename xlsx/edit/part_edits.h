#pragma once
// All edits of one run over a package, by part, against the texts as they stood when the run began. Edited
// parts change at commit(), which also knows every part's way back. Relationships and content types, which
// the package edits itself and at once, are found by comparing.

#include "engine/cells/error.h"
#include "xlsx/package/package.h"
#include "xlsx/package/splice.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

/// How one part was left, and the way back.
struct PartChange {
    std::string part;
    std::string left;         ///< fingerprint of the part as we left it; "" for a part we took away
    std::string was;          ///< fingerprint of the part as it was
    std::vector<Splice> back; ///< the edits that give the part as it was
};

/// All that a run has done to a package.
struct Changes {
    std::vector<PartChange> parts;
    std::vector<std::string> added;
};

/// Tells one text from another: CRC-32 and size, as a zip does. No defence against anybody.
std::string fingerprint(std::string_view text);

class PartEdits {
public:
    /// Remembers what the package holds now.
    static std::expected<PartEdits, cells::Error> begin(Package& package);

    Package& package() const { return *package_; }
    /// A part's text as it stood when the run began. Valid until commit().
    std::expected<std::string_view, cells::Error> text(std::string_view part) { return package_->text(part); }
    /// The edits of a part; offsets are those of text().
    Splices& of(std::string_view part) { return edits_[std::string(part)]; }

    /// Takes a part away at once, with its type, its relationships and those by which `source` points at it,
    /// and remembers what it held.
    std::expected<void, cells::Error> drop(std::string_view source, const std::string& part);

    /// Makes the edits and tells what the whole run has changed.
    std::expected<Changes, cells::Error> commit();

private:
    explicit PartEdits(Package& package) : package_(&package) {}

    Package* package_;
    std::vector<std::string> parts_;             // sorted
    std::map<std::string, std::string> indexes_; // relationships and content types
    std::map<std::string, Splices> edits_;
    std::map<std::string, std::string> removed_;
};

} // namespace xlsx
