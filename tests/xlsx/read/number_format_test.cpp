#include "xlsx/read/number_format.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>

using cells::Shown;
using xlsx::NumberFormat;

static std::string described(NumberFormat format) {
    static constexpr std::array<const char*, 7> names = {"general", "number", "percent", "currency",
                                                         "date",    "time",   "text"};
    std::string text = names.at(static_cast<std::size_t>(format.shown));
    if (format.places >= 0) text += " " + std::to_string(format.places);
    return text;
}

TEST_CASE("a number format's code says what a number is shown as, and to how many places", "[read][format]") {
    const auto [code, shown] = GENERATE(table<std::string, std::string>({
        {"General", "general"},
        {"", "general"},
        {";;;", "general"},
        {"\"n/a\"", "general"},
        {"0", "number 0"},
        {"0.00", "number 2"},
        {"#,##0.0##", "number 3"},
        {"#,##0;[Red]-#,##0.00", "number 0"},
        {"0.0\" days\"", "number 1"},
        {"0\\ \"homes (m)\"", "number 0"},
        {"#\\ ?/?", "number"},
        {"0.00E+00", "number 2"},
        {"_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-", "number 2"},
        {"[>=1000]#,##0,\"k\";0", "number 0"},
        {"0%", "percent 0"},
        {"0.0%", "percent 1"},
        {"0.00\\ %", "percent 2"},
        {"[Green]0.0%;[Red]-0.0%", "percent 1"},
        {"+0.0%;-0.0%;0.0%", "percent 1"},
        {"0\"%\"", "number 0"},
        {"0\\%", "number 0"},
        {"\xC2\xA3#,##0", "currency 0"},
        {"\"\xC2\xA3\"#,##0.00;[Red]\\-\"\xC2\xA3\"#,##0.00", "currency 2"},
        {"\\\xC2\xA3#,##0.0", "currency 1"},
        {"[$\xC2\xA3-809]#,##0.00", "currency 2"},
        {"[$EUR] #,##0.00", "currency 2"},
        {"#,##0\\ [$\xE2\x82\xAC-1]", "currency 0"},
        {"_(\"$\"* #,##0.00_)", "currency 2"},
        {"[$-409]0.0", "number 1"},
        {"dd/mm/yyyy", "date"},
        {"mmm\\-yy", "date"},
        {"MMMM", "date"},
        {"yyyy", "date"},
        {"[$-809]dd\\ mmmm\\ yyyy;@", "date"},
        {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"},
        {"d/m/yyyy h:mm", "date"},
        {"h:mm AM/PM", "time"},
        {"[h]:mm", "time"},
        {"[mm]:ss", "time"},
        {"mm:ss.0", "time"},
        {"[$-F400]h:mm:ss\\ AM/PM", "time"},
        {"[Magenta]0", "number 0"},
        {"[Red]General", "general"},
        {"@", "text"},
        {"0.00;-0.00;\"-\";@", "number 2"},
        {"\"Q\"0", "number 0"},
        {"0.0000000000000000000000000000000000", "number 30"},
        {"\"open", "general"},
        {"[open", "general"},
        {"\\", "general"},
    }));
    INFO(code);
    CHECK(described(xlsx::read_number_format(code)) == shown);
}

TEST_CASE("the formats that Excel knows by number need no code", "[read][format]") {
    const auto [id, shown] = GENERATE(table<std::uint32_t, std::string>({
        {0, "general"},
        {1, "number 0"},
        {4, "number 2"},
        {9, "percent 0"},
        {10, "percent 2"},
        {11, "number 2"},
        {14, "date"},
        {17, "date"},
        {20, "time"},
        {22, "date"},
        {44, "currency 2"},
        {46, "time"},
        {49, "text"},
        {163, "general"},
        {400, "general"},
    }));
    CHECK(described(xlsx::built_in_number_format(id)) == shown);
}
