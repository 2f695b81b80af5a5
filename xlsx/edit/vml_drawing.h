#pragma once
// A sheet's legacy drawing (VML): the boxes of notes, form controls, pictures of headers. Excel itself writes
// VML that is not well-formed XML, so it is read tag by tag without nesting, and edited by splice only.
// Shape ids are numbered through the whole workbook, in blocks of 1,024 that a drawing claims in its idmap.

#include "xlsx/edit/note_box.h"
#include "xlsx/package/splice.h"
#include "xlsx/package/xml_lexer.h"

#include "engine/cells/address.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xlsx {

/// The shape that shows a note.
struct NoteShape {
    cells::Address at;
    std::size_t offset = 0;
    std::size_t end = 0;
    std::string_view anchor; ///< as written
};

struct VmlDrawing {
    std::string_view text;
    XmlToken root;
    std::vector<NoteShape> notes;
    std::uint32_t shapes = 0;             ///< of any kind
    std::vector<std::uint32_t> ids;       ///< numbers of ids of anything: 1025 of "_x0000_s1025"
    std::vector<std::uint32_t> shape_ids; ///< those of shapes, in the order of the drawing
    std::optional<XmlToken> idmap;
    std::vector<std::uint32_t> blocks; ///< that the idmap claims
    bool has_note_type = false;        ///< the shape type 202 that note shapes refer to

    const NoteShape* find(cells::Address at) const;
};

VmlDrawing read_vml(std::string_view text);

/// A box to be drawn.
struct NewBox {
    cells::Address at;
    Anchor anchor;
};

/// Ids for shapes that a drawing is to get.
struct ShapeIds {
    std::vector<std::uint32_t> ids;
    std::vector<std::uint32_t> blocks; ///< all blocks that the drawing claims, with those added
};

/// Who uses which blocks, in all drawings of a workbook.
class ShapeBlocks {
public:
    /// Takes in a drawing as it stands.
    void use(std::string_view part, const VmlDrawing& drawing);
    /// Ids that no other drawing may use, in the drawing's own blocks first.
    ShapeIds claim(std::string_view part, const VmlDrawing& drawing, std::size_t count);

private:
    std::vector<std::pair<std::string, std::uint32_t>> used_; // part and block
};

/// A whole drawing that holds these boxes.
std::string new_vml(std::span<const NewBox> boxes, const ShapeIds& ids);
/// Adds boxes to a drawing that holds something else as well.
void add_boxes(Splices& edits, const VmlDrawing& drawing, std::span<const NewBox> boxes, const ShapeIds& ids);

} // namespace xlsx
