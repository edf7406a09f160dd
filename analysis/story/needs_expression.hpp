#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// "all(a, any(b, c), 2 of(d, e, f))", as `models::needs_text` writes it and a result file has it.
namespace analysis {

/// Whether what is needed is there. Throws results::ResultError when the text is no such
/// expression.
bool met(std::string_view needs, const std::function<bool(std::string_view)>& works);

/// The components that it names, in order.
std::vector<std::string_view> named_in(std::string_view needs);

}  // namespace analysis
