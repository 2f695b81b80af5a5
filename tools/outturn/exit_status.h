#pragma once
// How a run ended, for whoever called it. The same for every verb.

namespace outturn {

enum class ExitStatus : int {
    clean = 0,         ///< nothing wrong in the data (queries and notes there may be)
    errors_found = 1,  ///< the work is done, and found errors in the data
    work_not_done = 2, ///< some of the work could not be done: one unreadable file of twelve is enough
    usage = 64         ///< the command line says nothing that can be done
};

} // namespace outturn
