// Faults of notes, their boxes, threads, controls and drawings.
#include "tests/xlsx/lint/mutant.h"

namespace support {

static const std::string sheet = "xl/worksheets/sheet1.xml";
static const std::string comments = "xl/comments1.xml";
static const std::string boxes = "xl/drawings/vmlDrawing1.vml";
static const std::string threads = "xl/threadedComments/threadedComment1.xml";
static const std::string drawing = "xl/drawings/drawing1.xml";

static Mutant change(std::string sentence, std::string invariant, const std::string& part, std::string was,
                     std::string is) {
    return {std::move(sentence), std::move(invariant), Mutant::Edit::change, part,
            std::move(was),      std::move(is)};
}

std::vector<Mutant> note_mutants() {
    return {
        change("boxes for notes and no notes", "N1", "xl/drawings/vmlDrawing3.vml", R"(ObjectType="Button")",
               R"(ObjectType="Note")"),
        change("two drawings number their shapes alike", "N2", "xl/drawings/vmlDrawing3.vml", R"(data="2")",
               R"(data="1,2")"),
        change("a shape outside its drawing's numbers", "N2", boxes, "_x0000_s1027", "_x0000_s3073"),
        change("two shapes have one number", "N2", boxes, "_x0000_s1027", "_x0000_s1025"),
        change("a button has lost its shape", "N3", boxes, "_x0000_s1026", "_x0000_s1028"),
        change("header pictures share the notes' drawing", "N3", sheet, R"(<legacyDrawingHF r:id="rId3"/>)",
               R"(<legacyDrawingHF r:id="rId2"/>)"),
        change("two notes on one cell", "N5", comments, R"(ref="C5" authorId="0")",
               R"(ref="C4" authorId="0")"),
        change("a note on no cell", "N5", comments, R"(ref="C5" authorId="0")", R"(ref="5C" authorId="0")"),
        change("a note without author", "N5", comments, R"(ref="C5" authorId="0")",
               R"(ref="C5" authorId="2")"),
        change("a box on another cell than its note", "N5", boxes, "<x:Row>4</x:Row>", "<x:Row>5</x:Row>"),
        change("two boxes on one cell", "N5", boxes, "<x:Row>4</x:Row>", "<x:Row>3</x:Row>"),
        change("a note of 32,768 characters", "S10", comments, "Two homes to be confirmed",
               std::string(32'768, 'x')),
        change("a note starts with a blank", "S11", comments, "<t>Two homes", "<t> Two homes"),
        change("a thread stands on another cell than its note", "N6", threads,
               R"(ref="C4" dT="2016-10-01T09)", R"(ref="C5" dT="2016-10-01T09)"),
        change("a thread is by nobody", "N6", threads, R"(personId="{CCCCCCCC-0000-4000-8000-000000000001}")",
               R"(personId="{CCCCCCCC-0000-4000-8000-000000000002}")"),
        change("an answer to nothing", "N6", threads, R"(parentId="{BBBBBBBB-0000-4000-8000-000000000001}")",
               R"(parentId="{BBBBBBBB-0000-4000-8000-000000000003}")"),
        change("a placeholder is an ordinary note's", "N6", comments,
               "tc={BBBBBBBB-0000-4000-8000-000000000001}", "Jo Patel"),
        change("persons are unknown", "N6", "xl/persons/person.xml", R"(id="{CCCCCCCC)", R"(id="{DDDDDDDD)"),
        change("a box outside the sheet", "N7", boxes, "3, 15, 3, 2, 5, 31, 7, 1",
               "16383, 15, 3, 2, 16390, 31, 7, 1"),
        change("two objects have one number", "G1", drawing, R"(<xdr:cNvPr id="3")", R"(<xdr:cNvPr id="2")"),
        change("an anchor ends before it starts", "G2", drawing, "<xdr:row>12</xdr:row>",
               "<xdr:row>0</xdr:row>"),
        change("an anchor outside the sheet", "G2", drawing, "<xdr:col>9</xdr:col>",
               "<xdr:col>16385</xdr:col>"),
        change("an anchor before the first row", "G2", drawing, "<xdr:row>1</xdr:row>",
               "<xdr:row>-1</xdr:row>"),
        change("a chart of a sheet that is not there", "G3", "xl/charts/chart1.xml", "'Q1 return'!",
               "'Q2 return'!"),
    };
}

} // namespace support
