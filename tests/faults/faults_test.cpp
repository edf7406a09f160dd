/// Eleven commands, of each of which one call to the system fails, or kills it: the answer is right
/// or none, a file is the old one or the new one, nobody is blamed, and the same line run again
/// ends well.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <regex>

#include "tests/faults/faulty_command.hpp"
#include "tests/sample.hpp"

namespace faults {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

struct Case {
  std::string name;
  std::vector<Arguments> before;
  Arguments arguments;
  std::vector<std::string> outputs;  ///< beginnings of the names of files; none: what it prints
};

const Arguments planned = {"campaign", "plan", "t/tiny.campaign.yaml", "-o", "c", "-q",
                           "-n",       "4",    "--task-seconds",       "1"};
const Arguments worked = {"campaign", "run", "c", "-j", "2", "-q"};
const Arguments merged = {"campaign", "merge", "c", "-o", "m.h5", "-q"};
const Arguments begun = {"register",       "m.h5", "-o",      "reg.yaml",  "--catalogue",
                         "t/threats.yaml", "-q",   "--today", "2026-01-01"};

const std::vector<Case> cases = {
    {"run",
     {{"run", "t/outage.yaml", "-n", "2", "-q", "-o", "out.h5"}},
     {"run", "t/outage.yaml", "-n", "6", "-j", "2", "-o", "out.h5"},
     {"out.h5"}},
    {"run_json", {}, {"run", "t/outage.yaml", "-n", "4", "-j", "2", "--json", "-q"}, {}},
    {"save",
     {},
     {"run", "--threat", "TT-01", "--catalogue", "t/threats.yaml", "--world", "t/world", "-n", "1",
      "--save", "mine.yaml"},
     {"mine.yaml"}},
    {"plan", {}, {"campaign", "plan", "t/tiny.campaign.yaml", "-j", "2", "-q"}, {}},
    {"campaign_run", {planned}, {"campaign", "run", "c", "-j", "2"}, {"c/shards/"}},
    {"campaign_run_precise",
     {{"campaign", "plan", "t/precise.campaign.yaml", "-o", "c", "-q"}},
     {"campaign", "run", "c", "-j", "2"},
     {"c/shards/"}},
    {"merge", {planned, worked}, {"campaign", "merge", "c", "-o", "out.h5"}, {"out.h5"}},
    {"status", {planned, worked}, {"campaign", "status", "c"}, {}},
    {"table", {planned, worked, merged}, {"table", "m.h5"}, {}},
    {"report", {planned, worked, merged}, {"report", "m.h5", "-o", "out.html"}, {"out.html"}},
    {"register",
     {planned, worked, merged, begun},
     {"register", "m.h5", "--register", "reg.yaml", "--update", "--recorded", "--catalogue",
      "t/threats.yaml", "--today", "2026-01-01"},
     {"reg.yaml"}},
};

const std::vector<Fault> all_faults = {
    {"disk_full", ",write,", ENOSPC, true},
    {"write_fails", ",write,", EIO, false},
    {"write_interrupted", ",write,", EINTR, false},
    {"sync_fails", ",fsync,close,ftruncate,lseek,", EIO, false},
    {"name_fails", ",rename,link,mkdir,", EIO, false},
    {"removal_fails", ",unlink,", EIO, false},
    {"as_on_nfs", ",renameat2,", EINVAL, true},
    {"too_many_files", ",open,", EMFILE, false},
    {"read_fails", ",read,", EIO, false},
    {"stat_fails", ",stat,", EIO, false},
    {"no_process", ",fork,", EAGAIN, false},
    {"no_memory", ",mmap,", ENOMEM, false},
    {"no_large_memory", ",malloc,", ENOMEM, false},
    {"killed", ",write,fsync,close,rename,link,unlink,open,fork,ftruncate,", 0, false},
};

/// What the clock says is another thing each time.
std::string steady(const std::string& text) {
  static const std::regex clock(R"re("(wall_s|calls_per_s)": [0-9.e+]+)re");
  return std::regex_replace(text, clock, "");
}

/// A folder for a command to work in, as it was before it.
class Workplace {
public:
  explicit Workplace(const Case& command) {
    std::string pattern = (fs::temp_directory_path() / "uitwijk-faults-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw std::runtime_error("no folder for temporary files");
    root_ = pattern;
    fs::create_directory(root_ / "before");
    fs::copy(SOURCE_DIR "/tests/worlds/cli_tiny", root_ / "before/t", fs::copy_options::recursive);
    for (const Arguments& arguments : command.before)
      if (const Ended made = run(root_ / "before", arguments); made.status != 0)
        throw std::runtime_error("setting up: " + made.err);
    for (const auto& [name, bytes] : files_of(root_ / "before", command.outputs))
      fs::permissions(root_ / "before" / name, fs::perms(0640));  // a colleague's too
  }
  ~Workplace() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  fs::path begin_again() const {
    fs::remove_all(root_ / "now");
    fs::copy(root_ / "before", root_ / "now", fs::copy_options::recursive);
    return root_ / "now";
  }
  fs::path before() const { return root_ / "before"; }

private:
  fs::path root_;
};

class Faults : public testing::TestWithParam<std::tuple<std::size_t, std::size_t>> {
protected:
  Faults()
      : command_(cases[std::get<0>(GetParam())]), fault_(all_faults[std::get<1>(GetParam())]) {}

  std::map<std::string, std::string> outputs(const fs::path& folder) const {
    return command_.outputs.empty() ? std::map<std::string, std::string>{}
                                    : files_of(folder, command_.outputs);
  }

  void expect_promises(const fs::path& now, const Ended& ended) const {
    ASSERT_FALSE(ended.hung);
    if (!WIFEXITED(ended.status)) {
      EXPECT_EQ(fault_.number, 0) << "ended by signal " << WTERMSIG(ended.status);
      return expect_old_or_new(now);
    }
    const int code = WEXITSTATUS(ended.status);
    EXPECT_THAT(code, testing::AnyOf(0, 1, 5)) << ended.err;
    if (fault_.name == "as_on_nfs") {  // where there are links instead
      EXPECT_EQ(code, 0) << ended.err;
    }
    EXPECT_THAT(ended.err, Not(HasSubstr("our fault, not yours")));
    EXPECT_THAT(ended.err, Not(HasSubstr("remove it and")));
    if (fault_.number != 0 && !removal_fails()) {  // else the next writer takes it away
      EXPECT_THAT(leftovers_of(now), testing::IsEmpty());
    }
    if (code == 0)
      return expect_the_answer(now, ended);
    EXPECT_THAT(ended.err, Not(testing::IsEmpty())) << "says why";
    if (command_.name != "run")  // saves what there is
      expect_old_or_new(now);
  }

  void expect_the_answer(const fs::path& now, const Ended& ended) const {
    EXPECT_TRUE(outputs(now) == good_files_);
    if (command_.name != "plan") {  // which tells what its processors took
      EXPECT_EQ(steady(ended.out), steady(good_.out));
    }
  }

  void expect_old_or_new(const fs::path& now) const {
    const auto old = outputs(workplace_.before());
    for (const auto& [name, bytes] : outputs(now)) {
      const bool is_old = old.count(name) > 0 && old.at(name) == bytes;
      EXPECT_TRUE(is_old || good_files_.at(name) == bytes) << name;
    }
  }

  /// The same line once more, with nothing in its way.
  void expect_well_again(const fs::path& now) const {
    if (command_.name == "save" && fs::exists(now / "mine.yaml"))
      return;  // --save makes new files only
    const Ended again = run(now, command_.arguments);
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_TRUE(outputs(now) == good_files_);
    auto left = leftovers_of(now);
    if (removal_fails())  // nobody claims a task that is done
      std::erase_if(left, [](const std::string& part) { return part.starts_with("c/claims/"); });
    EXPECT_THAT(left, testing::IsEmpty());
  }
  bool removal_fails() const { return fault_.name == "removal_fails"; }

  void measure() {
    const fs::path now = workplace_.begin_again();
    good_ = run(now, command_.arguments, fault_, 0);
    ASSERT_EQ(good_.status, 0) << good_.err;
    good_files_ = outputs(now);
  }

  /// Made once for all faults of a command.
  static const Workplace& workplace_of(std::size_t command) {
    static std::map<std::size_t, Workplace> made;
    return made.try_emplace(command, cases[command]).first->second;
  }

  const Case& command_;
  const Fault& fault_;
  const Workplace& workplace_ = workplace_of(std::get<0>(GetParam()));
  Ended good_;
  std::map<std::string, std::string> good_files_;
};

/// At how many calls of a command a fault strikes it: `make test`, `make long`, `make faults`.
long places_wanted() {
  return std::getenv("UITWIJK_FAULTS") != nullptr ? 40 : sample<long>(1, 3);
}

/// At so many places, spread over all calls; a sample takes a third of the pairs, and another place
/// for each.
TEST_P(Faults, KeepThePromises) {
  const auto [command, fault] = GetParam();
  if (sample(true, false) && (command + fault) % 3 > 0)
    GTEST_SKIP() << "no part of the sample";
  measure();
  if (good_.calls == 0)
    GTEST_SKIP() << "makes no such call";
  const long places = std::min(good_.calls, places_wanted());
  // A campaign makes fewer calls in one run than in another; the first is in all of them.
  const auto strikes = [&](long at) {
    SCOPED_TRACE("call " + std::to_string(at) + " of " + std::to_string(good_.calls));
    const fs::path now = workplace_.begin_again();
    const Ended ended = run(now, command_.arguments, fault_, at);
    if (ended.failed == 0)
      return false;
    expect_promises(now, ended);
    expect_well_again(now);
    return true;
  };
  bool struck = false;
  for (long i = 0; i < places; ++i) {
    const long shift = places == 1 ? static_cast<long>(command * 7 + fault * 3) % 11 : 5;
    struck |= strikes(1 + (11 * i + shift) * good_.calls / (11 * places));
  }
  EXPECT_TRUE(struck || strikes(1));
}

/// A part of a new file that is left has no later writer who would take it away.
TEST(FailingCalls, LeaveNoPartOfANewFile) {
  const Workplace workplace(*std::ranges::find(cases, "save", &Case::name));
  const Arguments& save = std::ranges::find(cases, "save", &Case::name)->arguments;
  for (const char* calls : {",stat,", ",rename,link,unlink,"}) {
    const long all = run(workplace.begin_again(), save, {"", calls, EIO, false}, 0).calls;
    EXPECT_GT(all, 0) << calls;
    for (long at = 1; at <= all; ++at) {
      const fs::path now = workplace.begin_again();
      run(now, save, {"", calls, EIO, false}, at);
      EXPECT_THAT(leftovers_of(now), testing::IsEmpty()) << calls << " call " << at;
    }
  }
}

/// A shipped file that cannot be looked at is not one that is not there.
TEST(FailingCalls, ToLookAtAFileDoNotMakeItMissing) {
  const Case& report = *std::ranges::find(cases, "report", &Case::name);
  const Workplace workplace(report);
  const Fault stat = {"", ",stat,", EIO, false};
  const long all = run(workplace.begin_again(), report.arguments, stat, 0).calls;
  EXPECT_GT(all, 40);
  for (long at = 1; at <= all; at += sample(5, 1)) {
    const Ended ended = run(workplace.begin_again(), report.arguments, stat, at);
    EXPECT_THAT(WEXITSTATUS(ended.status), testing::AnyOf(0, 1, 5)) << at << ": " << ended.err;
  }
}

/// One that cannot be looked at is not a new one, which would be for its owner alone.
TEST(FailingCalls, ToLookAtAFileDoNotTakeItFromItsReaders) {
  const Case& command = *std::ranges::find(cases, "register", &Case::name);
  const Workplace workplace(command);
  const Fault stat = {"", ",stat,", EIO, false};
  const long all = run(workplace.begin_again(), command.arguments, stat, 0).calls;
  EXPECT_GT(all, 10);
  for (long at = std::max(1L, all - sample(30, 1000)); at <= all; ++at) {
    const fs::path now = workplace.begin_again();
    run(now, command.arguments, stat, at);
    EXPECT_EQ(fs::status(now / "reg.yaml").permissions(), fs::perms(0640)) << at;
  }
}

/// Each row is tried with a few replications, of which some may not come to their end.
TEST(FailingCalls, OfAPlanAreNotOurFault) {
  const Workplace workplace(*std::ranges::find(cases, "plan", &Case::name));
  const Arguments& plan = std::ranges::find(cases, "plan", &Case::name)->arguments;
  const Fault no_memory = {"", ",mmap,", ENOMEM, false};
  const long all = run(workplace.begin_again(), plan, no_memory, 0).calls;
  EXPECT_GT(all, 50);
  for (long at = 3; at <= all; at += sample(25, 5)) {
    const Ended ended = run(workplace.begin_again(), plan, no_memory, at);
    EXPECT_THAT(ended.err, Not(HasSubstr("our fault"))) << "call " << at;
    EXPECT_TRUE(WIFEXITED(ended.status)) << "call " << at;
  }
}

/// The whole fleet gets no more processes, or no more memory, from some moment on. Workers live
/// long, so most runs end whole; what ends with 5 has a file that can be read.
TEST(FailingCalls, OfARunKeepWhatIsFinished) {
  const Case& command = *std::ranges::find(cases, "run", &Case::name);
  const Workplace workplace(command);
  const fs::path well = workplace.begin_again();
  for (const auto& [calls, number] : {std::pair{",fork,", EAGAIN}, {",mmap,", ENOMEM}}) {
    const long all = run(well, command.arguments, {"", calls, number, true}, 0).calls;
    for (long at = 1; at <= all; at += std::max(1L, all / sample(6, 30))) {
      SCOPED_TRACE(std::string(calls) + " from call " + std::to_string(at));
      const fs::path now = workplace.begin_again();
      const std::string before = files_of(now, command.outputs).at("out.h5");
      const Ended ended = run(now, command.arguments, {"", calls, number, true}, at);
      ASSERT_TRUE(WIFEXITED(ended.status));
      EXPECT_THAT(WEXITSTATUS(ended.status), testing::AnyOf(0, 1, 5)) << ended.err;
      EXPECT_THAT(ended.err, Not(HasSubstr("our fault")));
      const bool is_new = files_of(now, command.outputs).at("out.h5") != before;
      if (is_new) {
        EXPECT_EQ(WEXITSTATUS(run(now, {"table", "out.h5"}).status), WEXITSTATUS(ended.status));
      }
    }
  }
}

/// What the system refused is no property of a replication: a shard that says so would be kept.
TEST(FailingCalls, OfACampaignAreInNoShard) {
  const Case& command = *std::ranges::find(cases, "campaign_run", &Case::name);
  const Workplace workplace(command);
  const auto shards_after = [&](const fs::path& now) { return files_of(now, command.outputs); };
  const fs::path well = workplace.begin_again();
  const long all = run(well, command.arguments, {"", ",fork,", EAGAIN, false}, 0).calls;
  const auto good = shards_after(well);
  EXPECT_GT(all, 2);
  for (const bool stays : {false, true})
    for (long at = 1; at <= all; at += sample(3, 1)) {
      SCOPED_TRACE("fork " + std::to_string(at) + (stays ? " and all behind it" : ""));
      const fs::path now = workplace.begin_again();
      const Ended ended = run(now, command.arguments, {"", ",fork,", EAGAIN, stays}, at);
      if (ended.failed > 0) {
        EXPECT_NE(ended.status == 0, stays) << ended.err;
      }
      for (const auto& [name, bytes] : shards_after(now))
        EXPECT_TRUE(good.at(name) == bytes) << name;
      EXPECT_EQ(run(now, command.arguments).status, 0);
      EXPECT_TRUE(shards_after(now) == good);
    }
}

/// Of a campaign that is merged, every shard is read and the result written call by call: five
/// shards took 76 reads, 1,204 writes and 2 changes of length.
TEST(FailingCalls, AreThoseByWhichResultsAreReadAndWritten) {
  const auto merge = std::ranges::find(cases, "merge", &Case::name);
  const Workplace workplace(*merge);
  for (const auto& [calls, least] :
       {std::pair{",write,", 100}, {",read,", 60}, {",ftruncate,", 2}}) {
    const Ended ended =
        run(workplace.begin_again(), merge->arguments, {"", calls, ENOSPC, false}, 0);
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_GE(ended.calls, least) << calls;
  }
}

std::string name_of(const testing::TestParamInfo<Faults::ParamType>& info) {
  return cases[std::get<0>(info.param)].name + "_" + all_faults[std::get<1>(info.param)].name;
}

INSTANTIATE_TEST_SUITE_P(Command, Faults,
                         testing::Combine(testing::Range(std::size_t{0}, cases.size()),
                                          testing::Range(std::size_t{0}, all_faults.size())),
                         name_of);

}  // namespace
}  // namespace faults
