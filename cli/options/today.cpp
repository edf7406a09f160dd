#include "cli/options/today.hpp"

#include <ctime>

namespace cli {

models::Day day_of(const std::string& asked) {
  if (const auto day = models::parse_day(asked))
    return *day;
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {std::chrono::year(1900 + local.tm_year),
          std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1),
          std::chrono::day(static_cast<unsigned>(local.tm_mday))};
}

std::string day_check(const std::string& text) {
  return models::parse_day(text) ? "" : "'" + text + "' is not a date such as 2026-12-01";
}

}  // namespace cli
