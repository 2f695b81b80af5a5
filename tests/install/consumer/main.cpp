#include "engine/figures/period.h"
#include "xlsx/package/package.h"

#include <cstdio>

int main() {
    const auto period = engine::parse_period("2016-17 Q2");
    const auto workbook = xlsx::Package::open("not a workbook", "x.xlsx");
    if (!period || workbook) return 1;
    std::printf("%s ends on %s\n", engine::to_text(*period).c_str(),
                cells::to_text(engine::last_day(*period)).c_str());
}
