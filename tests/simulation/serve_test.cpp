/// `uitwijk serve`: who gets in, what gets out, and what is left when something ends.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <map>
#include <thread>

#include "tests/simulation/served.hpp"

namespace simulation {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

json long_run(const Served& served) {
  return {{"kind", "run"},
          {"scenario", served.offered("scenario", "cli_tiny/outage.yaml")},
          {"replications", 1'000'000}};
}

json short_run(const Served& served) {
  return {{"kind", "run"},
          {"scenario", served.offered("scenario", "cli_tiny/outage.yaml")},
          {"replications", 10}};
}

/// Of a job, in a stream of all jobs that is read until the job is over.
std::set<std::string> states_told(int stream, const std::string& id) {
  std::set<std::string> out;
  std::string text;
  std::array<char, 4096> part{};
  while (!out.contains("cancelled")) {
    const ssize_t n = recv(stream, part.data(), part.size(), 0);
    if (n <= 0)
      break;
    text.append(part.data(), static_cast<std::size_t>(n));
    for (std::size_t end = 0; (end = text.find("\n\n")) != std::string::npos;) {
      const std::size_t data = text.substr(0, end).find("data: ");
      if (data != std::string::npos) {
        const json view = json::parse(text.substr(data + 6, end - data - 6));
        if (view.at("id") == id)
          out.insert(view.at("state"));
      }
      text.erase(0, end + 2);
    }
  }
  close(stream);
  return out;
}

TEST(Serve, WhoIsNotKnownStaysOutside) {
  const Served served(tiny_files);
  const std::string good = served.request("GET", "/api/offer");
  const std::string host = "Host: 127.0.0.1:" + std::to_string(served.port()) + "\r\n";
  const std::string origin = "http://127.0.0.1:" + std::to_string(served.port());
  ASSERT_EQ(served.send(good).status, 200);
  const auto status = [&](const std::string& bytes) { return served.send(bytes).status; };

  EXPECT_EQ(status(replaced(good, "Authorization", "X-Nothing")), 403);
  EXPECT_EQ(status(replaced(good, served.token(), std::string(32, 'a'))), 403);
  EXPECT_EQ(status(replaced(good, served.token(), served.token().substr(1))), 403);
  EXPECT_EQ(status(replaced(good, host, "Host: evil.example\r\n")), 403);
  EXPECT_EQ(status(replaced(good, host, "")), 403);
  EXPECT_EQ(status(replaced(good, host, host + "Host: evil.example\r\n")), 403);
  EXPECT_EQ(status(replaced(good, host, "Host: 127.0.0.1\r\n")), 403);
  const auto having = [&](const std::string& headers) {
    return status(served.request("GET", "/api/offer", "", headers));
  };
  EXPECT_EQ(having("Origin: " + origin + "\r\n"), 200);
  EXPECT_EQ(having("Origin: " + origin + "\r\nOrigin: http://evil.example\r\n"), 403);
  EXPECT_EQ(having("Origin: null\r\n"), 403);
  EXPECT_EQ(having("Origin: https" + origin.substr(4) + "\r\n"), 403);
  EXPECT_EQ(having("Sec-Fetch-Site: same-origin\r\n"), 200);
  EXPECT_EQ(having("Sec-Fetch-Site: cross-site\r\n"), 403);
  const std::string form = replaced(served.request("POST", "/api/jobs", short_run(served).dump()),
                                    "application/json", "text/plain");
  EXPECT_EQ(status(form), 403);
}

TEST(Serve, OnlyTheHeaderOpensAndNothingIsLeftInTheBrowser) {
  const Served served(tiny_files);
  const auto without = [&](const std::string& path, const std::string& headers = "") {
    return served.send(
        replaced(served.request("GET", path, "", headers), "Authorization", "X-Nothing"));
  };
  for (const std::string path : {"/", "/?x=1", "/serve.js", "/serve.css"}) {
    const Reply page = without(path);
    EXPECT_EQ(page.status, 200) << path;
    EXPECT_THAT(page.head, Not(HasSubstr("Set-Cookie"))) << path;
    EXPECT_THAT(page.head, HasSubstr("default-src 'none'")) << path;
    EXPECT_THAT(page.head, HasSubstr("nosniff")) << path;
    EXPECT_THAT(page.body, Not(HasSubstr(served.token()))) << path;
  }
  EXPECT_THAT(served.get("/api/offer").head, Not(HasSubstr("Set-Cookie")));
  const std::string cookie = "uitwijk_" + std::to_string(served.port()) + "=" + served.token();
  EXPECT_EQ(without("/api/offer", "Cookie: " + cookie + "\r\n").status, 403);
  EXPECT_EQ(without("/api/offer?token=" + served.token()).status, 403);
}

TEST(Serve, NoPathOpensAFile) {
  const Served served(tiny_files);
  for (const std::string path :
       {"/../../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "//etc/passwd", "/etc/passwd",
        "/api/jobs/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/api/jobs/1/result/../../x",
        "/....//....//etc/passwd", "/\\..\\..\\etc\\passwd", "/api/jobs/%00", "/proc/self/environ",
        "/file:///etc/passwd"}) {
    const Reply reply = served.send(served.request("GET", path));
    EXPECT_THAT(reply.status, testing::AnyOf(400, 404)) << path;
    EXPECT_THAT(reply.body, Not(HasSubstr("root:"))) << path;
  }
  for (const std::string id : {"/etc/passwd", "../outage.yaml", "outage.yaml", "", "0"}) {
    const json order = {{"kind", "run"}, {"scenario", id}};
    EXPECT_EQ(served.post("/api/jobs", order).status, 422) << id;
  }
}

TEST(Serve, WhatIsTooLongIsRefused) {
  const Served served(tiny_files);
  EXPECT_EQ(served.send(served.request("POST", "/api/jobs", std::string(70'000, ' '))).status, 413);
  const std::string whole = served.request("POST", "/api/jobs", "{}");
  EXPECT_EQ(served.send(replaced(whole, "Content-Length: 2", "Transfer-Encoding: chunked")).status,
            411);
  json order = short_run(served);
  order["set"] = {{"demand.calls", std::string(600, '1')}};
  EXPECT_EQ(served.post("/api/jobs", order).status, 422);
  EXPECT_EQ(served.send(served.request("POST", "/api/jobs", "[")).status, 400);
  EXPECT_EQ(served.send(served.request("POST", "/api/jobs", std::string(60'000, '['))).status, 400);
  EXPECT_EQ(served.get("/api/offer").status, 200);
}

TEST(Serve, AThousandRequestsAtOnceAreAnsweredOrRefused) {
  rlimit files{};
  ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &files), 0);
  files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &files), 0);
  const Served served(tiny_files);
  const std::string request = served.request("GET", "/api/offer");
  std::vector<int> connections;
  for (int i = 0; i < 1000; ++i)
    connections.push_back(served.begin(request));
  std::map<int, int> statuses;
  for (const int connection : connections)
    ++statuses[Served::answer_of(connection).status];
  EXPECT_EQ(statuses[200] + statuses[503], 1000);
  EXPECT_GE(statuses[200], 64);
  EXPECT_EQ(served.get("/api/offer").status, 200);
}

TEST(Serve, NumbersAreThoseOfTheCommandLine) {
  const Served served(tiny_files);
  json order = short_run(served);
  order["set"] = {{"demand.calls", "70 calls/h"}};
  order["seed"] = 3;
  const std::string id = served.start(order);
  const auto view = served.end_of(id);
  ASSERT_EQ(view.at("state"), "done") << view;
  json here = served.get("/api/jobs/" + id + "/result").json();
  here.erase("values");  // which the page asks for besides, to compare by pairs
  const std::string command = view.at("command").get<std::string>();
  json there = json_of(command.substr(std::string("uitwijk ").size()) + " --json");
  for (const char* const of_this_time : {"wall_s", "calls_per_s"}) {
    here.erase(of_this_time);
    there.erase(of_this_time);
  }
  EXPECT_EQ(here, there);
}

TEST(Serve, EveryProblemStandsAtItsField) {
  const Served served(tiny_files);
  json order = short_run(served);
  order["set"] = {{"demand.calls", "70"}, {"callers.redial.probability", "2"}};
  const auto view = served.end_of(served.start(order));
  EXPECT_EQ(view.at("state"), "refused");
  std::set<std::string> fields;
  for (const auto& problem : view.at("problems"))
    fields.insert(problem.at("field"));
  EXPECT_EQ(fields, (std::set<std::string>{"set.demand.calls", "set.callers.redial.probability"}))
      << view;

  const json seen = {{"name", "Test"},   {"source", "a test"}, {"meldkamer", "nord"},
                     {"at", "tomorrow"}, {"lost_for", "2 h"},  {"decide", "4"}};
  const auto exercise =
      served.end_of(served.start({{"kind", "exercise"},
                                  {"world", served.offered("world", "cli_tiny/world")},
                                  {"observed", seen}}));
  fields.clear();
  for (const auto& problem : exercise.at("problems"))
    fields.insert(problem.at("field"));
  EXPECT_EQ(fields, (std::set<std::string>{"observed.meldkamer", "observed.at", "observed.decide"}))
      << exercise;

  const auto dutch = served.post("/api/jobs", {{"kind", "run"}, {"lang", "nl"}});
  EXPECT_THAT(dutch.body, HasSubstr("is verplicht"));
  const auto unknown = served.post("/api/jobs", {{"kind", "run"}, {"scenarioo", "x"}});
  EXPECT_EQ(unknown.status, 422);
  EXPECT_THAT(unknown.body, HasSubstr("did you mean scenario?"));
}

TEST(Serve, ACancelledRunLeavesNothing) {
  Served served(tiny_files);
  const std::string id = served.start(long_run(served));
  served.under_way(id);
  const auto groups = groups_below(served.program().pid());
  ASSERT_EQ(groups.size(), 1U);
  ASSERT_TRUE(has_workers(*groups.begin(), 5s));
  EXPECT_EQ(served.post("/api/jobs/" + id + "/cancel", json::object()).status, 202);
  EXPECT_EQ(served.end_of(id).at("state"), "cancelled");
  EXPECT_TRUE(members_of(*groups.begin()).empty());
  EXPECT_EQ(served.get("/api/jobs/" + id + "/result").status, 409);
}

TEST(Serve, AKilledRunIsToldWithItsSignal) {
  Served served(tiny_files);
  const std::string id = served.start(long_run(served));
  served.under_way(id);
  const pid_t leader = *groups_below(served.program().pid()).begin();
  kill(leader, SIGKILL);
  const auto view = served.end_of(id);
  EXPECT_EQ(view.at("state"), "killed");
  EXPECT_EQ(view.at("signal"), SIGKILL);
  EXPECT_TRUE(members_of(leader).empty());
  EXPECT_EQ(served.end_of(served.start(short_run(served))).at("state"), "done");
}

TEST(Serve, RunsEndWithTheServer) {
  for (const int how : {SIGINT, SIGTERM, SIGKILL}) {
    Served served(tiny_files);
    served.under_way(served.start(long_run(served)));
    const pid_t leader = *groups_below(served.program().pid()).begin();
    served.program().signal(how);
    EXPECT_EQ(served.program().wait().exit_code, 128 + how);
    EXPECT_TRUE(is_gone(leader, 5s)) << how;
  }
}

TEST(Serve, TwoWhoAskDoNotDisturbEachOther) {
  Served served(tiny_files + " --at-once 2");
  const std::string mine = served.start(long_run(served));
  const std::string other = served.start(long_run(served));
  served.under_way(mine);
  served.under_way(other);
  const std::string quick = served.start(short_run(served));
  EXPECT_EQ(served.end_of(quick).at("state"), "done");
  served.post("/api/jobs/" + mine + "/cancel", json::object());
  EXPECT_EQ(served.end_of(mine).at("state"), "cancelled");
  EXPECT_EQ(served.get("/api/jobs/" + other).json().at("state"), "running");
}

TEST(Serve, WhoeverAsksSeesAllThatRunsAndMayEndIt) {
  const Served served(tiny_files);
  const int news = served.begin(served.request("GET", "/api/jobs/events"));
  const std::string first = served.start(long_run(served)), second = served.start(long_run(served));
  served.under_way(first);
  const json jobs = served.get("/api/jobs").json().at("jobs");
  ASSERT_EQ(jobs.size(), 2U);
  EXPECT_EQ(jobs.at(0).at("state"), "running");
  EXPECT_GT(jobs.at(0).at("done"), 0);
  EXPECT_THAT(jobs.at(0).at("command").get<std::string>(), HasSubstr("uitwijk run"));
  EXPECT_EQ(jobs.at(1).at("state"), "queued") << "it waits behind what all can see";
  for (const std::string& id : {second, first})
    EXPECT_EQ(served.post("/api/jobs/" + id + "/cancel", json::object()).status, 202);
  EXPECT_EQ(served.end_of(first).at("state"), "cancelled");
  EXPECT_EQ(states_told(news, second), (std::set<std::string>{"queued", "cancelled"}));
}

TEST(Serve, WhatTakesTooLongIsEnded) {
  const Served served(tiny_files + " --limit '1 s'");
  EXPECT_EQ(served.get("/api/offer").json().at("limit_s"), 1);
  EXPECT_EQ(served.end_of(served.start(long_run(served))).at("state"), "too_long");
}

TEST(Serve, WhenTooManyWaitMoreAreTurnedAway) {
  const Served served(tiny_files);
  std::set<int> statuses;
  for (int i = 0; i < 40; ++i)
    statuses.insert(served.post("/api/jobs", long_run(served)).status);
  EXPECT_EQ(statuses, (std::set<int>{202, 429}));
}

TEST(Serve, HostileNamesAndFilesAreToldAndNothingBreaks) {
  const Scratch scratch;
  const std::string outage =
      replaced(text_of(tiny_outage), "world: world", "world: " + world_file("cli_tiny/world"));
  const std::vector<std::string> names = {"<script>alert(1)<.yaml", "a\nb.yaml", "$(touch x).yaml",
                                          "\xff\xfe.yaml",          "-n.yaml",   "'\"`.yaml"};
  for (const std::string& name : names)
    std::ofstream(scratch.file(name)) << outage;
  std::ofstream(scratch.file("empty.h5")) << "";
  std::ofstream(scratch.file("other.h5")) << "\x89HDF\r\n\x1a\n and then nothing";
  std::ofstream(scratch.file("broken.yaml")) << "scenario: {name: [";
  const Served served("'" + scratch.file("") + "'", "cd '" SOURCE_DIR "' && ");
  const auto offer = served.get("/api/offer").json();
  ASSERT_EQ(offer.at("scenario").size(), names.size()) << offer;
  for (const auto& file : offer.at("scenario"))
    EXPECT_EQ(served
                  .end_of(served.start(
                      {{"kind", "run"}, {"scenario", file.at("id")}, {"replications", 2}}))
                  .at("state"),
              "done")
        << file;
  for (const auto& file : offer.at("result")) {
    const auto view = served.end_of(served.start({{"kind", "report"}, {"result", file.at("id")}}));
    EXPECT_EQ(view.at("state"), "refused") << view;
    EXPECT_EQ(view.at("problems").at(0).at("field"), "result") << view;
  }
  EXPECT_EQ(offer.at("result").size(), 2U);
}

TEST(Serve, SavesWhatWasRunUnderANameAndNeverOverAnother) {
  const Scratch scratch;
  const Served served(tiny_files, "cd '" + scratch.file("") + "' && ");
  json order = short_run(served);
  order["set"] = {{"demand.calls", "70 calls/h"}};
  for (const std::string name : {"../up", "a/b", "x.yaml", "", ".hidden", "Big", "-n", "a b"}) {
    order["name"] = name;
    EXPECT_EQ(served.post("/api/scenarios", order).status, 422) << name;
  }
  order["name"] = "mine";
  const Reply saving = served.post("/api/scenarios", order);
  ASSERT_EQ(saving.status, 202);
  EXPECT_EQ(saving.json().at("file"), "mine.yaml");
  EXPECT_EQ(served.end_of(saving.json().at("id")).at("state"), "done");
  EXPECT_EQ(served.post("/api/scenarios", order).status, 409);
  struct stat file {};
  ASSERT_EQ(stat(scratch.file("mine.yaml").c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777U, 0600U);
  const std::string outage = tiny_outage;
  const auto saved = json_of("run --json --replication 3 '" + scratch.file("mine.yaml") + "'");
  const auto asked =
      json_of("run --json --replication 3 '" + outage + "' --set demand.calls='70 calls/h'");
  EXPECT_EQ(saved.at("digests"), asked.at("digests"));
  EXPECT_NE(saved.at("digests"),
            json_of("run --json --replication 3 '" + outage + "'").at("digests"));

  order["name"] = "wrong";
  order["set"] = {{"demand.calls", "70"}};
  const auto refused = served.end_of(served.post("/api/scenarios", order).json().at("id"));
  EXPECT_EQ(refused.at("state"), "refused");
  EXPECT_EQ(refused.at("problems").at(0).at("field"), "set.demand.calls");
  EXPECT_FALSE(std::filesystem::exists(scratch.file("wrong.yaml")));
}

TEST(Serve, SweepAndExerciseAreAskedTheSameWay) {
  const Served served(tiny_files);
  json order = short_run(served);
  order["kind"] = "sweep";
  order["vary"] = "demand.calls";
  order["range"] = "60 calls/h..90 calls/h/2";
  order["until"] = "lost_callers<=100000";
  const std::string sweep = served.start(order);
  ASSERT_EQ(served.end_of(sweep).at("state"), "done") << served.end_of(sweep);
  EXPECT_EQ(served.get("/api/jobs/" + sweep + "/result").json().at("answer").at("holds"),
            "everywhere");

  const json seen = {{"name", "Test"},           {"source", "a test"}, {"meldkamer", "noord"},
                     {"at", "2026-01-05T10:00"}, {"lost_for", "2 h"},  {"decide", "4 min"}};
  const std::string exercise = served.start({{"kind", "exercise"},
                                             {"world", served.offered("world", "cli_tiny/world")},
                                             {"observed", seen},
                                             {"replications", 10}});
  ASSERT_EQ(served.end_of(exercise).at("state"), "done") << served.end_of(exercise);
  const auto result = served.get("/api/jobs/" + exercise + "/result").json();
  EXPECT_EQ(result.at("meldkamers").at("noord").at("clocks").at("decide").at("observed_s"), 240);
}

}  // namespace
}  // namespace simulation
