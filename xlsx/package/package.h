#pragma once
// A workbook as a set of named parts (ECMA-376 part 2): content types, relationships, and the parts' text.
// Holds changes until save(); a part nobody changed keeps its compressed bytes. Part names are matched
// without regard to case and with '\' taken for '/', and written as the file spells them.

#include "engine/cells/error.h"
#include "xlsx/package/limits.h"
#include "xlsx/package/zip.h"

#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

struct Relationship {
    std::string id;
    std::string type;   ///< the whole address; see Package::type_is
    std::string target; ///< as written
    bool external = false;
};

class Package {
public:
    /// Reads a file's bytes. Says what the file is where it is not a workbook: old .xls, encrypted, .xlsb,
    /// .ods, text, empty, truncated. `name` is what messages call it.
    static std::expected<Package, cells::Error> open(std::string bytes, std::string name,
                                                     const Limits& limits = {});

    const std::string& name() const;
    const Limits& limits() const;
    /// How many threads stream() may use for a large part: 1 unless this says 2. What is read is the same.
    void use_threads(unsigned threads);
    /// The part that all others hang on, as the file spells it: "xl/workbook.xml".
    const std::string& workbook_part() const;

    /// Names of all parts that there are now, in the archive's order, added ones last.
    std::vector<std::string> parts() const;
    bool has(std::string_view part) const;
    /// A part's text, decoded to UTF-8 where it is UTF-16, without its byte order mark; cached. The view is
    /// valid until the part is replaced or the package ends. An Error names the part: missing, damaged, not
    /// well-formed, has a DOCTYPE, nested too deep. VML is not checked for being well-formed: Excel's own is
    /// not.
    std::expected<std::string_view, cells::Error> text(std::string_view part);
    /// Hands a part's text on piece by piece without keeping it: for sheets that are only read. A piece may
    /// end anywhere, `take` may stop by returning false, and nothing is checked but the container's CRC.
    /// Where the part was replaced, that text.
    std::expected<void, cells::Error> stream(std::string_view part,
                                             const std::function<bool(std::string_view)>& take);

    /// What [Content_Types].xml says of a part: Override, else Default by extension; empty if neither.
    std::string content_type(std::string_view part);
    /// The relationships of a part ("" for the package's own), in file order; none where there is no .rels
    /// part.
    std::expected<std::vector<Relationship>, cells::Error> relationships(std::string_view part);
    /// Where they are kept: "xl/worksheets/_rels/sheet1.xml.rels", and "_rels/.rels" for "".
    static std::string relationships_part(std::string_view part);
    /// The part that a relationship points at, absolute or relative to its source:
    /// "xl/worksheets/sheet1.xml".
    static std::string resolve(std::string_view source_part, std::string_view target);
    /// Whether a relationship is of a kind ("worksheet", "comments"), transitional or strict.
    static bool type_is(const Relationship& relationship, std::string_view kind);

    /// Replaces a part's text (UTF-8; a part that was UTF-16 is written as UTF-8 with its declaration
    /// mended).
    void replace(std::string_view part, std::string text);
    /// Adds a part; one of that name is replaced. Its content type and relationships are the caller's: see
    /// declare() and relate().
    void add(std::string part, std::string text);
    void remove(std::string_view part);

    /// Adds an Override, or a Default by extension where `by_extension`; does nothing if the part has that
    /// type already, and an Override where the extension has another.
    std::expected<void, cells::Error> declare(std::string_view part, std::string_view content_type,
                                              bool by_extension = false);
    /// Takes a part's Override away.
    std::expected<void, cells::Error> undeclare(std::string_view part);
    /// Adds a relationship to `source` and returns its new id. `kind` is "comments", "vmlDrawing",
    /// "customXml" ...; the namespace family (transitional, strict) follows the package's. `target` is
    /// written as it is given; an external one is no part, but an address.
    std::expected<std::string, cells::Error> relate(std::string_view source, std::string_view kind,
                                                    std::string_view target, bool external = false);
    std::expected<void, cells::Error> unrelate(std::string_view source, std::string_view id);

    /// Parts whose text differs from the file's, were added or removed. Sorted.
    std::vector<std::string> touched() const;
    /// The part's text as it was in the file, whatever was done since. Nothing for added parts.
    std::expected<std::string, cells::Error> original(std::string_view part) const;
    /// The file as it was read, as a package of its own.
    std::expected<Package, cells::Error> as_read() const;
    /// The file's bytes, with the changes. Untouched entries keep their compressed bytes and order.
    std::string save() const;

    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    ~Package();

private:
    struct Part;
    struct ContentTypes;
    struct State;
    explicit Package(std::unique_ptr<State> state);
    std::expected<const ContentTypes*, cells::Error> content_types();
    std::expected<void, cells::Error> find_workbook();
    std::unique_ptr<State> state_;
};

} // namespace xlsx
