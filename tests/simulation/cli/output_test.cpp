/// What the program writes: standard output that is full or closed, and files that stand in its
/// way.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>

#include "tests/simulation/cli/program.hpp"

namespace simulation {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// The program with its standard output where the shell's `to` says.
Ended talks_to(const std::string& arguments, const std::string& to) {
  const Scratch scratch;
  const std::string err = scratch.file("err");
  Ended out =
      uitwijk("", "exec 2>" + err + "; '" UITWIJK "' " + arguments + " " + to + "; exit $?; ");
  out.err = text_of(err);
  return out;
}

class StandardOutput : public testing::TestWithParam<std::string> {};

TEST_P(StandardOutput, ThatIsFullOrClosedIsNoSuccess) {
  const Ended full = talks_to(GetParam(), ">/dev/full");
  EXPECT_EQ(full.exit_code, 1);
  EXPECT_THAT(full.err, HasSubstr("standard output cannot be written: No space left on device"));
  const Ended closed = talks_to(GetParam(), ">&-");
  EXPECT_EQ(closed.exit_code, 1);
  EXPECT_THAT(closed.err, HasSubstr("standard output cannot be written: Bad file descriptor"));
}

INSTANTIATE_TEST_SUITE_P(Commands, StandardOutput,
                         testing::Values("--help", "run " + tiny_calm + " -n 2 -q",
                                         "run " + tiny_calm + " -n 2 -q --json",
                                         "trace " + tiny_calm,
                                         "describe " + world_file("cli_tiny/world"),
                                         "check --json " + tiny_calm));

TEST(StandardOutput, EndsQuietlyWhenNobodyReads) {
  const Ended ended = talks_to("describe " + world_file("cli_tiny/world"),
                               "| : ; exit 0; ");  // the shell's code is not ours
  EXPECT_THAT(ended.err, IsEmpty());
}

TEST(StandardOutput, ThatIsClosedIsNoResultFile) {
  const Scratch scratch;
  const std::string file = scratch.file("kept.h5");
  talks_to("run " + tiny_calm + " -n 2 -q -o " + file, ">&-");
  EXPECT_EQ(uitwijk("table " + file).exit_code, 0);
}

TEST(Output, NeverTakesThePlaceOfAnotherKindOfFile) {
  const Scratch scratch;
  const std::string input = scratch.file("input.yaml"), result = scratch.file("result.h5");
  write(input, "precious: true\n");
  succeeds("run " + tiny_calm + " -n 2 -q -o " + result);
  const std::string bytes = text_of(result);
  for (const std::string& arguments :
       {"run " + tiny_calm + " -n 2 -q -o " + input,
        "run " + tiny_calm + " -n 2 -q --save " + input, "report " + result + " -q -o " + input,
        "report " + result + " -q -o " + result, "plan --draaiboek rotterdam -q -o " + input}) {
    const Ended ended = uitwijk(arguments);
    EXPECT_NE(ended.exit_code, 0) << arguments;
    EXPECT_EQ(text_of(input), "precious: true\n") << arguments << ended.err;
    EXPECT_EQ(text_of(result), bytes) << arguments << ended.err;
  }
}

TEST(Output, TakesThePlaceOfItsOwnKindAndOfNothing) {
  const Scratch scratch;
  const std::string result = scratch.file("result.h5"), page = scratch.file("page.html");
  write(result, "");
  for (int twice = 0; twice < 2; ++twice) {
    succeeds("run " + tiny_calm + " -n 2 -q -o " + result);
    succeeds("report " + result + " -q -o " + page);
  }
}

TEST(Output, OfSaveIsPrivateAndNew) {
  const Scratch scratch;
  const std::string file = scratch.file("saved.yaml");
  succeeds("sweep " + tiny_calm + " --vary callers.redial.probability=0.1..0.2 -n 2 -q --save " +
           file);
  struct stat there {};
  ASSERT_EQ(stat(file.c_str(), &there), 0);
  EXPECT_EQ(there.st_mode & 0777U, 0600U);
  const std::string saved = text_of(file);
  EXPECT_EQ(saved.find("callers.redial"), std::string::npos)
      << "what is varied is not the question";
  const Ended again = uitwijk("run " + tiny_calm + " -n 2 -q --save " + file);
  EXPECT_EQ(again.exit_code, 1);
  EXPECT_THAT(again.err, HasSubstr("File exists"));
  EXPECT_EQ(text_of(file), saved);
}

}  // namespace
}  // namespace simulation
