#include "xlsx/package/package.h"

#include "tests/support/reader_process.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/workbook_builder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using cells::Error;
using support::workbook;
using xlsx::Archive;
using xlsx::Package;

using Names = std::vector<std::string>;

static Package opened(std::string bytes) {
    auto package = Package::open(std::move(bytes), "return.xlsx");
    INFO((package ? "" : to_text(package.error())));
    REQUIRE(package);
    return std::move(*package);
}

static std::string text_of(Package& package, std::string_view part) {
    const auto text = package.text(part);
    INFO((text ? "" : to_text(text.error())));
    REQUIRE(text);
    return std::string(*text);
}

static Archive archive_of(std::string bytes) {
    return Archive::open(std::move(bytes), "return.xlsx", {}).value();
}

static constexpr const char* sheet = "xl/worksheets/sheet1.xml";

TEST_CASE("a workbook that nobody changed is saved byte for byte", "[package]") {
    const std::string bytes = workbook();
    Package package = opened(bytes);
    text_of(package, sheet);
    CHECK(package.save() == bytes);
    CHECK(package.touched().empty());
}

TEST_CASE("a changed part leaves all others with their compressed bytes, in their places", "[package]") {
    const std::string bytes = workbook({{"xl/media/image1.png", "not XML \xFF\xFE"}});
    Package package = opened(bytes);
    package.replace("xl/styles.xml", "<styleSheet/>");
    CHECK(package.touched() == Names{"xl/styles.xml"});
    const Archive before = archive_of(bytes);
    const Archive after = archive_of(package.save());
    REQUIRE(before.entries().size() == after.entries().size());
    for (std::size_t i = 0; i < before.entries().size(); ++i) {
        const auto& was = before.entries()[i];
        const auto& is = after.entries()[i];
        CHECK(was.name == is.name);
        if (was.name != "xl/styles.xml") CHECK(before.stored(was) == after.stored(is));
    }
    Package again = opened(package.save());
    CHECK(text_of(again, "xl/styles.xml") == "<styleSheet/>");
}

TEST_CASE("a part that is put back to what it was counts as untouched", "[package]") {
    const std::string bytes = workbook();
    Package package = opened(bytes);
    const std::string before = text_of(package, sheet);
    package.replace(sheet, "<worksheet/>");
    CHECK(package.touched() == Names{sheet});
    CHECK(text_of(package, sheet) == "<worksheet/>");
    CHECK(package.original(sheet) == before);
    package.replace(sheet, before);
    CHECK(package.touched().empty());
    CHECK(package.save() == bytes);
}

TEST_CASE("parts are added at the end and removed without a trace", "[package]") {
    const std::string bytes = workbook();
    Package package = opened(bytes);
    const Names before = package.parts();
    package.add("xl/comments1.xml", "<comments/>");
    package.remove("xl/styles.xml");
    CHECK(package.touched() == Names{"xl/comments1.xml", "xl/styles.xml"});
    CHECK_FALSE(package.has("xl/styles.xml"));
    CHECK(package.parts().back() == "xl/comments1.xml");
    CHECK_FALSE(package.original("xl/comments1.xml"));
    const Package again = opened(package.save());
    CHECK(again.parts() == package.parts());
    package.remove("xl/comments1.xml");
    package.add("xl/styles.xml", package.original("xl/styles.xml").value());
    CHECK(package.parts() == before);
    CHECK(package.save() == bytes);
}

TEST_CASE("views of one part stay while others are added and replaced", "[package]") {
    Package package = opened(workbook());
    const std::string_view view = package.text(sheet).value();
    const std::string copy(view);
    for (int i = 0; i < 100; ++i) package.add("customXml/item" + std::to_string(i) + ".xml", "<a/>");
    CHECK(view == copy);
}

TEST_CASE("part names are matched whatever their case and slashes, and kept as they are spelt", "[package]") {
    const std::string bytes = support::archive({
        {"[content_types].XML",
         R"(<Types><Override PartName="/XL/Workbook.xml" ContentType="application/vnd.)"
         R"(openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)"},
        {"_rels\\.rels",
         R"(<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/)"
         R"(officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl\\workbook.xml", "<workbook/>"},
    });
    Package package = opened(bytes);
    CHECK(package.workbook_part() == "xl\\workbook.xml");
    CHECK(package.has("XL/Workbook.XML"));
    package.replace("xl/workbook.xml", "<workbook></workbook>");
    CHECK(archive_of(package.save()).entries()[2].name == "xl\\workbook.xml");
}

TEST_CASE("folders in the archive are kept and are no parts", "[package]") {
    Package package = opened(workbook({{"xl/", "-"}}));
    CHECK(std::ranges::count(package.parts(), "xl/") == 0);
    package.replace("xl/styles.xml", "<styleSheet/>");
    const Archive after = archive_of(package.save());
    CHECK(std::ranges::count(after.entries(), "xl/", &xlsx::ZipEntry::name) == 1);
}

TEST_CASE("a part in UTF-16 is read as UTF-8, and written as UTF-8 that says so", "[package][encoding]") {
    const std::string plain =
        "<?xml version=\"1.0\" encoding='UTF-16'?><styleSheet n=\"\xC2\xA3\xF0\x9F\x98\x80\"/>";
    std::string wide = "\xFF\xFE";
    for (const char16_t unit :
         std::u16string(u"<?xml version=\"1.0\" encoding='UTF-16'?><styleSheet n=\"\u00A3\U0001F600\"/>"))
        wide += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    const std::string bytes = workbook({{"xl/styles.xml", wide}});
    Package package = opened(bytes);
    CHECK(text_of(package, "xl/styles.xml") == plain);
    CHECK(package.save() == bytes);
    package.replace("xl/styles.xml", plain);
    CHECK(package.save() == bytes);
    package.replace("xl/styles.xml", plain + "<!-- changed -->");
    const Archive after = archive_of(package.save());
    const auto entry = std::ranges::find(after.entries(), "xl/styles.xml", &xlsx::ZipEntry::name);
    CHECK(after.inflate(*entry)
          == "<?xml version=\"1.0\" encoding='UTF-8'?><styleSheet n=\"\xC2\xA3\xF0\x9F\x98\x80\"/><!-- "
             "changed -->");
}

TEST_CASE("a byte order mark is not text, and stays", "[package][encoding]") {
    Package package = opened(workbook({{"xl/styles.xml", "\xEF\xBB\xBF<styleSheet/>"}}));
    CHECK(text_of(package, "xl/styles.xml") == "<styleSheet/>");
    std::string streamed;
    REQUIRE(package.stream("xl/styles.xml", [&](std::string_view piece) { return streamed += piece, true; }));
    CHECK(streamed == "<styleSheet/>");
    package.replace("xl/styles.xml", "<styleSheet></styleSheet>");
    const Archive after = archive_of(package.save());
    const auto entry = std::ranges::find(after.entries(), "xl/styles.xml", &xlsx::ZipEntry::name);
    CHECK(after.inflate(*entry) == "\xEF\xBB\xBF<styleSheet></styleSheet>");
}

TEST_CASE("a part that is not what XML may be is refused by name", "[package]") {
    const auto said = [](const std::string& text) {
        Package package = opened(workbook({{"xl/styles.xml", text}}));
        const auto got = package.text("xl/styles.xml");
        REQUIRE_FALSE(got);
        CHECK(got.error().kind == Error::Kind::damaged);
        CHECK(got.error().where == "return.xlsx: xl/styles.xml");
        return got.error().what;
    };
    const std::string not_xml = " of this part is not what a workbook's XML may be: ";
    CHECK(said("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>") == "Line 1" + not_xml + "a DOCTYPE");
    CHECK(said("<a>\n<b>\n</a>") == "Line 3" + not_xml + "</a> closes <b>");
    std::string deep;
    for (int i = 0; i < 65; ++i) deep += "<a>";
    CHECK(said(deep) == "Line 1" + not_xml + "nested deeper than 64");
    CHECK(said("<?xml version=\"1.0\"?>\nfoo\n<a/>")
          == "Line 1" + not_xml + "something beside the root element");
    CHECK(said("<a/>\n<a/>") == "Line 2" + not_xml + "something beside the root element");
    CHECK(said(" ") == "This part of the workbook is empty");
    CHECK(said(std::string("<a b=\"\0\"/>", 10))
          == "This part holds control characters, which XML does not allow");
    CHECK(said("<a b=\"\xC3\"/>") == "This part is not text in UTF-8 or UTF-16");
    CHECK(said("<a b=\"\xED\xA0\x80\"/>") == "This part is not text in UTF-8 or UTF-16");
    CHECK(said(std::string("\xFF\xFE\x00\xD8", 4)) == "This part is not text in UTF-8 or UTF-16");
}

TEST_CASE("a drawing of notes may be as ill-formed as Excel writes it", "[package]") {
    Package package = opened(workbook({{"xl/drawings/vmlDrawing1.vml", "<xml><br><font></xml>"}}));
    CHECK(text_of(package, "xl/drawings/vmlDrawing1.vml") == "<xml><br><font></xml>");
}

TEST_CASE("a missing part is said to be missing", "[package]") {
    Package package = opened(workbook());
    CHECK(to_text(package.text("xl/theme/theme1.xml").error())
          == "return.xlsx: xl/theme/theme1.xml: This part of the workbook is missing. Open the file in "
             "Excel, let Excel "
             "repair it, and save it again.");
}

TEST_CASE("content types come from the part's own entry, else from its extension", "[package][types]") {
    Package package = opened(workbook());
    CHECK(package.content_type(sheet)
          == "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
    CHECK(package.content_type("customXml/item1.XML") == "application/xml");
    CHECK(package.content_type("xl/media/image1.png").empty());
    CHECK(package.content_type("README").empty());
}

static std::string inserted_before(std::string text, std::string_view tag, std::string_view element) {
    text.insert(text.find(tag), element);
    return text;
}

TEST_CASE("declaring a type changes nothing else in the list, and undeclaring takes it back",
          "[package][types]") {
    const std::string types = "<?xml version='1.0'?>\r\n<t:Types  xmlns:t = "
                              "\"http://schemas.openxmlformats.org/package/2006/content-types\">\n"
                              "  <t:Default Extension='xml' ContentType='application/xml' />\n  <t:Override "
                              "ContentType='application/vnd."
                              "openxmlformats-officedocument.spreadsheetml.sheet.main+xml' "
                              "PartName='/xl/workbook.xml'></t:Override>\n</t:Types>";
    Package package = opened(workbook({{"[Content_Types].xml", types}}));
    REQUIRE(package.declare("xl/comments1.xml", "application/x-comments+xml"));
    CHECK(package.content_type("xl/comments1.xml") == "application/x-comments+xml");
    CHECK(text_of(package, "[Content_Types].xml")
          == inserted_before(
              types, "</t:Types>",
              "<t:Override PartName=\"/xl/comments1.xml\" ContentType=\"application/x-comments+xml\"/>"));
    REQUIRE(package.declare("xl/comments1.xml", "application/x-comments+xml"));
    REQUIRE(package.undeclare("XL/comments1.xml"));
    CHECK(text_of(package, "[Content_Types].xml") == types);
    CHECK(package.touched().empty());
    REQUIRE(package.undeclare("xl/workbook.xml"));
    CHECK(package.content_type("xl/workbook.xml") == "application/xml");
}

TEST_CASE("a type by extension is declared once, and as the part's own where the extension has another",
          "[package][types]") {
    Package package = opened(workbook());
    const std::string before = text_of(package, "[Content_Types].xml");
    REQUIRE(package.declare("xl/media/image1.png", "image/png", true));
    REQUIRE(package.declare("xl/media/image2.png", "image/png", true));
    CHECK(text_of(package, "[Content_Types].xml")
          == inserted_before(before, "</Types>", "<Default Extension=\"png\" ContentType=\"image/png\"/>"));
    REQUIRE(package.declare("xl/media/image3.png", "image/x-other", true));
    CHECK(package.content_type("xl/media/image3.png") == "image/x-other");
    CHECK(package.content_type("xl/media/image2.png") == "image/png");
    REQUIRE(package.declare("xl/media/image3.png", "image/x-third"));
    CHECK(package.content_type("xl/media/image3.png") == "image/x-third");
}

static constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

TEST_CASE("a new relationship has an id of its own, and taking it away restores the list",
          "[package][relationships]") {
    const std::string rels =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\n  "
        "<Relationship "
        "Target=\"https://example.org/?a=1&amp;b=2\" TargetMode=\"External\" Type=\"x/hyperlink\" "
        "Id=\"rId7\"/>\n"
        "  <Relationship Id=\"link\" Type=\"x/drawing\" "
        "Target=\"../drawings/drawing1.xml\"/>\n</Relationships>";
    const std::string own = "xl/worksheets/_rels/sheet1.xml.rels";
    Package package = opened(workbook({{own, rels}}));
    const auto list = package.relationships(sheet).value();
    REQUIRE(list.size() == 2);
    CHECK(list[0].target == "https://example.org/?a=1&b=2");
    CHECK(list[0].external);
    CHECK_FALSE(list[1].external);
    CHECK(package.relate(sheet, "comments", "../comments1.xml") == "rId8");
    CHECK(text_of(package, own)
          == inserted_before(rels, "</Relationships>",
                             "<Relationship Id=\"rId8\" Type=\"" + std::string(office)
                                 + "comments\" Target=\"../comments1.xml\"/>"));
    REQUIRE(package.unrelate(sheet, "rId8"));
    CHECK(package.touched().empty());
    REQUIRE(package.unrelate(sheet, "no such id"));
}

TEST_CASE("the first relationship of a part makes its list", "[package][relationships]") {
    Package package = opened(workbook());
    CHECK(package.relationships(sheet)->empty());
    CHECK(package.relate(sheet, "vmlDrawing", "../drawings/vmlDrawing1.vml") == "rId1");
    CHECK(package.relate(sheet, "comments", "../comments1.xml") == "rId2");
    CHECK(package.touched() == Names{"xl/worksheets/_rels/sheet1.xml.rels"});
    CHECK(package.content_type("xl/worksheets/_rels/sheet1.xml.rels")
          == "application/vnd.openxmlformats-package.relationships+xml");
    Package again = opened(package.save());
    CHECK(again.relationships(sheet)->size() == 2);
}

TEST_CASE("in a strict workbook, new relationships are strict", "[package][relationships]") {
    const std::string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
    Package package = opened(
        workbook({{"_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"" + strict
                                      + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"}}));
    REQUIRE(package.relate(sheet, "comments", "../comments1.xml"));
    CHECK(package.relationships(sheet)->at(0).type == strict + "comments");
}

TEST_CASE("a relationship's kind is the same in both families", "[package][relationships]") {
    const auto is = [](std::string_view type, std::string_view kind) {
        return Package::type_is({"rId1", std::string(type), "a.xml", false}, kind);
    };
    CHECK(is("http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet", "worksheet"));
    CHECK(is("http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet", "worksheet"));
    CHECK(is("http://purl.oclc.org/ooxml/officeDocument/relationships/extendedProperties",
             "extended-properties"));
    CHECK(is("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "threadedComment"));
    CHECK_FALSE(is("http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "comment"));
    CHECK_FALSE(
        is("http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet", "worksheet"));
}

TEST_CASE("a target is found from the part that names it", "[package][relationships]") {
    CHECK(Package::resolve("xl/workbook.xml", "worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
    CHECK(Package::resolve("xl/worksheets/sheet1.xml", "../drawings/drawing1.xml")
          == "xl/drawings/drawing1.xml");
    CHECK(Package::resolve("xl/workbook.xml", "/xl/worksheets/sheet1.xml") == "xl/worksheets/sheet1.xml");
    CHECK(Package::resolve("xl/workbook.xml", "./styles.xml") == "xl/styles.xml");
    CHECK(Package::resolve("xl\\workbook.xml", "worksheets\\sheet1.xml") == "xl/worksheets/sheet1.xml");
    CHECK(Package::resolve("", "xl/workbook.xml") == "xl/workbook.xml");
    CHECK(Package::resolve("a.xml", "../../b.xml") == "b.xml");
}

TEST_CASE("every workbook of the corpus is saved unchanged, and with one changed part stays sound",
          "[package][corpus][judge]") {
    const auto corpus = support::need_shared("corpus");
    const support::TemporaryFolder folder;
    std::string saved;
    int number = 0;
    for (const auto& item : std::filesystem::recursive_directory_iterator(corpus)) {
        if (!item.is_regular_file()) continue;
        const std::string bytes = support::bytes_of(item.path());
        auto package = Package::open(bytes, item.path().filename().string());
        if (!package) continue;
        INFO(item.path());
        CHECK(package->save() == bytes);
        if (++number % 10 != 0) continue;
        const std::string& part = package->workbook_part();
        package->replace(part, text_of(*package, part) + "<!-- changed -->");
        CHECK(package->touched() == Names{part});
        saved += folder.write(std::to_string(number) + ".xlsx", package->save()).string() + "\n";
    }
    CHECK(number > 1000);
    CHECK(support::run_reader("check_zip.py", saved) == "");
}
