#pragma once

#include <functional>
#include <string_view>

namespace studies {

inline constexpr std::string_view no_memory =
    "uitwijk: not enough memory: the system, or a limit such as 'ulimit -v', gives no more\n";

/// Does it; what is thrown becomes words on standard error and an exit code.
int guarded(const std::function<int()>& act);

}  // namespace studies
