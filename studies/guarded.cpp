#include "studies/guarded.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "models/text/problems.hpp"
#include "results/result_file.hpp"
#include "studies/exit_code.hpp"

namespace studies {

int guarded(const std::function<int()>& act) {
  try {
    return act();
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      fmt::print(stderr, "{}\n", models::to_string(problem));
    return exit_code::invalid_input;
  } catch (const results::ResultError& error) {
    fmt::print(stderr, "uitwijk: {}\n", error.what());
    return exit_code::our_fault;
  } catch (const std::filesystem::filesystem_error& error) {
    fmt::print(stderr, "uitwijk: {}: cannot be read: {}\n", error.path1().string(),
               error.code().message());
    return exit_code::our_fault;
  } catch (const std::exception& error) {
    fmt::print(stderr, "uitwijk: our fault, not yours: {}\n", error.what());
    return exit_code::our_fault;
  }
}

}  // namespace studies
