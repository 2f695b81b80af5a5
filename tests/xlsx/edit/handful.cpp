#include "tests/xlsx/edit/handful.h"

#include "tests/xlsx/edit/corpus_files.h"
#include "xlsx/read/workbook.h"

#include <algorithm>
#include <map>

namespace support {

static const cells::Colours red{"FFC7CE", "9C0006"};
static const cells::Colours amber{"FFEB9C", "7F6000"};

static void mark_sheet(cells::Marks& marks, const cells::Sheet& sheet) {
    const auto add = [&](cells::Address at) -> cells::Mark& {
        marks.cells.push_back({sheet.name, at, "", std::nullopt, std::nullopt});
        return marks.cells.back();
    };
    const std::size_t step = std::max<std::size_t>(1, sheet.cells.size() / 4);
    for (std::size_t i = 0; i < sheet.cells.size() && i < 4 * step; i += step) {
        const cells::Address at = sheet.cells[i].at;
        cells::Mark& mark = add(at);
        mark.note =
            "Numerator is more than the denominator.\nCheck whether they were typed the wrong way round.";
        mark.colours = i % 2 == 0 ? red : amber;
        marks.list.push_back(
            {sheet.name, at, {"Error", sheet.name + "!" + to_text(at), "Numerator"}, mark.colours});
    }
    const std::uint32_t below = sheet.cells.back().at.row + 2;
    if (below <= cells::last_row) {
        add({below, 2}).value = cells::Decimal::parse("0.947").value();
        add({below, 3}).value = std::string("Amber & above");
        add({below, 4}).value = cells::Date{std::chrono::year{2016} / 9 / 30};
    }
    const auto number = std::ranges::find_if(sheet.cells, [](const cells::Cell& cell) {
        return cell.kind == cells::Cell::Kind::number && !cell.formula;
    });
    if (number != sheet.cells.end()) add(number->at).value = cells::Decimal(42);
}

cells::Marks handful(xlsx::Package& package) {
    cells::Marks marks;
    const auto book = xlsx::Workbook::open(package);
    if (!book) return marks;
    int marked = 0;
    for (std::size_t i = 0; i < book->sheets().size() && marked < 2; ++i) {
        const auto sheet = book->read(i);
        if (!sheet || sheet->cells.empty()) continue;
        mark_sheet(marks, *sheet);
        ++marked;
    }
    marks.list_sheet = "Outturn findings";
    marks.list_title = "Findings";
    marks.list_head = {"Severity", "Where", "What"};
    return marks;
}

std::vector<std::filesystem::path> sample(std::size_t for_each_flag, std::uint64_t most_bytes) {
    static constexpr std::string_view flags[] = {"macros",
                                                 "charts",
                                                 "pivot",
                                                 "threaded-comments",
                                                 "vml",
                                                 "tables",
                                                 "strict",
                                                 "ns-prefix",
                                                 "comments",
                                                 "form-controls",
                                                 "extlinks",
                                                 "array-formula",
                                                 "shared-formula",
                                                 "cm-dynamic-array",
                                                 "x14-ext",
                                                 "date1904",
                                                 "protected-wb",
                                                 "protected-sheet",
                                                 "bom",
                                                 "no-styles",
                                                 "cell-no-r",
                                                 "row-no-r",
                                                 "backslash-names",
                                                 "ole-activex",
                                                 "chartsheet",
                                                 "data-validation",
                                                 "rich-text",
                                                 "inline-str",
                                                 "mce",
                                                 "sparkline",
                                                 "custom-xml",
                                                 "hidden-sheets",
                                                 "autofilter",
                                                 "calcchain",
                                                 "zip-datadescriptor"};
    std::map<std::string_view, std::size_t> taken;
    return corpus_files([&](const CorpusFile& file) {
        if (file.bytes > most_bytes || file.has("dtd") || file.has("corrupt") || file.has("bad-xml"))
            return false;
        bool wanted = file.path.find("mock_tf_returns/TF_Round_") != std::string::npos
                      && file.path.ends_with("Success.xlsx");
        wanted = wanted
                 || (file.path.starts_with("NHSDigital") && file.path.find("template") != std::string::npos);
        wanted = wanted || file.path.find("ARPA SFRF Reporting Workbook v2023") != std::string::npos;
        for (const std::string_view flag : flags)
            wanted = wanted || (file.has(flag) && taken[flag] < for_each_flag);
        if (wanted)
            for (const std::string_view flag : flags) taken[flag] += file.has(flag);
        return wanted;
    });
}

} // namespace support
