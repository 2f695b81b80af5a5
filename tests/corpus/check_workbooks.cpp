// What our own reader and editor make of workbooks that other programs wrote.
//
//   check_workbooks FOLDER < list of paths, one a line
//   check_workbooks --cleared < the same, of marked workbooks that another program has saved
//
// Prints "file" and the path, then what lines.h, check_reading.h and check_editing.h say of it. Workbooks
// with marks on them go to FOLDER under the number of their line. Ends with 0 whatever it found: the driver
// judges.
#include "tests/corpus/check_editing.h"
#include "tests/corpus/check_reading.h"
#include "tests/corpus/lines.h"

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

static std::optional<std::string> bytes_of_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

static void check_workbook(const std::filesystem::path& path, const std::filesystem::path& output) {
    const auto bytes = bytes_of_file(path);
    if (!bytes) return corpus::say({"wrong", "read", "there is no such file"});
    const std::string name = path.filename().string();
    auto package = xlsx::Package::open(*bytes, name);
    if (!package) return corpus::say_refused(package.error());
    corpus::check_saving(*package, *bytes);
    if (corpus::check_reading(*package)) corpus::check_editing(*bytes, name, output);
}

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "check_workbooks FOLDER < paths; check_workbooks --cleared < paths\n";
        return 64;
    }
    const std::string_view folder = arguments[1];
    std::string line;
    for (int number = 1; std::getline(std::cin, line); ++number) {
        const std::filesystem::path path = line;
        corpus::say({"file", line});
        if (folder != "--cleared")
            check_workbook(path, std::filesystem::path(folder)
                                     / (std::to_string(number) + path.extension().string()));
        else if (const auto bytes = bytes_of_file(path))
            corpus::check_clearing(*bytes, path.filename().string());
    }
    return 0;
}
