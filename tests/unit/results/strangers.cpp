#include <gmock/gmock.h>

#include <cstdio>
#include <utility>

#include "results/result_file.hpp"
#include "tests/unit/results/example.hpp"

/// What programs that are not ours see in a result file.
namespace {

using namespace results;
using testing::HasSubstr;

std::pair<int, std::string> run(const std::string& command) {
  std::string out;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  char buffer[4096];
  while (const auto got = fread(buffer, 1, sizeof buffer, pipe))
    out.append(buffer, got);
  return {pclose(pipe), out};
}

/// A Python that has h5py and xarray, or "".
std::string python() {
  for (const std::string candidate : {"python3", "/usr/bin/python3"})
    if (run(candidate + " -c 'import h5py, xarray'").first == 0)
      return candidate;
  return "";
}

std::uint64_t lost_in(const Study& study) {
  std::uint64_t lost = 0;
  for (const auto& seen : study.replications)
    for (std::size_t i = 0; i < seen.world.callers.size(); ++i)
      if (i % size_of<CallerCount> == static_cast<std::size_t>(CallerCount::lost))
        lost += seen.world.callers[i];
  return lost;
}

TEST(Strangers, SeeNamedDimensionsUnitsAndTheSameNumbers) {
  const auto interpreter = python();
  if (interpreter.empty())
    GTEST_SKIP() << "no Python with h5py and xarray";
  const results_example::Folder folder;
  const auto study = results_example::study();
  write_study(study, folder / "study.h5");
  const auto [status, out] =
      run(interpreter + " " SOURCE_DIR "/tests/simulation/result_file_h5py.py " +
          (folder / "study.h5").string());
  EXPECT_EQ(status, 0) << out;
  EXPECT_THAT(out, HasSubstr(fmt::format("lost {}\n", lost_in(study))));
}

}  // namespace
