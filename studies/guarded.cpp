#include "studies/guarded.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <new>
#include <system_error>

#include "models/text/file_reader.hpp"
#include "models/text/problems.hpp"
#include "results/result_file.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"

namespace studies {

int guarded(const std::function<int()>& act) {
  try {
    return act();
  } catch (const models::InvalidInput& invalid) {
    for (const models::Problem& problem : invalid.problems())
      say("{}\n", models::to_string(problem));
    return exit_code::invalid_input;
  } catch (const results::ResultError& error) {
    say("uitwijk: {}\n", error.what());
    return exit_code::our_fault;
  } catch (const std::filesystem::filesystem_error& error) {
    say("uitwijk: {}: cannot be read: {}\n", error.path1().string(), error.code().message());
    return exit_code::our_fault;
  } catch (const models::SystemFault& fault) {
    say("uitwijk: {}\n", fault.what());
    return exit_code::our_fault;
  } catch (const std::system_error& error) {
    say("uitwijk: {}\n", error.what());
    return exit_code::our_fault;
  } catch (const std::bad_alloc&) {
    write_to_stderr(no_memory);
    return exit_code::our_fault;
  } catch (const std::exception& error) {
    say("uitwijk: our fault, not yours: {}\n", error.what());
    return exit_code::our_fault;
  }
}

}  // namespace studies
