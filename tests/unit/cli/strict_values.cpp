#include "cli/strict_values.hpp"

#include <gmock/gmock.h>

#include <CLI/Error.hpp>
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "cli/options/count_bounds.hpp"
#include "cli/options/file_endings.hpp"

/// What stands behind an option is a value, and a number is decimal.
namespace {

using testing::HasSubstr;

struct Values {
  std::uint64_t count = 0;
  std::optional<int> jobs;
  double share = 0;
  std::string file;
};

/// What is wrong with these arguments of a command `run`; "" when nothing is.
std::string wrong_with(std::vector<std::string> arguments, Values& values) {
  CLI::App program;
  CLI::App* const run = program.add_subcommand("run");
  run->add_option("-n", values.count)->check(cli::replication_bounds);
  run->add_option("-j", values.jobs)->check(cli::job_bounds);
  run->add_option("--share", values.share)->check(CLI::Range(0.01, 1.0));
  run->add_option("-o,--output", values.file)->check(cli::ends_in(".h5"));
  cli::demand_values(program);
  try {
    std::ranges::reverse(arguments);  // the last one first
    arguments.emplace_back("run");
    program.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return error.what();
  }
  return "";
}

TEST(StrictValues, NumbersWithZerosBeforeThemAreDecimal) {
  Values values;
  EXPECT_EQ(wrong_with({"-n", "010", "-j", "08", "--share", "00.25"}, values), "");
  EXPECT_EQ(values.count, 10u);
  EXPECT_EQ(values.jobs, 8);
  EXPECT_EQ(values.share, 0.25);
  EXPECT_EQ(wrong_with({"-n", "000001"}, values), "");
  EXPECT_EQ(values.count, 1u);
}

TEST(StrictValues, WhatIsNoDecimalNumberIsRefused) {
  Values values;
  for (const char* const text : {"0x10", "1e3", "10.5", "ten", "1_000"})
    EXPECT_THAT(wrong_with({"-n", text}, values), HasSubstr("a whole number")) << text;
  for (const char* const text : {"0x1p-1", "nan", "inf", "1/2"})
    EXPECT_THAT(wrong_with({"--share", text}, values), HasSubstr("a decimal number")) << text;
  EXPECT_THAT(wrong_with({"-n", "00"}, values), HasSubstr("-n")) << "bounds hold as ever";
}

TEST(StrictValues, AnEmptyOneIsNotNothing) {
  Values values;
  for (const char* const option : {"-o", "-n", "-j", "--share", "--output"})
    EXPECT_THAT(wrong_with({option, ""}, values), HasSubstr("must")) << option;
  EXPECT_EQ(cli::option_without_value({"run", "--output=", "x"}), "--output");
  EXPECT_EQ(cli::option_without_value({"run", "--set=a=", "--output=x", "--"}), "");
}

TEST(StrictValues, AFileSaysByItsEndingWhatIsInIt) {
  Values values;
  EXPECT_EQ(wrong_with({"-o", "study.h5"}, values), "");
  EXPECT_THAT(wrong_with({"-o", "study.csv"}, values), HasSubstr("'study.csv' must end in .h5"));
}

}  // namespace
