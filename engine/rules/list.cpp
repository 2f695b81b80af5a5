// Every rule, by id. A new rule is a file of its own and its name here; its id follows the last one's, and
// the id of a rule that was taken out is never used again.
#include "engine/rules/rule.h"

#include <array>

namespace engine::rules {

extern const Rule v001, v002, v003, v004, v005, v006, v007, v008, v009, v010, v011, v012, v013, v014, v015,
    v016, v017, v018, v019, v020, v021, v022, v023, v024, v025, v026, v027, v028, v029, v030, v031, v032,
    v033, v034, v035, v036, v037, v038, v039, v040, v041, v042, v043, v044, v045, v046, v047, v048, v049,
    v050, v051, v052, v053, v054, v055, v056, v057, v058, v059, v060, v061, v062;

static constexpr std::array list{&v001, &v002, &v003, &v004, &v005, &v006, &v007, &v008, &v009, &v010, &v011,
                                 &v012, &v013, &v014, &v015, &v016, &v017, &v018, &v019, &v020, &v021, &v022,
                                 &v023, &v024, &v025, &v026, &v027, &v028, &v029, &v030, &v031, &v032, &v033,
                                 &v034, &v035, &v036, &v037, &v038, &v039, &v040, &v041, &v042, &v043, &v044,
                                 &v045, &v046, &v047, &v048, &v049, &v050, &v051, &v052, &v053, &v054, &v055,
                                 &v056, &v057, &v058, &v059, &v060, &v061, &v062};

std::span<const Rule* const> all() {
    return list;
}

} // namespace engine::rules
