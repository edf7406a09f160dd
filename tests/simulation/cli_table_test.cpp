/// `table` as a user sees it, and the labels that a result file brings to it.
#include <gmock/gmock.h>

#include "results/result_file.hpp"
#include "tests/simulation/cli_program.hpp"

namespace simulation {
namespace {

TEST(RowLabels, AnAimedThreatIsInItsResultFile) {
  const Scratch scratch;
  const std::string file = scratch.file("row.h5");
  const Ended run =
      uitwijk("run --threat DR-20 --target rotterdam --duration '1 h' -n 1 -q -o " + file);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const results::RowLabels row = results::read_study(file).provenance.row;
  EXPECT_EQ(row.threat, "DR-20");
  EXPECT_EQ(row.target, "rotterdam");
  EXPECT_EQ(row.package, "current");
  EXPECT_EQ(row.onset_rule, "any_hour");
  EXPECT_EQ(row.duration, "1 h");
  EXPECT_EQ(row.role, "event");
  EXPECT_DOUBLE_EQ(row.target_share, 0.1) << "one of ten meldkamers";
}

}  // namespace
}  // namespace simulation
