#pragma once
// The sample council as its tables tell it: ten plans, four quarters of returns, and how each service fills
// in its workbook. Looks things up; plan_paper.h and return_paper.h make workbooks of it.

#include "tools/draw/tables.h"

#include <map>
#include <string>
#include <vector>

namespace draw {

class Council {
public:
    /// Reads the folder of tables: plans/, returns/<quarter>/, drawing.txt.
    explicit Council(const std::filesystem::path& tables);
    Council(const Council&) = delete;
    Council& operator=(const Council&) = delete;

    /// File names without their extension, in order.
    std::vector<std::string> plans() const;
    std::vector<std::string> quarters() const; ///< "2016-17-Q1" ...
    std::vector<std::string> services() const;

    const Tables& plan(const std::string& name) const { return plans_.at(name); }
    const Tables& returned(const std::string& quarter, const std::string& service) const {
        return returns_.at(quarter).at(service);
    }
    /// drawing.txt's line of a service: how it writes percentages, whether it uses formulas, types statuses.
    const Line& habits(const std::string& service) const { return *drawing_.find("services", service); }
    /// Returns that are not drawn tidily, by file: "untidy", "LibreOffice" ...
    const Tables& drawing() const { return drawing_; }

    /// A line of a plan, with its plan.
    struct Planned {
        const Tables* plan = nullptr;
        const Line* line = nullptr;
    };
    Planned indicator(const std::string& ref) const { return indicators_.at(ref); }
    Planned action(const std::string& ref) const { return actions_.at(ref); }
    /// A quarter's line about an indicator or an action, or nullptr.
    const Line* reported(const std::string& quarter, const std::string& ref) const;
    /// The line of the first quarter's return.
    const Line& reported_in_first_quarter(const std::string& ref) const {
        return *returned_.begin()->second.at(ref);
    }
    /// An indicator's actual of the quarter before; for the first, of the plan's history.
    std::string last_quarter(const std::string& quarter, const std::string& ref) const;

    struct Counts {
        std::size_t plans = 0, indicators = 0, kpis = 0, actions = 0, services = 0;
    };
    Counts counts() const;

private:
    std::map<std::string, Tables> plans_;
    std::map<std::string, std::map<std::string, Tables>> returns_;
    Tables drawing_;
    std::map<std::string, Planned> indicators_;
    std::map<std::string, Planned> actions_;
    /// Per quarter, a reference's line of the return.
    std::map<std::string, std::map<std::string, const Line*>> returned_;
};

} // namespace draw
