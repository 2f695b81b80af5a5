#pragma once
// The paper of a service's return for a quarter, without mistakes.

#include "tools/draw/council.h"
#include "tools/draw/paper.h"

namespace draw {

/// `quarter` is "2016-17-Q2", `service` "housing-services".
Paper return_paper(const Council& council, const std::string& quarter, const std::string& service);

} // namespace draw
