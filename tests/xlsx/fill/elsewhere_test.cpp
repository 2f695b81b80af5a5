// Slots that stand in no cell: headers, shapes, charts, pictures. And the preview, which lists all slots.
#include "tests/xlsx/fill/drawn_template.h"
#include "xlsx/fill/fill.h"

#include <catch2/catch_test_macros.hpp>

using drawn::piece;
using drawn::refusal;
using drawn::slots;

static std::string relationship(const std::string& kind, const std::string& target) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)"
           + kind + R"(" Target=")" + target + R"("/></Relationships>)";
}

// From row `from` to row `to`, counted from 0, what `object` is.
static std::string anchor(int from, int to, const std::string& object, const std::string& attributes = "") {
    const auto marker = [](const std::string& name, int row) {
        return "<xdr:" + name + "><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>"
               + std::to_string(row) + "</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:" + name + ">";
    };
    return "<xdr:twoCellAnchor" + attributes + ">" + marker("from", from) + marker("to", to) + object
           + "<xdr:clientData/></xdr:twoCellAnchor>";
}

static std::string picture(int id, const std::string& name, const std::string& description) {
    return R"(<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=")" + std::to_string(id) + R"(" name=")" + name
           + R"(" descr=")" + description
           + R"("/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill/><xdr:spPr/></xdr:pic>)";
}

static std::string text_box(const std::string& runs) {
    return R"(<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="9" name="Box"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p>)"
           + runs + "</a:p></xdr:txBody></xdr:sp>";
}

static xlsx::Package with_drawing(const std::string& rows, const std::string& anchors,
                                  const std::string& chart = "<c:chartSpace/>") {
    return drawn::package(
        {{"xl/worksheets/sheet1.xml", drawn::sheet(rows, R"(<drawing r:id="rId1"/>)")},
         {"xl/worksheets/_rels/sheet1.xml.rels", relationship("drawing", "../drawings/drawing1.xml")},
         {"xl/drawings/drawing1.xml",
          R"(<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">)"
              + anchors + "</xdr:wsDr>"},
         {"xl/drawings/_rels/drawing1.xml.rels", relationship("chart", "../charts/chart1.xml")},
         {"xl/charts/chart1.xml", chart}});
}

static constexpr std::string_view drawing_part = "xl/drawings/drawing1.xml";

// "1-2 Red: Voids" for each anchor that is left: its rows, counted from 0, and its alternative text.
static std::string pictures(xlsx::Package& package) {
    std::string all;
    const std::string xml = drawn::text(package, drawing_part);
    const auto value = [&](std::size_t at, const std::string& begin, char end) {
        const auto start = xml.find(begin, at) + begin.size();
        return xml.substr(start, xml.find(end, start) - start);
    };
    for (auto at = xml.find("<xdr:twoCellAnchor"); at != std::string::npos;
         at = xml.find("<xdr:twoCellAnchor", at + 1))
        all += value(at, "<xdr:row>", '<') + "-" + value(xml.find("<xdr:to>", at), "<xdr:row>", '<') + " "
               + value(at, "name=\"", '"') + ": " + value(at, "descr=\"", '"') + "\n";
    return all;
}

TEST_CASE("slots are filled in headers and footers, where an ampersand is printed as one", "[fill]") {
    xlsx::Package file = drawn::package(
        "Ref",
        "<headerFooter><oddHeader>&amp;C&amp;\"Arial,Bold\"&amp;12{{report.quarter}}: {{report.title}}"
        "</oddHeader><oddFooter>&amp;RPage &amp;P of &amp;N, {{count indicators}} indicators</oddFooter>"
        "</headerFooter>");
    drawn::fill(file, slots(R"(
        report quarter=2; title=Health & care
        indicator ref=H1
        indicator ref=H2
    )"));
    CHECK(piece(file, "<oddHeader>", "</oddHeader>")
          == "<oddHeader>&amp;C&amp;&quot;Arial,Bold&quot;&amp;12 2: Health &amp;&amp; care</oddHeader>");
    CHECK(piece(file, "<oddFooter>", "</oddFooter>")
          == "<oddFooter>&amp;RPage &amp;P of &amp;N, 2 indicators</oddFooter>");
}

TEST_CASE("a slot in a shape is filled, though formats break it into runs", "[fill]") {
    xlsx::Package file = with_drawing(
        "{{report.period}}",
        anchor(0, 3,
               text_box("<a:r><a:rPr b=\"1\"/><a:t>Summary of {{report</a:t></a:r><a:r><a:t>.period}} "
                        "(draft)</a:t></a:r>")));
    drawn::fill(file, slots("report period=Q2"));
    CHECK(piece(file, "<a:p>", "</a:p>", drawing_part)
          == "<a:p><a:r><a:rPr b=\"1\"/><a:t>Summary of Q2</a:t></a:r><a:r><a:t> (draft)</a:t></a:r></a:p>");
}

TEST_CASE("slots are filled in a chart's titles and in the names of its series", "[fill]") {
    xlsx::Package file = with_drawing(
        "{{report.period}}", "",
        R"(<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Red in {{report.period}}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:tx><c:v>{{report.period}}</c:v></c:tx></c:ser></c:chart></c:chartSpace>)");
    drawn::fill(file, slots("report period=R&D"));
    CHECK(piece(file, "<a:t>", "</a:t>", "xl/charts/chart1.xml") == "<a:t>Red in R&amp;D</a:t>");
    CHECK(piece(file, "<c:v>", "</c:v>", "xl/charts/chart1.xml") == "<c:v>R&amp;D</c:v>");
}

TEST_CASE("a picture is chosen by a value, and comes with each copy of its row", "[fill]") {
    std::string symbols;
    int id = 1;
    for (const std::string status : {"Red", "Amber", "Green"})
        symbols += anchor(1, 2,
                          picture(++id, "{{#if indicator.status = " + status + "}}",
                                  "{{indicator.status}}: {{indicator.name}}"));
    xlsx::Package file = with_drawing("Indicator\n{{indicator.name}}\nEnd",
                                      symbols + anchor(2, 4, picture(7, "Logo", "Council")));
    drawn::fill(file, slots(R"(
        indicator name=Voids; status=Red
        indicator name=Arrears; status=Green
        indicator name=Starts; status=Red
        indicator name=Homes; status=-
    )"));
    CHECK(pictures(file)
          == "1-2 Picture 2: Red: Voids\n3-4 Picture 9: Red: Starts\n2-3 Picture 4: Green: Arrears\n"
             "5-7 Logo: Council\n");
}

TEST_CASE("a picture stands under a condition outside rows that repeat, too", "[fill]") {
    const auto shown = [](const std::string& quarter) {
        xlsx::Package file = with_drawing(
            "{{report.quarter}}", anchor(0, 2, picture(2, "Stamp {{#if report.quarter = 4}}", "Final"))
                                      + anchor(3, 5, picture(3, "Logo", "")));
        drawn::fill(file, slots("report quarter=" + quarter));
        return pictures(file);
    };
    CHECK(shown("4") == "0-2 Stamp: Final\n3-5 Logo: \n");
    CHECK(shown("2") == "3-5 Logo: \n");
}

TEST_CASE("an error in a slot that stands in no cell names the place", "[fill]") {
    const auto report = slots("report period=Q2");
    const auto header = [&](const std::string& text) {
        return refusal(
            drawn::package("Ref", "<headerFooter><oddHeader>" + text + "</oddHeader></headerFooter>"),
            report);
    };
    CHECK(header("{{report.perod}}")
          == "template.xlsx: Sheet1, the header or footer: There is no value for the slot {{report.perod}}. "
             "Did "
             "you mean {{report.period}}?");
    CHECK(header(std::string(250, 'x') + "{{report.period}}&amp;P ...")
          == "template.xlsx: Sheet1, the header or footer: The text would be longer than the 255 characters "
             "that "
             "Excel prints there. Shorten it.");
    CHECK(header("{{report.period}} {{")
              .starts_with("template.xlsx: Sheet1, the header or footer: The text has"));
    CHECK(refusal(
              with_drawing("Ref", anchor(0, 1, text_box("<a:r><a:t>{{#if report.period = Q2}}</a:t></a:r>"))),
              report)
          == "template.xlsx: Sheet1, a shape: The condition {{#if report.period = Q2}} stands in a text. Put "
             "it into "
             "the name of the picture or shape, or into a row of its own.");
    CHECK(refusal(drawn::package(
                      "{{report.period}}",
                      R"(<hyperlinks><hyperlink ref="A1" location="{{report.period}}"/></hyperlinks>)"),
                  report)
              .starts_with("template.xlsx: Sheet1, hyperlinks: A slot stands in a link"));
}

TEST_CASE("the preview lists each slot with its value and the cell that it would fill", "[fill]") {
    const xlsx::Package file =
        drawn::package("{{report.title}}: {{report.period}}\n{{indicator.name}} | {{indicator.actual}}\n"
                       "Red | {{count indicators where status = Red}}",
                       "<headerFooter><oddFooter>{{report.period}}</oddFooter></headerFooter>");
    auto values = slots(R"(
        report title=Scorecard; period=Q2
        indicator name=Voids; actual=0.125; status=Red
        indicator name=Arrears; actual=-; status=Green
    )");
    values.root.blocks["indicator"][0].fields["actual"].number_format = "0.0%";
    const auto listed = xlsx::preview(file, values);
    REQUIRE(listed);
    std::string lines;
    for (const xlsx::FilledSlot& slot : *listed)
        lines += slot.sheet + " " + slot.where + ": " + slot.slot + " = " + slot.value + "\n";
    CHECK(lines == R"(Sheet1 A1: {{report.title}} = Scorecard
Sheet1 A1: {{report.period}} = Q2
Sheet1 A2: {{indicator.name}} = Voids
Sheet1 B2: {{indicator.actual}} = 12.5%
Sheet1 A3: {{indicator.name}} = Arrears
Sheet1 B3: {{indicator.actual}} = 
Sheet1 B4: {{count indicators where status = Red}} = 1
Sheet1 the header or footer: {{report.period}} = Q2
)");
}
