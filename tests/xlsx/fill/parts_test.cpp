// Parts that hang on a sheet: charts and drawings, tables, notes, pivot tables.
#include "tests/xlsx/fill/drawn_template.h"

#include <catch2/catch_test_macros.hpp>

using drawn::piece;
using drawn::slots;

static constexpr auto list = R"(
    Ref         | Actual
    {{kpi.ref}} | {{kpi.actual}}
    Total       | =SUM(B2:B2)
)";

static cells::Slots three() {
    return slots(R"(
        kpi ref=A; actual=1
        kpi ref=B; actual=2.5
        kpi ref=C; actual=-
    )");
}

static std::string relationship(const std::string& kind, const std::string& target) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)"
           + kind + R"(" Target=")" + target + R"("/></Relationships>)";
}

static std::string anchor(const std::string& edit_as, int from, int to) {
    const auto marker = [](const char* name, int row) {
        return "<xdr:" + std::string(name) + "><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
               + std::to_string(row) + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:" + name + ">";
    };
    return "<xdr:twoCellAnchor" + edit_as + ">" + marker("from", from) + marker("to", to)
           + R"(<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>)";
}

static std::string drawing(const std::string& anchors) {
    return R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
           + anchors + "</xdr:wsDr>";
}

static std::string chart(const std::string& series) {
    return R"(<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>)"
           + series
           + R"(</c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart></c:chartSpace>)";
}

static xlsx::Package with_chart(std::string_view rows, const std::string& series,
                                const std::string& anchors) {
    return drawn::package(
        {{"xl/worksheets/sheet1.xml", drawn::sheet(rows, R"(<drawing r:id="rId1"/>)")},
         {"xl/worksheets/_rels/sheet1.xml.rels", relationship("drawing", "../drawings/drawing1.xml")},
         {"xl/drawings/drawing1.xml", drawing(anchors)},
         {"xl/drawings/_rels/drawing1.xml.rels", relationship("chart", "../charts/chart1.xml")},
         {"xl/charts/chart1.xml", chart(series)}});
}

TEST_CASE("a chart over a repeated row shows all copies and remembers their values", "[fill][parts]") {
    xlsx::Package file = with_chart(
        list,
        R"(<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Actual</c:v></c:pt></c:strCache></c:strRef></c:tx>)"
        R"(<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$2</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{kpi}</c:v></c:pt></c:strCache></c:strRef></c:cat>)"
        R"(<c:val><c:numRef><c:f>Sheet1!$B$2</c:f><c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val="1"/></c:numCache></c:numRef></c:val>)",
        anchor("", 5, 20));
    drawn::fill(file, three());
    CHECK(
        piece(file, "<c:tx>", "</c:val>", "xl/charts/chart1.xml")
        == R"(<c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Actual</c:v></c:pt></c:strCache></c:strRef></c:tx>)"
           R"(<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>A</c:v></c:pt><c:pt idx="1"><c:v>B</c:v></c:pt><c:pt idx="2"><c:v>C</c:v></c:pt></c:strCache></c:strRef></c:cat>)"
           R"(<c:val><c:numRef><c:f>Sheet1!$B$2:$B$4</c:f><c:numCache><c:formatCode>0.0</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>2.5</c:v></c:pt></c:numCache></c:numRef></c:val>)");
}

// What a chart of the last row's total remembers once the template is filled.
static std::string remembered_total(const std::string& formula) {
    xlsx::Package file = with_chart(
        R"(
        {{kpi.ref}} | {{kpi.actual}}
        Total       | )"
            + formula,
        R"(<c:val><c:numRef><c:f>Sheet1!$B$2</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>99</c:v></c:pt></c:numCache></c:numRef></c:val>)",
        anchor("", 5, 20));
    drawn::fill(file, three());
    return piece(file, "</c:f>", "</c:numRef>", "xl/charts/chart1.xml");
}

TEST_CASE("a chart shows a total that could be calculated, and forgets one that only Excel can",
          "[fill][parts]") {
    CHECK(
        remembered_total("=SUM(B1:B1)")
        == R"(</c:f><c:numCache><c:ptCount val="1"/><c:pt idx="0"><c:v>3.5</c:v></c:pt></c:numCache></c:numRef>)");
    CHECK(remembered_total("=STDEV(B1:B1)") == "</c:f></c:numRef>");
}

TEST_CASE("a chart over rows that come apart shows each run of them", "[fill][parts]") {
    xlsx::Package file = with_chart(
        R"(
        {{#outcome}}     |
        {{outcome.name}} | 100
        {{kpi.ref}}      | {{kpi.actual}}
        {{/outcome}}     |
    )",
        R"(<c:val><c:numRef><c:f>Sheet1!$B$3:$B$3</c:f><c:numCache><c:ptCount val="1"/></c:numCache></c:numRef></c:val>)",
        anchor("", 5, 20));
    drawn::fill(file, slots(R"(
        outcome name=Homes
          kpi ref=H1; actual=1
        outcome name=Jobs
          kpi ref=J1; actual=3
    )"));
    CHECK(
        piece(file, "<c:val>", "</c:val>", "xl/charts/chart1.xml")
        == R"(<c:val><c:numRef><c:f>(Sheet1!$B$2:$B$2,Sheet1!$B$4:$B$4)</c:f><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>3</c:v></c:pt></c:numCache></c:numRef></c:val>)");
}

TEST_CASE("drawings below move, those beside grow unless they are set to move only", "[fill][parts]") {
    const auto rows_of = [](const std::string& edit_as, int from, int to) {
        xlsx::Package file = with_chart(list, "", anchor(edit_as, from, to));
        drawn::fill(file, three());
        const std::string part = "xl/drawings/drawing1.xml";
        return piece(file, "<xdr:row>", "</xdr:row>", part) + piece(file, "<xdr:to>", "</xdr:to>", part);
    };
    const auto rows = [](int from, int to) {
        return "<xdr:row>" + std::to_string(from)
               + "</xdr:row><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
               + std::to_string(to) + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>";
    };
    CHECK(rows_of("", 5, 20) == rows(7, 22));
    CHECK(rows_of("", 0, 20) == rows(0, 22));
    CHECK(rows_of(" editAs=\"oneCell\"", 0, 20) == rows(0, 20));
    CHECK(rows_of(" editAs=\"oneCell\"", 5, 20) == rows(7, 22));
    CHECK(rows_of(" editAs=\"absolute\"", 5, 20) == rows(5, 20));
}

TEST_CASE("a table takes in the copies of its rows", "[fill][parts]") {
    xlsx::Package file = drawn::package(
        {{"xl/worksheets/sheet1.xml",
          drawn::sheet(list, R"(<tableParts count="1"><tablePart r:id="rId1"/></tableParts>)")},
         {"xl/worksheets/_rels/sheet1.xml.rels", relationship("table", "../tables/table1.xml")},
         {"xl/tables/table1.xml",
          R"(<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Kpis" displayName="Kpis" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="Ref"/><tableColumn id="2" name="Actual"/></tableColumns></table>)"}});
    drawn::fill(file, three());
    CHECK(piece(file, "ref=", "/>", "xl/tables/table1.xml") == R"(ref="A1:B4"><autoFilter ref="A1:B4"/>)");
}

TEST_CASE("an empty table keeps a row, since Excel allows none without", "[fill][parts]") {
    xlsx::Package file = drawn::package(
        {{"xl/worksheets/sheet1.xml",
          drawn::sheet("Ref\n{{kpi.ref}}\nEnd",
                       R"(<tableParts count="1"><tablePart r:id="rId1"/></tableParts>)")},
         {"xl/worksheets/_rels/sheet1.xml.rels", relationship("table", "../tables/table1.xml")},
         {"xl/tables/table1.xml",
          R"(<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Kpis" displayName="Kpis" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="Ref"/></tableColumns></table>)"}});
    drawn::fill(file, slots("kpi none"));
    CHECK(drawn::draw(file) == "Ref\n(hidden)\nEnd\n");
    CHECK(piece(file, "ref=", ">", "xl/tables/table1.xml") == R"(ref="A1:A2">)");
}

TEST_CASE("a note stays with its row, box and all", "[fill][parts]") {
    const std::string comments =
        R"(<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>A</author></authors><commentList><comment ref="B3" authorId="0"><text><t>Sum</t></text></comment></commentList></comments>)";
    const std::string vml =
        R"(<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 2, 10, 4, 15, 6, 4</x:Anchor><x:Row>2</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>)";
    xlsx::Package file = drawn::package(
        {{"xl/worksheets/sheet1.xml", drawn::sheet(list, R"(<legacyDrawing r:id="rId1"/>)")},
         {"xl/worksheets/_rels/sheet1.xml.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>)"},
         {"xl/drawings/vmlDrawing1.vml", vml},
         {"xl/comments1.xml", comments}});
    drawn::fill(file, three());
    CHECK(piece(file, "<comment ref", ">", "xl/comments1.xml") == R"(<comment ref="B5" authorId="0">)");
    CHECK(piece(file, "<x:Anchor>", "</x:Row>", "xl/drawings/vmlDrawing1.vml")
          == "<x:Anchor>2, 15, 4, 10, 4, 15, 8, 4</x:Anchor><x:Row>4</x:Row>");
}
