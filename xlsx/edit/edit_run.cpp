#include "xlsx/edit/edit_run.h"

#include "xlsx/edit/related.h"
#include "xlsx/package/zip_directory.h"
#include "xlsx/read/element_stream.h"
#include "xlsx/read/styles.h"

namespace xlsx {

using cells::Error;

std::expected<EditRun, Error> EditRun::begin(Package& package) {
    auto edits = PartEdits::begin(package);
    if (!edits) return std::unexpected(std::move(edits.error()));
    auto workbook = WorkbookPart::read(package);
    if (!workbook) return std::unexpected(std::move(workbook.error()));
    return EditRun(std::move(*edits), std::move(*workbook));
}

std::expected<StylesEdit*, Error> EditRun::styles() {
    if (!styles_) {
        auto opened = StylesEdit::open(edits_);
        if (!opened) return std::unexpected(std::move(opened.error()));
        styles_ = std::move(*opened);
    }
    return &*styles_;
}

std::expected<const std::vector<NumberFormat>*, Error> EditRun::number_formats() {
    if (!number_formats_) {
        auto part = related_part(package(), package().workbook_part(), "styles");
        if (!part) return std::unexpected(std::move(part.error()));
        number_formats_.emplace();
        if (!part->empty()) {
            auto formats = read_styles(package(), *part);
            if (!formats) return std::unexpected(std::move(formats.error()));
            number_formats_ = std::move(*formats);
        }
    }
    return &*number_formats_;
}

std::expected<const SharedStrings*, Error> EditRun::strings() {
    if (!strings_) {
        auto part = related_part(package(), package().workbook_part(), "sharedStrings");
        if (!part) return std::unexpected(std::move(part.error()));
        strings_.emplace();
        if (!part->empty()) {
            auto read = SharedStrings::read(package(), *part);
            if (!read) return std::unexpected(std::move(read.error()));
            strings_ = std::move(*read);
        }
    }
    return &*strings_;
}

std::expected<ShapeBlocks*, Error> EditRun::shape_blocks() {
    if (!shape_blocks_) {
        shape_blocks_.emplace();
        for (const std::string& part : package().parts()) {
            if (!folded(part).ends_with(".vml")) continue;
            auto text = edits_.text(part);
            if (!text) return std::unexpected(std::move(text.error()));
            shape_blocks_->use(part, read_vml(*text));
        }
    }
    return &*shape_blocks_;
}

std::expected<XmlOutline, Error> EditRun::sheet(const ListedSheet& listed) {
    auto text = edits_.text(listed.part);
    if (!text) return std::unexpected(std::move(text.error()));
    auto found = outline(*text);
    if (!found || !found->find("sheetData"))
        return std::unexpected(damaged(package(), listed.name, "The sheet has no rows to write in"));
    return std::move(*found);
}

std::expected<Changes, Error> EditRun::finish() {
    if (styles_) {
        if (auto done = styles_->finish(edits_); !done) return std::unexpected(std::move(done.error()));
    }
    return edits_.commit();
}

} // namespace xlsx
