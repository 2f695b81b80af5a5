#pragma once
// A workbook's cells: the list of its sheets, and any sheet read into cells::Sheet. Streams the sheet;
// strings are resolved, dates known by their number format, formulas represented by their cached values.
// ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheets), 18.4 (shared strings), 18.8 (styles).

#include "engine/cells/error.h"
#include "engine/cells/sheet.h"
#include "xlsx/package/package.h"
#include "xlsx/read/rows.h"

#include <expected>
#include <memory>
#include <string>
#include <vector>

namespace xlsx {

struct SheetEntry {
    std::string name;
    std::string part; ///< "xl/worksheets/sheet1.xml"; empty where the workbook names none
    bool hidden = false;
    bool worksheet = true; ///< false for chart sheets, dialogs and macro sheets: they hold no cells
};

/// What in a workbook a person should hear about before it is edited or trusted.
struct Notices {
    bool macros = false;            ///< vbaProject
    bool digital_signature = false; ///< an edit would break it
    bool external_links = false;
    bool embedded_objects = false;
    bool structure_protected = false;
};

class Workbook {
public:
    /// Reads the list of sheets, the styles and the shared strings. The package must outlive the workbook.
    static std::expected<Workbook, cells::Error> open(Package& package);

    const std::vector<SheetEntry>& sheets() const;
    bool date1904() const;
    Notices notices() const;
    /// One sheet's cells. Requires: index < sheets().size().
    std::expected<cells::Sheet, cells::Error> read(std::size_t index) const;
    /// The same row by row, for sheets that are larger than memory should be; see TakeRow.
    std::expected<SheetShape, cells::Error> stream(std::size_t index, const TakeRow& take_row) const;
    /// All worksheets, in the order of the tabs, hidden ones too. The limit on cells is for all together.
    std::expected<std::vector<cells::Sheet>, cells::Error> read_all() const;

    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

private:
    struct State;
    explicit Workbook(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

} // namespace xlsx
