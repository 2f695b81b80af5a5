#include "tools/outturn/verbs/options.h"

namespace outturn {

Job JobOptions::with_period() const {
    Job result = job;
    result.request.period = engine::parse_period(period).value_or(engine::Period{});
    return result;
}

void add_framework_option(CLI::App& verb, std::string& framework) {
    verb.add_option("-f,--framework", framework,
                    "The council's framework: a name (outturn framework list) or a folder")
        ->required()
        ->type_name("NAME");
}

CLI::Option* add_period_option(CLI::App& verb, std::string& period) {
    const auto is_period = [](const std::string& text) {
        return engine::parse_period(text) ? std::string()
                                          : "\"" + text + "\" is no period. Write it as \"2016-17 Q2\"";
    };
    return verb.add_option("-p,--period", period, "The quarter reported on, as \"2016-17 Q2\"")
        ->check(CLI::Validator(is_period, ""))
        ->type_name("PERIOD");
}

void add_json_option(CLI::App& verb, bool& json) {
    verb.add_flag("--json", json, "Print for other programs, not for people");
}

void add_threads_option(CLI::App& verb, unsigned& threads) {
    verb.add_option("--threads", threads,
                    "How many workbooks at a time; 0 is one for each core. The result is the same")
        ->type_name("N");
}

void add_job_options(CLI::App& verb, JobOptions& options) {
    add_framework_option(verb, options.framework);
    add_period_option(verb, options.period)->required();
    verb.add_option("--plans", options.job.request.plans, "The folder of the outcome plans")
        ->required()
        ->type_name("FOLDER");
    verb.add_option("--returns", options.job.request.returns, "The folder of the quarter's returns")
        ->required()
        ->type_name("FOLDER");
    add_threads_option(verb, options.job.request.threads);
    add_json_option(verb, options.json);
}

} // namespace outturn
