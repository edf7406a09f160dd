#pragma once

#include <functional>

namespace studies {

/// Does it; what is thrown becomes words on standard error and an exit code.
int guarded(const std::function<int()>& act);

}  // namespace studies
