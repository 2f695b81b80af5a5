#include "engine/framework/compile_parts.h"

#include <algorithm>

namespace engine {

using Tolerance = Settings::Tolerance;
using Narrative = Settings::NarrativeMissing;
using OnTrack = Settings::OnTrack;
using Mixed = Settings::Mixed;
using Cumulative = Settings::Cumulative;
using Zero = Settings::ZeroTarget;
using Outside = Settings::OutsideRange;
using Exact = Settings::ExactSlip;
using Since = Settings::SlipSince;
using Rounding = Settings::Rounding;

/// The two settings that hold a number in per cent. Their bounds keep what is multiplied by them a Decimal
/// (figures_below in figure.h).
static cells::Decimal per_cent(Section& settings, std::string_view key, cells::Decimal fallback) {
    if (!settings.has(key)) return fallback;
    const auto value = settings.decimal(key);
    if (!value) return fallback;
    if (value->is_negative()) settings.fault(key, "A tolerance cannot be negative", "Write 0 or more");
    if (*value <= 1000 && value->places() <= 4) return *value;
    settings.fault(key, "A tolerance is at most 1000 per cent and has at most 4 decimal places",
                   "Write fewer digits");
    return fallback;
}

static std::optional<cells::Decimal> maintained_within(Section& settings) {
    constexpr std::string_view key = "maintained_within";
    const std::string text = settings.text_or(key, "published_precision");
    if (text.empty() || text == "published_precision") return std::nullopt;
    return per_cent(settings, key, 0);
}

static void check_possible(Section& settings, const Framework& framework) {
    const auto near = std::ranges::find(framework.bands, StatusRole::near, &Band::role);
    if (framework.settings.zero_target == Zero::near && near == framework.bands.end())
        settings.fault("zero_target", "There is no band \"near\" for it", R"(Write "missed" or "points")");
}

void compile_settings(Section& top, Framework& framework) {
    Section settings = top.table("settings", "[settings]");
    Settings& s = framework.settings;
    s.tolerance = settings.choice_or<Tolerance>(
        "tolerance", {{"relative", Tolerance::relative}, {"points", Tolerance::points}}, s.tolerance);
    s.amber_needs_narrative = settings.choice_or<Narrative>(
        "amber_needs_narrative", {{"finding", Narrative::finding}, {"missed", Narrative::missed}},
        s.amber_needs_narrative);
    s.on_track = settings.choice_or<OnTrack>("on_track",
                                             {{"forecast_or_profile", OnTrack::forecast_or_profile},
                                              {"forecast_only", OnTrack::forecast_only},
                                              {"actual_only", OnTrack::actual_only}},
                                             s.on_track);
    s.mixed_direction = settings.choice_or<Mixed>(
        "mixed_direction", {{"with_note", Mixed::with_note}, {"never", Mixed::never}}, s.mixed_direction);
    s.cumulative_direction =
        settings.choice_or<Cumulative>("cumulative_direction",
                                       {{"same_quarter_last_year", Cumulative::same_quarter_last_year},
                                        {"increment", Cumulative::increment},
                                        {"share_of_profile", Cumulative::share_of_profile}},
                                       s.cumulative_direction);
    s.maintained_within = maintained_within(settings);
    s.zero_target = settings.choice_or<Zero>(
        "zero_target", {{"missed", Zero::missed}, {"near", Zero::near}, {"points", Zero::points}},
        s.zero_target);
    s.outside_range = settings.choice_or<Outside>(
        "outside_range", {{"tolerance", Outside::tolerance}, {"missed", Outside::missed}}, s.outside_range);
    s.annual_rated_at_year_end = settings.truth_or("annual_rated_at_year_end", s.annual_rated_at_year_end);
    s.exactly_on_boundary = settings.choice_or<Exact>(
        "exactly_on_boundary", {{"shorter", Exact::shorter}, {"longer", Exact::longer}},
        s.exactly_on_boundary);
    s.slip_since = settings.choice_or<Since>(
        "slip_since",
        {{"worse", Since::worse}, {"approval", Since::approval}, {"last_quarter", Since::last_quarter}},
        s.slip_since);
    s.overdue_counts_to_period_end =
        settings.truth_or("overdue_counts_to_period_end", s.overdue_counts_to_period_end);
    s.red_against_baseline_too = settings.truth_or("red_against_baseline_too", s.red_against_baseline_too);
    s.rounding = settings.choice_or<Rounding>(
        "rounding", {{"stored", Rounding::stored}, {"displayed", Rounding::displayed}}, s.rounding);
    s.development_quarters = settings.whole_or("development_quarters", 1, 16, s.development_quarters);
    s.percentage_places = settings.whole_or("percentage_places", 0, 4, s.percentage_places);
    s.jump_per_cent = per_cent(settings, "jump_per_cent", s.jump_per_cent);
    s.jump_least_count = settings.whole_or("jump_least_count", 0, 1000, s.jump_least_count);
    s.same_figure_digits = settings.whole_or("same_figure_digits", 1, 15, s.same_figure_digits);
    s.same_commentary_length = settings.whole_or("same_commentary_length", 1, 1000, s.same_commentary_length);
    s.fewest_formulas = settings.whole_or("fewest_formulas", 1, 1000, s.fewest_formulas);
    check_possible(settings, framework);

    Section slippage = top.table("slippage", "[slippage]");
    framework.slip_months = slippage.whole("months", 1, 24);

    Section duties = top.table("duties", "[duties]");
    framework.duties.red_kpi_quarters = duties.wholes("red_kpi_quarters", 1, 4);
    framework.duties.exception_quarters = duties.wholes("exception_quarters", 1, 4);
    framework.duties.benchmark_quarters = duties.wholes("benchmark_quarters", 1, 4);
    framework.duties.slipped_long_explained =
        duties.truth_or("slipped_long_explained", framework.duties.slipped_long_explained);
}

} // namespace engine
