#pragma once
// A council with one priority, so that a whole quarter is two small workbooks that a test can show. Its
// framework is Cheshire West's with the other nine priorities taken out.

#include "tests/support/temporary_folder.h"
#include "tests/tools/support/run_program.h"

#include <string>
#include <string_view>

namespace support {

class SmallCouncil {
public:
    /// Three measures and an action, and a return in which nothing is wrong.
    SmallCouncil();

    const TemporaryFolder folder;

    /// The quarter's usual workbooks, for a test to change.
    static std::string plan_tables();
    static std::string return_tables();
    void write_plan(std::string_view tables, std::string_view name = "housing-plan.xlsx") const;
    void write_return(std::string_view tables, std::string_view name = "housing.xlsx") const;

    /// `outturn <verb> --framework ... --period "2016-17 Q2" --plans ... --returns ... <more>`
    Ran run(std::string_view verb, std::string_view more = {}) const;
    /// outturn quarter, with --out out
    Ran quarter(std::string_view more = {}) const;
    /// `outturn <arguments>` with the council's own framework to be found; "{}" stands for the folder.
    Ran outturn(std::string arguments) const;

    /// What a cell of a written workbook shows.
    std::string cell(std::string_view file, std::string_view sheet, std::string_view address) const;
};

/// The text with the first occurrence of a part of it replaced. Fails the test where there is none.
std::string replaced(std::string text, std::string_view part, std::string_view by);

} // namespace support
