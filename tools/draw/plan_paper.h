#pragma once
// The paper of an outcome plan as it stands before the second quarter: the first is written back.

#include "tools/draw/council.h"
#include "tools/draw/paper.h"

namespace draw {

Paper plan_paper(const Council& council, const std::string& name);

} // namespace draw
