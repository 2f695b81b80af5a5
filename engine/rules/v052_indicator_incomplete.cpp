#include "engine/rules/each.h"

namespace engine::rules {

namespace {

/// The gaps of one indicator, each a finding of its own.
class Gaps {
public:
    Gaps(const Rule& rule, const PlannedItem& item, std::vector<Finding>& findings)
        : rule_(rule), item_(item), findings_(findings) {}

    void add_if(bool missing, cells::Address at, std::string what, Severity severity = Severity::error) {
        if (missing)
            add(findings_, rule_, item_.place(at ? at : item_.ref().at), item_.ref().value, std::move(what))
                .severity = severity;
    }

private:
    const Rule& rule_;
    const PlannedItem& item_;
    std::vector<Finding>& findings_;
};

} // namespace

static void check(const Rule& rule, const Review& review, std::vector<Finding>& findings) {
    const Framework& framework = *review.papers.framework;
    const int first = period_of(framework.plan_first, framework.first_month).year;
    const int last = period_of(framework.plan_last, framework.first_month).year;
    for (const PlannedItem& item : review.matched->planned) {
        if (!item.indicator) continue;
        const Indicator& i = *item.indicator;
        Gaps gaps(rule, item, findings);
        gaps.add_if(i.name.blank(), i.name.at, "no name");
        gaps.add_if(i.definition.blank(), i.definition.at, "no definition");
        gaps.add_if(i.unit_text.blank(), i.unit_text.at, "no unit");
        gaps.add_if(!i.polarity, i.polarity_text.at,
                    i.polarity_text.blank() ? "not said whether higher or lower is good"
                                            : "'" + i.polarity_text.value + "' is neither higher nor lower");
        gaps.add_if(i.polarity == Polarity::in_range && !i.range_from && !i.range_to, i.range_from.at,
                    "no range that is good");
        gaps.add_if(!i.frequency, i.frequency_text.at,
                    i.frequency_text.blank() ? "no frequency"
                                             : "'" + i.frequency_text.value + "' is no frequency");
        gaps.add_if(i.service.blank(), i.service.at, "no responsible service");
        // "TBC" is an answer: the measure is M, for one of the published reasons (V061 asks in the end).
        gaps.add_if(i.baseline.blank(), i.baseline.at, "no baseline", Severity::query);
        for (const Figure* figure : {&i.baseline, &i.range_from, &i.range_to})
            gaps.add_if(figure->marker == Marker::out_of_range, figure->at,
                        "'" + figure->shown + "' is too large to be a figure");
        for (int year = first; year <= last; ++year) {
            const Figure* target = i.target(year);
            gaps.add_if(!target || target->blank(), target ? target->at : cells::Address{},
                        "no annual target for " + year_text(year), Severity::query);
        }
    }
}

extern constinit const Rule v052{
    .id = "V052",
    .title = "The indicator lacks what every indicator needs",
    .why = "Without a unit, a direction or a target a figure cannot be judged; without a definition it "
           "cannot be "
           "collected consistently. A missing baseline or target is a query: the measure is M until it is "
           "there.",
    .fix = "Fill in the cell. Write TBC for a target or baseline that is being developed.",
    .source = "CWaC 5.2-5.3; CW-04",
    .examples = R"(
        plan:
            Ref   | Definition       | Unit | Good is | Annual target / 2019-20 | expect
            BS-01 | Visits in the year | %  | Higher  | 85%                     |
            BS-02 |                  | %    | Higher  | 85%                     | V052
            BS-03 | Visits in the year | %  | Upright | 85%                     | V052
            BS-04 | Visits in the year | %  | Higher  |                         | V052
            BS-05 | Visits in the year | %  | Higher  | TBC                     |
    )",
    .check = check,
};

} // namespace engine::rules
