#pragma once
// One pass of edits over a workbook, from reading its list of sheets to making all edits at once. Reads what
// only some passes need (styles, shared strings, legacy drawings) when it is first asked for.

#include "xlsx/edit/part_edits.h"
#include "xlsx/edit/styles_edit.h"
#include "xlsx/edit/vml_drawing.h"
#include "xlsx/edit/workbook_part.h"
#include "xlsx/read/number_format.h"
#include "xlsx/read/shared_strings.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xlsx {

class EditRun {
public:
    static std::expected<EditRun, cells::Error> begin(Package& package);

    PartEdits& edits() { return edits_; }
    Package& package() const { return edits_.package(); }
    const WorkbookPart& workbook() const { return workbook_; }

    std::expected<StylesEdit*, cells::Error> styles();
    /// Number formats by cell format; empty for a workbook without styles.
    std::expected<const std::vector<NumberFormat>*, cells::Error> number_formats();
    std::expected<const SharedStrings*, cells::Error> strings();
    std::expected<ShapeBlocks*, cells::Error> shape_blocks();
    /// A sheet's part in outline.
    std::expected<XmlOutline, cells::Error> sheet(const ListedSheet& listed);

    /// Makes all edits. Nothing that was read before may be used afterwards.
    std::expected<Changes, cells::Error> finish();

private:
    EditRun(PartEdits edits, WorkbookPart workbook)
        : edits_(std::move(edits)), workbook_(std::move(workbook)) {}

    PartEdits edits_;
    WorkbookPart workbook_;
    std::optional<StylesEdit> styles_;
    std::optional<std::vector<NumberFormat>> number_formats_;
    std::optional<SharedStrings> strings_;
    std::optional<ShapeBlocks> shape_blocks_;
};

} // namespace xlsx
