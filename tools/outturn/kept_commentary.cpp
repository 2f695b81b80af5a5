#include "tools/outturn/kept_commentary.h"

#include "tools/files/in_parallel.h"

#include <algorithm>
#include <map>
#include <optional>
#include <system_error>

namespace outturn {

using cells::Error;
namespace fs = std::filesystem;

/// A text as Excel may hand it back: line ends and spaces at the ends do not make an edit.
static std::string comparable(std::string text) {
    std::erase(text, '\r');
    const auto first = text.find_first_not_of(" \n\t");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \n\t") - first + 1);
}

namespace {

/// What we wrote into the cells of one workbook, as it remembers itself.
class Memory {
public:
    explicit Memory(const std::vector<xlsx::Remembered>& values) {
        for (const auto& value : values) wrote_[{value.sheet, value.at}] = value.wrote;
    }
    bool wrote(const std::string& sheet, cells::Address at) const { return wrote_.contains({sheet, at}); }
    /// What a cell held when we left it: what we wrote, else what the plan as sent says.
    std::string left(const std::string& sheet, cells::Address at, const engine::Text* as_sent) const {
        if (const auto found = wrote_.find({sheet, at}); found != wrote_.end()) return found->second;
        return as_sent ? as_sent->value : std::string();
    }

private:
    std::map<std::pair<std::string, cells::Address>, std::string> wrote_;
};

} // namespace

template <typename Item>
static void forget(std::vector<Item>& items, const Memory& memory, engine::Period period) {
    for (Item& item : items) {
        const auto found = item.commentaries.find(period);
        if (found == item.commentaries.end() || !memory.wrote(item.sheet, found->second.at)) continue;
        if (comparable(found->second.value) == comparable(memory.left(item.sheet, found->second.at, nullptr)))
            found->second.value.clear();
    }
}

void forget_own_commentary(engine::Plan& plan, const std::vector<xlsx::Remembered>& wrote,
                           engine::Period period) {
    const Memory memory(wrote);
    forget(plan.indicators, memory, period);
    forget(plan.actions, memory, period);
}

static const engine::Text* text_in(const std::map<engine::Period, engine::Text>& texts,
                                   engine::Period period) {
    const auto found = texts.find(period);
    return found == texts.end() ? nullptr : &found->second;
}

/// Edits among one kind of items: those of the plan in the out folder, beside those of the plan as sent.
template <typename Item>
static void compare(const std::vector<Item>& standing, const std::vector<Item>& as_sent, const Memory& memory,
                    engine::Period period, std::vector<EditedCommentary>& edits) {
    for (const Item& item : standing) {
        const engine::Text* now = text_in(item.commentaries, period);
        if (!now || !now->at) continue;
        const auto sent =
            std::ranges::find_if(as_sent, [&](const Item& i) { return i.ref.value == item.ref.value; });
        const auto* before = sent == as_sent.end() ? nullptr : text_in(sent->commentaries, period);
        if (comparable(now->value) != comparable(memory.left(item.sheet, now->at, before)))
            edits.push_back({item.ref.value, now->value});
    }
}

/// Edits in one plan of the out folder; none where it has no such plan yet.
static Edits edits_in(const fs::path& file, const engine::Plan& as_sent, const Intake& intake) {
    std::error_code ignored;
    Edits edits;
    if (!fs::exists(file, ignored)) return edits;
    auto opened = open_workbook(file, as_sent.file);
    if (!opened) return std::unexpected(std::move(opened).error());
    auto values = xlsx::remembered(opened->incoming.package);
    if (!values) return std::unexpected(std::move(values).error());
    const auto standing = engine::read_plan(opened->sheets, *intake.papers.framework, as_sent.file);
    if (!standing) return std::unexpected(standing.error());
    const Memory memory(*values);
    compare(standing->indicators, as_sent.indicators, memory, intake.papers.period, *edits);
    compare(standing->actions, as_sent.actions, memory, intake.papers.period, *edits);
    return edits;
}

Edits find_edits(const fs::path& folder, const Intake& intake, unsigned threads) {
    const auto& plans = intake.papers.plans;
    const auto file_of = [&](std::size_t i) { return folder / fs::path(plans[i].file).filename(); };
    const auto found = files::in_parallel(
        plans.size(), threads, [&](std::size_t i) { return edits_in(file_of(i), plans[i], intake); });

    std::vector<EditedCommentary> all;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (!found[i]) {
            Error error = found[i].error();
            error.where = file_of(i).string();
            error.next = "Commentary edited in it would be lost; move the file away if there is none to keep";
            return std::unexpected(std::move(error));
        }
        all.insert(all.end(), found[i]->begin(), found[i]->end());
    }
    return all;
}

void keep_edits(const std::vector<EditedCommentary>& edits, const engine::Papers& papers,
                engine::Decided& decided) {
    for (const EditedCommentary& edit : edits) {
        const auto* indicator = find_indicator(papers, edit.ref).indicator;
        for (auto& item : decided.indicators)
            if (indicator && item.indicator == indicator) {
                item.commentary = edit.text;
                item.commentary_edited = true;
            }
        const auto* action = find_action(papers, edit.ref).action;
        for (auto& item : decided.actions)
            if (action && item.action == action) {
                item.commentary = edit.text;
                item.commentary_edited = true;
            }
    }
}

} // namespace outturn
