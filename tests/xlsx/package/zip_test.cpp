#include "xlsx/package/zip.h"

#include "tests/support/reader_process.h"
#include "tests/support/temporary_folder.h"
#include "tests/xlsx/package/raw_zip.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using cells::Error;
using support::raw_zip;
using support::RawEntry;
using xlsx::Archive;
using xlsx::ArchiveWriter;
using xlsx::Limits;

static Archive opened(std::string bytes, const Limits& limits = {}) {
    auto archive = Archive::open(std::move(bytes), "returns.xlsx", limits);
    INFO((archive ? "" : to_text(archive.error())));
    REQUIRE(archive);
    return std::move(*archive);
}

static Error refused(std::string bytes, const Limits& limits = {}) {
    auto archive = Archive::open(std::move(bytes), "returns.xlsx", limits);
    REQUIRE_FALSE(archive);
    CHECK(archive.error().where == "returns.xlsx");
    CHECK_FALSE(archive.error().next.empty());
    return archive.error();
}

static std::string names(const Archive& archive) {
    std::string list;
    for (const auto& entry : archive.entries()) list += (list.empty() ? "" : " ") + entry.name;
    return list;
}

// Like the text of a sheet: it deflates well.
static std::string rows(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "<row r=\"" + std::to_string(i) + "\"><c><v>7</v></c></row>";
    return text;
}

TEST_CASE("what is written into an archive is read from it again, in the same order", "[zip]") {
    ArchiveWriter writer;
    writer.add("[Content_Types].xml", "<Types/>");
    writer.add("xl/workbook.xml", rows(5000));
    writer.add("xl/empty.xml", "");
    const Archive archive = opened(std::move(writer).finish());
    CHECK(names(archive) == "[Content_Types].xml xl/workbook.xml xl/empty.xml");
    CHECK(archive.inflate(archive.entries()[0]) == "<Types/>");
    CHECK(archive.inflate(archive.entries()[1]) == rows(5000));
    CHECK(archive.inflate(archive.entries()[2]) == "");
}

TEST_CASE("the same calls give the same bytes", "[zip]") {
    const auto write = [] {
        ArchiveWriter writer;
        writer.add("a.xml", rows(100));
        writer.add("b.xml", "short");
        return std::move(writer).finish();
    };
    CHECK(write() == write());
}

TEST_CASE("a part that does not shrink is stored as it is", "[zip]") {
    ArchiveWriter writer;
    writer.add("short.xml", "<a/>");
    writer.add("long.xml", rows(100));
    const Archive archive = opened(std::move(writer).finish());
    CHECK(archive.entries()[0].method == 0);
    CHECK(archive.entries()[1].method == 8);
    CHECK(archive.entries()[1].stored_size < archive.entries()[1].inflated_size / 10);
}

TEST_CASE("a copied entry keeps its compressed bytes and its time", "[zip]") {
    ArchiveWriter first;
    first.add("a.xml", rows(300), 0x4B3C2D1E);
    const Archive from = opened(std::move(first).finish());
    ArchiveWriter second;
    second.add("before.xml", "moved along");
    second.copy(from, from.entries()[0]);
    const Archive to = opened(std::move(second).finish());
    CHECK(to.stored(to.entries()[1]) == from.stored(from.entries()[0]));
    CHECK(to.entries()[1].dos_time == 0x4B3C2D1E);
    CHECK(to.entries()[1].crc == from.entries()[0].crc);
}

TEST_CASE("sizes that follow the data are understood, and written in front of it in a copy", "[zip]") {
    const std::string text = rows(50);
    const Archive from = opened(
        raw_zip({{.name = "a.xml", .content = text, .deflated = support::deflated(text), .descriptor = true},
                 {.name = "b.xml", .content = "<b/>"}}));
    CHECK(from.inflate(from.entries()[0]) == text);
    ArchiveWriter writer;
    for (const auto& entry : from.entries()) writer.copy(from, entry);
    const std::string copied = std::move(writer).finish();
    const Archive to = opened(copied);
    CHECK(to.entries()[0].flags == 0);
    CHECK(to.inflate(to.entries()[0]) == text);
    CHECK(copied.find("PK\7\10") == std::string::npos);
}

TEST_CASE("a part is streamed in pieces of at most 64 KB, or as far as it is wanted", "[zip]") {
    const std::string text = rows(10'000);
    ArchiveWriter writer;
    writer.add("a.xml", text);
    const Archive archive = opened(std::move(writer).finish());
    std::string got;
    std::size_t longest = 0;
    REQUIRE(archive.stream(archive.entries()[0], [&](std::string_view piece) {
        got += piece;
        longest = std::max(longest, piece.size());
        return true;
    }));
    CHECK(got == text);
    CHECK(longest == 65'536);
    int calls = 0;
    CHECK(archive.stream(archive.entries()[0], [&](std::string_view) { return ++calls < 2; }));
    CHECK(calls == 2);
}

TEST_CASE("an archive of more than 65,535 entries is written and read with wide numbers", "[zip]") {
    ArchiveWriter writer;
    for (int i = 0; i < 70'000; ++i) writer.add("p" + std::to_string(i), "");
    Limits limits;
    limits.entries = 100'000;
    const Archive archive = opened(std::move(writer).finish(), limits);
    CHECK(archive.entries().size() == 70'000);
    CHECK(archive.entries().back().name == "p69999");
}

TEST_CASE("wide numbers are read where a producer wrote them without need", "[zip]") {
    const std::string wide = support::bytes_of_number(1, 2) + support::bytes_of_number(16, 2)
                             + support::bytes_of_number(4, 8) + support::bytes_of_number(4, 8);
    const Archive archive = opened(raw_zip({{.name = "a.xml",
                                             .content = "<a/>",
                                             .inflated_size = 0xFFFFFFFF,
                                             .stored_size = 0xFFFFFFFF,
                                             .central_extra = wide}},
                                           {.zip64 = true}));
    CHECK(archive.inflate(archive.entries()[0]) == "<a/>");
}

TEST_CASE("an archive may end in a comment", "[zip]") {
    CHECK(names(opened(raw_zip({{.name = "a.xml"}}, {.comment = "from the finance system"}))) == "a.xml");
}

TEST_CASE("a file that is cut short says so", "[zip]") {
    const std::string whole = raw_zip({{.name = "a.xml", .content = rows(20)}});
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const Error error = refused(whole.substr(0, length));
        CHECK(error.kind == Error::Kind::not_a_workbook);
        CHECK(error.what == "The file is cut short: the end of the workbook is missing");
    }
}

TEST_CASE("entries that only an attacker writes are refused", "[zip]") {
    const auto [entries, what] = GENERATE(table<std::vector<RawEntry>, std::string>({
        {{{.name = "xl/a.xml"}, {.name = "xl/a.xml"}},
         "There are two entries named 'xl/a.xml', and readers differ on which counts"},
        {{{.name = "xl/a.xml"}, {.name = "XL\\A.xml"}},
         "There are two entries named 'XL\\A.xml', and readers differ on which counts"},
        {{{.name = "../a.xml"}}, "An entry's name points outside the workbook"},
        {{{.name = "xl/..\\..\\a.xml"}}, "An entry's name points outside the workbook"},
        {{{.name = "/etc/passwd"}}, "An entry's name points outside the workbook"},
        {{{.name = "c:\\a.xml"}}, "An entry's name points outside the workbook"},
        {{{.name = std::string("a\0.xml", 6)}}, "An entry's name points outside the workbook"},
        {{{.name = ""}}, "An entry's name points outside the workbook"},
        {{{.name = std::string(2000, 'a')}}, "The zip file's list of entries is damaged"},
        {{{.name = "a.xml", .flags = 1}}, "The file is a zip file with a password"},
        {{{.name = "a.xml", .method = 9}}, "Entry 'a.xml' is packed by a method that Excel does not use"},
        {{{.name = "a.xml", .local_name = "b.xml"}},
         "Entry 'a.xml' is called or packed differently in its own header"},
        {{{.name = "a.xml", .content = "abc", .stored_size = 900}},
         "The sizes of entry 'a.xml' contradict each other"},
        {{{.name = "a.xml", .content = "abc", .inflated_size = 900, .stored_size = 900}},
         "Entry 'a.xml' runs past its place in the file"},
        {{{.name = "a.xml", .header_offset = 1}}, "Entry 'a.xml' is not where the zip file's list says"},
        {{{.name = "a.xml", .header_offset = 0xFFFFFFF0}},
         "Entry 'a.xml' is not where the zip file's list says"},
    }));
    CHECK(refused(raw_zip(entries)).what == what);
}

TEST_CASE("entries that share bytes of the file are refused", "[zip]") {
    const RawEntry inner{.name = "b.xml", .content = "<b/>"};
    const std::string hidden = raw_zip({inner}); // starts with b.xml's local header
    const RawEntry outer{.name = "a.xml", .content = hidden};
    RawEntry pointer = inner;
    pointer.header_offset = 30 + 5; // inside a.xml's data
    CHECK(refused(raw_zip({outer, pointer})).what == "Two entries of the zip file overlap");
}

TEST_CASE("a list of entries that is no list is refused", "[zip]") {
    CHECK(refused(raw_zip({{.name = "a.xml"}}, {.count = 2})).what
          == "The zip file's list of entries is damaged");
    CHECK(refused(raw_zip({{.name = "a.xml"}}, {.directory_offset = 0xFFFFFF})).what
          == "The zip file's list of entries lies outside the file");
    CHECK(refused(raw_zip({{.name = "a.xml"}}, {.directory_offset = 3})).what
          == "The zip file's list of entries is damaged");
}

TEST_CASE("a part whose content is not what the list promises is damaged", "[zip]") {
    const std::string text = rows(4000);
    const std::string packed = support::deflated(text);
    const auto entry = GENERATE_COPY(values<RawEntry>({
        {.name = "a.xml", .content = text, .deflated = packed, .crc = 1},
        {.name = "a.xml", .content = text, .deflated = packed, .inflated_size = 100},
        {.name = "a.xml", .content = text, .deflated = packed, .inflated_size = 400'000},
        {.name = "a.xml", .content = text, .deflated = packed.substr(0, packed.size() / 2)},
        {.name = "a.xml", .content = text, .deflated = std::string(500, '\xFF')},
        {.name = "a.xml", .content = text, .deflated = ""},
        {.name = "a.xml", .content = "stored", .crc = 1},
    }));
    const Archive archive = opened(raw_zip({entry}));
    const auto whole = archive.inflate(archive.entries()[0]);
    REQUIRE_FALSE(whole);
    CHECK(whole.error().kind == Error::Kind::damaged);
    CHECK(whole.error().where == "returns.xlsx: a.xml");
    CHECK_FALSE(archive.stream(archive.entries()[0], [](std::string_view) { return true; }));
}

TEST_CASE("a limit that is passed is named", "[zip]") {
    const auto one_large = [](std::uint32_t inflated) {
        return raw_zip(
            {{.name = "a.xml", .content = "x", .deflated = "12345678", .inflated_size = inflated}});
    };
    Limits limits;
    limits.file_bytes = 50;
    limits.entries = 1;
    limits.part_bytes = 3'000'000;
    limits.total_bytes = 4'000'000;
    const auto what = [&](const std::string& bytes) {
        const Error error = refused(bytes, limits);
        CHECK(error.kind == Error::Kind::too_large);
        return error.what;
    };
    CHECK(what(std::string(51, 'x')) == "The file is larger than 50 bytes");
    limits.file_bytes = 5000;
    CHECK(what(raw_zip({{.name = "a"}, {.name = "b"}})) == "The workbook has 2 entries, more than 1");
    CHECK(what(one_large(3'000'001)) == "Entry 'a.xml' is larger than 3000000 bytes");
    CHECK(what(one_large(2'000'000)) == "Entry 'a.xml' inflates to more than 250 times its size");
    limits.entries = 5;
    limits.ratio = 1'000'000;
    CHECK(what(raw_zip({{.name = "a", .deflated = "1234", .inflated_size = 2'500'000},
                        {.name = "b", .deflated = "1234", .inflated_size = 2'500'000}}))
          == "The workbook inflates to more than 4000000 bytes");
}

TEST_CASE("a small part may deflate as well as it likes", "[zip]") {
    ArchiveWriter writer;
    writer.add("a.xml", std::string(1'000'000, ' '));
    const Archive archive = opened(std::move(writer).finish());
    CHECK(archive.inflate(archive.entries()[0])->size() == 1'000'000);
}

TEST_CASE("no single wrong byte makes the reader stumble", "[zip]") {
    const std::string text = rows(30);
    const std::string whole =
        raw_zip({{.name = "a.xml", .content = text, .deflated = support::deflated(text)},
                 {.name = "xl/b.xml", .content = "<b/>", .descriptor = true}});
    std::size_t sound = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char wrong : {'\0', '\x7F', '\xFF', static_cast<char>(whole[at] ^ 1)}) {
            std::string bytes = whole;
            bytes[at] = wrong;
            const auto archive = Archive::open(bytes, "returns.xlsx", {});
            if (!archive) continue;
            for (const auto& entry : archive->entries()) {
                const auto content = archive->inflate(entry);
                if (content && bytes != whole) ++sound;
                if (content) CHECK((*content == text || *content == "<b/>"));
            }
        }
    }
    CHECK(sound > 0); // times, versions and attributes may say what they like
}

TEST_CASE("what we write, Python's zipfile finds sound", "[zip][judge]") {
    ArchiveWriter writer;
    writer.add("[Content_Types].xml", "<Types/>");
    writer.add("xl/worksheets/sheet1.xml", rows(20'000));
    writer.add("xl/caf\xC3\xA9.xml", "a name in UTF-8");
    const std::string text = rows(10);
    const Archive from = opened(raw_zip(
        {{.name = "d.xml", .content = text, .deflated = support::deflated(text), .descriptor = true}}));
    writer.copy(from, from.entries()[0]);
    const support::TemporaryFolder folder;
    const auto file = folder.write("ours.zip", std::move(writer).finish());
    CHECK(support::run_reader("check_zip.py", file.string() + "\n") == "");
}
