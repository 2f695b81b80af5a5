#include "xlsx/rows/formula.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using xlsx::Formula;

// The references of a formula as they are written, with blanks between; "(list)" behind those that may become
// several.
static std::string references(std::string text) {
    const Formula formula(std::move(text));
    std::string found;
    for (const xlsx::Reference& reference : formula.references()) {
        if (!found.empty()) found += ' ';
        found += formula.text().substr(reference.offset, reference.length);
        std::string printed;
        append_text(printed, reference);
        CHECK(printed == formula.text().substr(reference.offset, reference.length));
        if (reference.listable) found += "(list)";
    }
    return found;
}

TEST_CASE("cells, ranges, whole rows and columns are references", "[formula]") {
    CHECK(references("A1+$B$2-C$3*$D4") == "A1 $B$2 C$3 $D4");
    CHECK(references("IF(A1:B2>0,5:7,$A:C)") == "A1:B2 5:7 $A:C");
    CHECK(references("XFD1048576") == "XFD1048576");
    CHECK(references("A1:INDEX(B1:B9,3)") == "A1 B1:B9");
    CHECK(references("-C5%^2") == "C5");
}

TEST_CASE("what only looks like a reference is left alone", "[formula]") {
    CHECK(references("LOG10(2)+ATAN2(1,2)").empty());
    CHECK(references("\"A1\"&\"say \"\"B2\"\"\"").empty());
    CHECK(references("XFE1+A1048577+A0+ABCD5").empty());
    CHECK(references("Total_A1+A1_total+rate.A1").empty());
    CHECK(references("1.5E+3+2E5").empty());
    CHECK(references("{1,2;\"A1\",3}").empty());
    CHECK(references("Table1[[#This Row],[A1]]+Table1[B2]").empty());
    CHECK(references("Table1[It's ']A1]+C3") == "C3");
    CHECK(references("#REF!+Sheet1!#REF!+#N/A+#DIV/0!+A1") == "A1");
}

TEST_CASE("a sheet in front belongs to the reference", "[formula]") {
    CHECK(references("Sheet1!A1:B2") == "Sheet1!A1:B2");
    CHECK(references("'Year end'!C5") == "'Year end'!C5");
    CHECK(references("'Council''s plan'!$C$5:$C$9") == "'Council''s plan'!$C$5:$C$9");
    CHECK(references("Sheet1!A1:Sheet1!B2") == "Sheet1!A1:Sheet1!B2");
    CHECK(references("Prüfung!A1") == "Prüfung!A1");

    const Formula quoted("'Council''s plan'!A1");
    CHECK(quoted.references().at(0).sheet == "Council's plan");
}

TEST_CASE("references through several sheets and into other workbooks are known as such", "[formula]") {
    const Formula through("SUM(Q1:Q4!B2)+SUM('Jan 17:Mar 17'!B3)");
    REQUIRE(through.references().size() == 2);
    CHECK(through.references()[0].sheet == "Q1");
    CHECK(through.references()[0].last_sheet == "Q4");
    CHECK(through.references()[1].last_sheet == "Mar 17");

    const Formula external("[1]Sheet1!A1+'[Plan.xlsx]Year end'!B2+[1]!Total");
    REQUIRE(external.references().size() == 2);
    CHECK(external.references()[0].external);
    CHECK(external.references()[1].external);
}

TEST_CASE("only an argument that stands alone in a function of many may become several", "[formula]") {
    CHECK(references("SUM(C5:C9)") == "C5:C9(list)");
    CHECK(references("SUM(C5:C9, D5)+C5") == "C5:C9(list) D5(list) C5");
    CHECK(references("SUM(C5:C9*D5:D9)") == "C5:C9 D5:D9");
    CHECK(references("SUM(-C5)") == "C5");
    CHECK(references("SUM((C5,D5))") == "C5 D5");
    CHECK(references("SUM(A1:C5 B2)") == "A1:C5 B2");
    CHECK(references("COUNTIF(C5:C9,\"Red\")") == "C5:C9");
    CHECK(references("ROUND(SUM(C5:C9),1)+MAX(IF(A1,B1),D1)") == "C5:C9(list) A1 B1 D1(list)");
}

TEST_CASE("a formula says whether it depends on more than it shows", "[formula]") {
    CHECK_FALSE(Formula("SUM(A1:A3)*TRUE+2.5").opaque());
    CHECK(Formula("Total*2").opaque());
    CHECK(Formula("SUM(Table1[Actual])").opaque());
    CHECK(Formula("INDIRECT(\"A\"&1)").opaque());
}

TEST_CASE("a formula copied down moves what is not fixed with a $", "[formula]") {
    CHECK(Formula("A1+$A1+A$1+$A$1").translated(2, 1).text() == "B3+$A3+B$1+$A$1");
    CHECK(Formula("SUM(Sheet2!B2:B4)").translated(10, 0).text() == "SUM(Sheet2!B12:B14)");
    CHECK(Formula("A:A+1:1").translated(1, 1).text() == "B:B+2:2");
    CHECK(Formula("A1").translated(-1, 0).text() == "A1048576");
}

TEST_CASE("a range written from below is read from above", "[formula]") {
    const Formula formula("SUM(A9:A2)");
    CHECK(formula.references().at(0).first.row == 2);
    CHECK(formula.references().at(0).last.row == 9);
}
