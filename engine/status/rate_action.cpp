#include "engine/status/rate_action.h"

#include "engine/layout/find_table.h"
#include "engine/status/operands.h"

#include <algorithm>

namespace engine {

namespace {

class ActionRater {
public:
    ActionRater(const ActionAnswer& answer, const Framework& framework, ActionDecided& decided)
        : answer_(answer), action_(*answer.action), row_(answer.row), framework_(framework),
          decided_(decided), last_day_(last_day(answer.period, framework.first_month)) {}

    void rate();

private:
    void take_dates();
    bool says(ActionStatus status) const;
    bool marked_not_viable() const;
    void decide(ActionStatus status, const StatusRule& rule, std::string words);
    void rate_delivered();
    void rate_underway();
    void rate_overdue();
    Span slip() const;
    ActionStatus slipped(Span slip);

    const std::string& word(ActionStatus status) const { return framework_.words(status).word; }

    const ActionAnswer& answer_;
    const PlannedAction& action_;
    const ReturnedAction* row_;
    const Framework& framework_;
    ActionDecided& decided_;
    cells::Date last_day_;
};

} // namespace

/// Both were given as months (or quarters), so days do not count.
static bool by_month(const DateField& a, const DateField& b) {
    const auto vague = [](const DateField& d) {
        return d.kind == DateField::Kind::month || d.kind == DateField::Kind::quarter;
    };
    return vague(a) && vague(b);
}

static Span span(const DateField& from, const DateField& to) {
    return span_between(*from.date, *to.date, by_month(from, to));
}

void ActionRater::take_dates() {
    const DateField& last_expected = action_.end_as_of(answer_.period.preceding());
    decided_.expected_end = row_ && row_->revised.date ? row_->revised : last_expected;
    decided_.completed = row_ && row_->completed.date ? row_->completed : action_.completed;
    if (decided_.completed.date && *decided_.completed.date > last_day_) decided_.completed = {};
    if (!decided_.expected_end.date) return;
    if (action_.end.date) decided_.since_approval = span(action_.end, decided_.expected_end);
    if (last_expected.date) decided_.since_last_quarter = span(last_expected, decided_.expected_end);
}

/// Whether the service typed that status, with or without words after it.
bool ActionRater::says(ActionStatus status) const {
    return row_ && folded(row_->status.value).starts_with(folded(word(status)));
}

/// Nothing but a word can say it. Once said it stands until the service says otherwise.
bool ActionRater::marked_not_viable() const {
    if (row_ && !row_->status.blank()) return says(ActionStatus::not_viable);
    const auto before = action_.statuses.find(answer_.period.preceding());
    return before != action_.statuses.end()
           && folded(before->second.value) == folded(word(ActionStatus::not_viable));
}

void ActionRater::decide(ActionStatus status, const StatusRule& rule, std::string words) {
    decided_.status = status;
    Reason reason = engine::reason(rule, std::move(words));
    const auto planned = [&](std::string name, const DateField& date) {
        reason.operands.push_back(operand(std::move(name), date, answer_.plan->file, action_.sheet));
    };
    planned("start date", action_.start);
    planned("end date as approved", action_.end);
    const Period before = answer_.period.preceding();
    if (const DateField& last = action_.end_as_of(before); last.at != action_.end.at)
        planned("end date as of " + to_text(before), last);
    const auto returned = [&](std::string name, const DateField& date) {
        if (date.date)
            reason.operands.push_back(
                operand(std::move(name), date, answer_.from->file, answer_.from->actions_sheet));
    };
    if (row_) {
        returned("revised end date", row_->revised);
        returned("completed on", row_->completed);
    } else if (action_.completed.date) {
        planned("completed on", action_.completed);
    }
    reason.operands.push_back(operand("last day of " + to_text(answer_.period), cells::to_text(last_day_)));
    decided_.reason = std::move(reason);
}

void ActionRater::rate_delivered() {
    if (action_.end.date) {
        const auto late =
            std::chrono::sys_days(*decided_.completed.date) - std::chrono::sys_days(*action_.end.date);
        if (late.count() > 0) decided_.days_late = static_cast<int>(late.count());
    }
    std::string words = "completed on " + cells::to_text(*decided_.completed.date);
    if (decided_.days_late) {
        const int days = *decided_.days_late;
        words += ", " + std::to_string(days) + (days == 1 ? " day" : " days") + " after the end approved";
    }
    decide(ActionStatus::delivered, status_rules::delivered, std::move(words));
}

/// The slip that decides: since approval, since the last quarter, or the worse of both (A13).
Span ActionRater::slip() const {
    const Span approval = decided_.since_approval.value_or(Span{});
    const Span quarter = decided_.since_last_quarter.value_or(Span{});
    switch (framework_.settings.slip_since) {
    case Settings::SlipSince::approval:
        return approval;
    case Settings::SlipSince::last_quarter:
        return quarter;
    case Settings::SlipSince::worse:
        break;
    }
    return std::max(approval, quarter);
}

ActionStatus ActionRater::slipped(Span slip) {
    const Span boundary{framework_.slip_months, 0};
    const bool exact_is_longer = framework_.settings.exactly_on_boundary == Settings::ExactSlip::longer;
    const bool longer = slip > boundary || (slip == boundary && exact_is_longer);
    return longer ? ActionStatus::slipped_long : ActionStatus::slipped_short;
}

/// Both measures, since both are owed to the reader (CW-61).
static std::string slip_words(const ActionDecided& decided) {
    std::string words;
    if (decided.since_approval) words = to_text(*decided.since_approval) + " since approval";
    if (decided.since_last_quarter)
        words += (words.empty() ? "" : ", ") + to_text(*decided.since_last_quarter) + " since last quarter";
    return words;
}

/// Due, not completed, and no date that is still to come: counted to the period's end until answered (A15).
void ActionRater::rate_overdue() {
    decided_.overdue = true;
    if (!framework_.settings.overdue_counts_to_period_end) {
        decide(ActionStatus::on_target, status_rules::overdue,
               "due on " + cells::to_text(*decided_.expected_end.date) + " and not completed");
        decided_.reason.notes.emplace_back(
            "overdue: the framework counts no slip until there is a new date (A15)");
        return;
    }
    DateField period_end;
    period_end.kind = DateField::Kind::day;
    period_end.date = last_day_;
    decided_.since_approval = span(action_.end, period_end);
    const DateField& last_expected = action_.end_as_of(answer_.period.preceding());
    if (last_expected.date) decided_.since_last_quarter = span(last_expected, period_end);
    const Span counted = slip();
    decide(slipped(counted), status_rules::overdue,
           "due on " + cells::to_text(*decided_.expected_end.date)
               + ", not completed and without a date still to come: " + slip_words(decided_));
    decided_.reason.notes.emplace_back("counted to the period's end until answered (A15)");
    if (counted == Span{framework_.slip_months, 0})
        decided_.reason.notes.push_back("exactly on the boundary: counts as " + word(decided_.status)
                                        + " (A12)");
}

void ActionRater::rate_underway() {
    const Span counted = slip();
    const bool later_than_approved = *decided_.expected_end.date > *action_.end.date;
    if (later_than_approved && counted > Span{}) {
        decide(slipped(counted), status_rules::slipped, "re-phased by " + slip_words(decided_));
        if (counted == Span{framework_.slip_months, 0})
            decided_.reason.notes.push_back("exactly on the boundary: counts as " + word(decided_.status)
                                            + " (A12)");
        return;
    }
    decide(ActionStatus::on_target, status_rules::on_target,
           "expected to end on " + cells::to_text(*decided_.expected_end.date));
    if (*decided_.expected_end.date < *action_.end.date)
        decided_.reason.notes.emplace_back("brought forward (A14)");
    else if (later_than_approved)
        decided_.reason.notes.push_back(slip_words(decided_) + " (A13)");
}

void ActionRater::rate() {
    take_dates();
    if (marked_not_viable()) {
        decide(ActionStatus::not_viable, status_rules::not_viable, "marked as no longer viable");
        if (!says(ActionStatus::not_viable))
            decided_.reason.notes.emplace_back("as the plan said for the quarter before");
        return;
    }
    if (decided_.completed.date) {
        rate_delivered();
        return;
    }
    if (!action_.start.date || !action_.end.date) {
        decide(ActionStatus::none, status_rules::action_undated,
               action_.start.date ? "the plan gives no end date" : "the plan gives no start date");
        return;
    }
    if (*action_.start.date > last_day_) {
        decide(ActionStatus::scheduled, status_rules::scheduled,
               "starts on " + cells::to_text(*action_.start.date));
        if (decided_.since_approval > Span{})
            decided_.reason.notes.push_back("re-phased by " + slip_words(decided_));
        return;
    }
    decided_.should_have_started =
        says(ActionStatus::scheduled) || (row_ && folded(row_->status.value) == folded("Not started"));
    if (*decided_.expected_end.date <= last_day_)
        rate_overdue();
    else if (!row_)
        decide(ActionStatus::none, status_rules::action_no_return, "no answer was returned for the action");
    else
        rate_underway();
    if (decided_.should_have_started)
        decided_.reason.notes.emplace_back(
            "said not to have started, though its start date has passed (A16)");
}

void rate_action(const ActionAnswer& answer, const Framework& framework, ActionDecided& decided) {
    ActionRater(answer, framework, decided).rate();
}

} // namespace engine
