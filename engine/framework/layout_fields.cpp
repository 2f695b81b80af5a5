#include "engine/framework/layout_fields.h"

#include <array>

namespace engine {

static constexpr auto once = LayoutField::By::once;
static constexpr auto year = LayoutField::By::year;
static constexpr auto quarter = LayoutField::By::quarter;
static constexpr bool needed = true;
static constexpr bool writable = true;

static constexpr std::array plan_cover = std::to_array<LayoutField>({
    {"council"},
    {"priority", once, needed},
    {"outcome"},
    {"short_name"},
    {"theme"},
    {"owner"},
    {"director"},
    {"version"},
    {"approved"},
    {"effective"},
    {"template_version"},
});

static constexpr std::array plan_indicators = std::to_array<LayoutField>({
    {"ref", once, needed},
    {"name", once, needed},
    {"definition"},
    {"unit", once, needed},
    {"polarity", once, needed},
    {"range_from"},
    {"range_to"},
    {"kpi"},
    {"frequency"},
    {"measured"},
    {"places"},
    {"service", once, needed},
    {"area"},
    {"baseline"},
    {"baseline_period"},
    {"target_basis"},
    {"target", year, needed},
    {"profiled", quarter},
    {"actual", quarter, needed, writable},
    {"forecast", quarter, false, writable},
    {"status", quarter, false, writable},
    {"commentary", quarter, false, writable},
});

static constexpr std::array plan_actions = std::to_array<LayoutField>({
    {"ref", once, needed},
    {"title", once, needed},
    {"lead"},
    {"service", once, needed},
    {"start", once, needed},
    {"end", once, needed},
    {"revised", quarter, false, writable},
    {"completed", once, false, writable},
    {"status", quarter, false, writable},
    {"commentary", quarter, false, writable},
});

static constexpr std::array plan_benchmarks = std::to_array<LayoutField>({
    {"ref", once, needed},
    {"name"},
    {"period"},
    {"ours"},
    {"group"},
    {"theirs", once, needed},
});

static constexpr std::array plan_changes = std::to_array<LayoutField>({
    {"ref", once, needed},
    {"item", once, needed},
    {"before"},
    {"after"},
    {"version"},
    {"effective"},
    {"approver"},
    {"reason"},
});

static constexpr std::array return_cover = std::to_array<LayoutField>({
    {"council"},
    {"service", once, needed},
    {"directorate"},
    {"period", once, needed},
    {"as_at"},
    {"finance_period"},
    {"risk_period"},
    {"template_version"},
    {"completed_by"},
    {"completed_on"},
    {"verified_by"},
    {"verified_on"},
    {"approved_by"},
    {"approved_on"},
});

static constexpr std::array return_indicators = std::to_array<LayoutField>({
    {"ref", once, needed},
    {"name"},
    {"unit"},
    {"polarity"},
    {"target"},
    {"last"},
    {"numerator"},
    {"denominator"},
    {"actual", once, needed},
    {"forecast"},
    {"status", once, false, writable},
    {"commentary"},
    {"corrective"},
});

static constexpr std::array return_actions = std::to_array<LayoutField>({
    {"ref", once, needed},
    {"title"},
    {"start"},
    {"end"},
    {"revised", once, needed},
    {"completed", once, needed},
    {"status", once, false, writable},
    {"reason"},
    {"corrective"},
    {"commentary"},
});

static constexpr std::array parts = std::to_array<LayoutPart>({
    {"plan", "cover", plan_cover},
    {"plan", "indicators", plan_indicators},
    {"plan", "actions", plan_actions},
    {"plan", "benchmarks", plan_benchmarks},
    {"plan", "changes", plan_changes},
    {"return", "cover", return_cover},
    {"return", "indicators", return_indicators},
    {"return", "actions", return_actions},
});

std::span<const LayoutPart> layout_parts() {
    return parts;
}

} // namespace engine
