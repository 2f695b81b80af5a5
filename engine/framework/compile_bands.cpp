#include "engine/framework/compile_parts.h"

#include <algorithm>

namespace engine {

namespace {

/// One end of a band: a shortfall in per cent, and whether it is in the band itself.
struct BandEnd {
    cells::Decimal at;
    bool inclusive = true;
};

/// A band as written, with both its ends.
struct Written {
    Section* section = nullptr;
    std::optional<StatusRole> role;
    std::optional<BandEnd> from, to;
};

} // namespace

/// One end, written either way: "at_most" or "less_than", "at_least" or "more_than".
static std::optional<BandEnd> end(Section& section, std::string_view including, std::string_view excluding) {
    const auto in = section.decimal(including);
    const auto out = section.decimal(excluding);
    if (in && out)
        section.fault(excluding,
                      "The band has both " + std::string(including) + " and " + std::string(excluding),
                      "Keep the one that the published key says");
    if (in) return BandEnd{*in, true};
    if (out) return BandEnd{*out, false};
    return std::nullopt;
}

static Written read(Section& section, const Framework& framework) {
    static const std::vector<std::pair<std::string_view, StatusRole>> names = {
        {"met", StatusRole::met}, {"near", StatusRole::near}, {"missed", StatusRole::missed}};
    Written band{&section, section.choice("status", names), end(section, "at_least", "more_than"),
                 end(section, "at_most", "less_than")};
    if (band.role && framework.words(*band.role).word.empty())
        section.fault("status", "The band leads to a status that has no words",
                      "Add a [[status]] of that role, or remove the band");
    return band;
}

/// Two neighbours must meet at one number that belongs to exactly one of them.
static void check_meeting(const Written& before, const Written& after) {
    Section& section = *after.section;
    if (!before.to || !after.from) {
        Section& open = before.to ? section : *before.section;
        open.fault("status", "The band is open towards its neighbour",
                   before.to ? "Say where it begins, with more_than or at_least"
                             : "Say where it ends, with at_most or less_than");
        return;
    }
    const std::string bound = after.from->at.to_text();
    const char* const from = after.from->inclusive ? "at_least" : "more_than";
    if (after.from->at < before.to->at)
        section.fault(from,
                      "Bands overlap: from " + bound + " to " + before.to->at.to_text()
                          + " a shortfall is in two of them",
                      "Let one begin where the other ends");
    else if (after.from->at > before.to->at)
        section.fault(from,
                      "Bands leave a gap: from " + before.to->at.to_text() + " to " + bound
                          + " a shortfall is in none of them",
                      "Let one begin where the other ends");
    else if (before.to->inclusive && after.from->inclusive)
        section.fault(from, "Bands overlap: a shortfall of exactly " + bound + " is in two of them",
                      "Write more_than here, or less_than in the band before");
    else if (!before.to->inclusive && !after.from->inclusive)
        section.fault(
            from, "The boundary is undefined: a shortfall of exactly " + bound + " is in none of the bands",
            "Write at_least here, or at_most in the band before");
}

static void check_one(const Written& band) {
    if (!band.from || !band.to) return;
    const bool point = band.from->at == band.to->at && band.from->inclusive && band.to->inclusive;
    if (band.from->at >= band.to->at && !point)
        band.section->fault("status", "The band holds no number, so its status can never be reached",
                            "Check its two ends");
}

/// The whole line of shortfalls is covered: from "met, however far ahead" to "missed, however far behind".
static void check_ends(const Written& first, const Written& last) {
    if (first.from)
        first.section->fault("status", "The first band does not hold what is further ahead of its target",
                             "Remove its lower end");
    if (last.to)
        last.section->fault("status", "The last band does not hold what is further behind its target",
                            "Remove its upper end");
    if (first.to && first.to->at.is_negative())
        first.section->fault("status", "A measure that is exactly on its target has not achieved it",
                             "Let the first band reach to \"0\" or more");
    if (first.to && first.to->at.is_zero() && !first.to->inclusive)
        first.section->fault("status", "A measure that is exactly on its target has not achieved it",
                             "Write at_most = \"0\"");
}

static void check_order(const std::vector<Written>& bands) {
    for (std::size_t i = 1; i < bands.size(); ++i)
        if (bands[i].role && bands[i - 1].role && *bands[i].role <= *bands[i - 1].role)
            bands[i].section->fault("status", "Bands are not in order",
                                    "List them from met to missed, each status once");
}

/// A rated status without a band could be explained on the legend and never be given.
static void check_reached(Section& top, const std::vector<Written>& bands, const Framework& framework) {
    for (const StatusRole role : {StatusRole::met, StatusRole::near, StatusRole::missed}) {
        const std::string& word = framework.words(role).word;
        if (!word.empty() && std::ranges::find(bands, role, &Written::role) == bands.end())
            top.fault("band", "No band leads to " + word + ", so that status can never be reached",
                      "Add a [[band]] for it, or remove the [[status]]");
    }
}

void compile_bands(Section& top, Framework& framework) {
    std::vector<Section> sections = top.tables("band", "[[band]]");
    std::vector<Written> bands;
    for (Section& section : sections) bands.push_back(read(section, framework));
    if (bands.empty()) return;
    check_order(bands);
    check_ends(bands.front(), bands.back());
    for (const Written& band : bands) check_one(band);
    for (std::size_t i = 1; i < bands.size(); ++i) check_meeting(bands[i - 1], bands[i]);
    check_reached(top, bands, framework);
    for (const Written& band : bands) {
        Band compiled{band.role.value_or(StatusRole::missed), std::nullopt, true};
        if (band.to) {
            compiled.at_most = band.to->at;
            compiled.inclusive = band.to->inclusive;
        }
        framework.bands.push_back(compiled);
    }
}

} // namespace engine
