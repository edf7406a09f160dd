#include "studies/branch_files.hpp"

#include <algorithm>
#include <filesystem>

#include "results/result_file.hpp"
#include "studies/provenance.hpp"

namespace studies {

std::filesystem::path file_of_future(const std::string& output,
                                     const analysis::BranchFuture& future) {
  std::string name = future.option + (future.moment.empty() ? "" : "-" + future.moment);
  std::erase(name, ' ');
  const std::filesystem::path path(output);
  return path.parent_path() / (path.stem().string() + "-" + name + ".h5");
}

std::string write_future(const std::string& output, const Asked& asked,
                         const scenarios::ScenarioInWorld& input,
                         const analysis::BranchFuture& future, results::Study& study) {
  Asked of_future = asked;
  of_future.branch.future = future.moment.empty() ? "" : future.label();
  study.provenance = provenance_of(input, of_future);
  const auto file = file_of_future(output, future);
  results::write_study(study, file);
  return file.string();
}

}  // namespace studies
