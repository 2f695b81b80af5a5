#include "xlsx/package/xml_lexer.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using xlsx::XmlLexer;
using xlsx::XmlToken;

// One line per token: kind, depth and text, so that a whole input's cut is one expectation.
static std::vector<std::string> cut(std::string_view input, std::uint32_t depth = 64) {
    static constexpr const char* kinds[] = {"open",  "close", "single", "text",
                                            "cdata", "other", "end",    "broken"};
    XmlLexer lexer(input, depth);
    std::vector<std::string> lines;
    for (;;) {
        const XmlToken token = lexer.next();
        std::string line =
            std::string(kinds[static_cast<int>(token.kind)]) + " " + std::to_string(token.depth);
        if (token.kind == XmlToken::Kind::broken) line += " " + std::string(lexer.reason());
        if (token.kind == XmlToken::Kind::cdata)
            line += " " + std::string(token.body);
        else if (!token.last())
            line += " " + std::string(token.raw);
        lines.push_back(line);
        if (token.last()) return lines;
        CHECK(input.substr(token.offset, token.raw.size()) == token.raw);
    }
}

TEST_CASE("XML is cut into tags and text, each with its depth") {
    CHECK(cut("<?xml version='1.0'?><a><b c=\"1\"/>x &amp; y</a>")
          == std::vector<std::string>{"other 0 <?xml version='1.0'?>", "open 0 <a>", "single 1 <b c=\"1\"/>",
                                      "text 1 x &amp; y", "close 0 </a>", "end 0"});
    CHECK(cut("<a><!-- <b> --><![CDATA[<b>]]></a>")
          == std::vector<std::string>{"open 0 <a>", "other 1 <!-- <b> -->", "cdata 1 <b>", "close 0 </a>",
                                      "end 0"});
    CHECK(cut("") == std::vector<std::string>{"end 0"});
}

TEST_CASE("a '>' in quotes does not end a tag") {
    CHECK(cut("<a b=\"x>y\" c='/>'/>")
          == std::vector<std::string>{"single 0 <a b=\"x>y\" c='/>'/>", "end 0"});
}

TEST_CASE("ill-formed XML is broken with a reason, and stays broken") {
    CHECK(cut("<!DOCTYPE a><a/>").back() == "broken 0 a DOCTYPE");
    CHECK(cut("<a><b></a>").back() == "broken 2 </a> closes <b>");
    CHECK(cut("</a>").back() == "broken 0 </a> closes nothing");
    CHECK(cut("<a>").back() == "broken 1 <a> is not closed");
    CHECK(cut("<a b=\"").back() == "broken 0 '<' without '>'");
    CHECK(cut("<").back() == "broken 0 '<' without '>'");
    CHECK(cut("<>").back() == "broken 0 a tag without a name");
    CHECK(cut("<!-- never").back() == "broken 0 '<!--' without '-->'");
    CHECK(cut("<a><b><c/></b></a>", 2).back() == "broken 2 nested deeper than 2");

    XmlLexer lexer("</a><b/>");
    CHECK(lexer.next().kind == XmlToken::Kind::broken);
    CHECK(lexer.next().kind == XmlToken::Kind::broken);
    CHECK(lexer.reason() == "</a> closes nothing");
}

TEST_CASE("skipping an element lands behind its close tag, whatever is inside") {
    XmlLexer lexer("<a><b><b/><c>1</c></b><d/></a>");
    lexer.next();
    CHECK(lexer.next().name == "b");
    CHECK(lexer.skip().raw == "</b>");
    CHECK(lexer.next().name == "d");
}

TEST_CASE("attributes are found by full name or by local name, in either quotes") {
    XmlLexer lexer("<x:c r = 'A1' rel:id=\"rId1\" s=\"\"/>");
    const XmlToken tag = lexer.next();
    CHECK(tag.name == "x:c");
    CHECK(tag.local() == "c");
    CHECK(attribute(tag, "r") == "A1");
    CHECK(attribute(tag, "s") == "");
    CHECK(attribute(tag, "id") == std::nullopt);
    CHECK(attribute(tag, "rel:id") == "rId1");
    CHECK(attribute_local(tag, "id") == "rId1");
}

TEST_CASE("references are resolved, and what is not one stays") {
    CHECK(xlsx::unescape("a &lt;&amp;&gt; &quot;&apos; &#65;&#x42;&#163;") == "a <&> \"' AB\xC2\xA3");
    CHECK(xlsx::unescape("R&D; &#xD800; &#x110000; & &bogus;") == "R&D; &#xD800; &#x110000; & &bogus;");
}

TEST_CASE("text is escaped so that any XML reader gives it back, without what XML cannot hold") {
    CHECK(xlsx::escape("a<b> & \"c\"\n\td") == "a&lt;b&gt; &amp; &quot;c&quot;&#10;&#9;d");
    CHECK(xlsx::escape("a\x01"
                       "b\xEF\xBF\xBE"
                       "c\x7F")
          == "abc\x7F");
    CHECK(xlsx::escape("\xC2\xA3\xF0\x9F\x98\x80") == "\xC2\xA3\xF0\x9F\x98\x80");
    CHECK(xlsx::escape("\xED\xA0\x80|\xC0\xAF|\xE2\x82")
          == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("SpreadsheetML's own escapes go both ways, and a literal one survives") {
    CHECK(xlsx::decode_xstring("a_x000D_b _x005F_x0041_ _x41_ _") == "a\rb _x0041_ _x41_ _");
    CHECK(xlsx::decode_xstring("_xD83D__xDE00_ _xD83D_") == "\xF0\x9F\x98\x80 \xEF\xBF\xBD");
    for (const std::string text :
         {"plain", "a\rb", "_x0041_", "__x0041__", "\x01\x02", "_x", "\xF0\x9F\x98\x80"})
        CHECK(xlsx::decode_xstring(xlsx::encode_xstring(text)) == text);
    CHECK(xlsx::encode_xstring("a\nb\t_x0041_\x01") == "a\nb\t_x005F_x0041__x0001_");
}

TEST_CASE("attributes that run into each other are broken, not guessed at", "[xml]") {
    const auto reason_of = [](std::string_view text) {
        xlsx::XmlLexer lexer(text);
        while (!lexer.next().last()) {
        }
        return std::string(lexer.reason());
    };
    CHECK(reason_of(R"(<f t="shared"si="0"/>)") == "attributes without a blank between");
    CHECK(reason_of(R"(<f t="shared" ref="A1:C3"/><sheet"/>)") == "a quote that begins no value");
    CHECK(reason_of("<f t = 'shared' si=\"0\"/>").empty());
}
