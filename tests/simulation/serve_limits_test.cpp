/// The limits of `uitwijk serve`, as docs/commands/serve.md states them, each with real
/// connections.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

#include "tests/simulation/served.hpp"

namespace simulation {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using testing::HasSubstr;

constexpr std::size_t header_limit = 16384, body_limit = 65536;
constexpr int connection_limit = 64;

double seconds_since(Clock::time_point begin) {
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

long memory_kib(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(in, line);)
    if (line.starts_with("VmRSS:"))
      return std::stol(line.substr(6));
  return -1;
}

/// A good request whose header section has so many bytes.
std::string request_of(const Served& served, std::size_t bytes) {
  const std::string plain = served.request("GET", "/serve.css", "", "X-Fill: \r\n");
  return served.request("GET", "/serve.css", "",
                        "X-Fill: " + std::string(bytes - plain.size(), 'x') + "\r\n");
}

bool send_some(int connection, const std::string& bytes) {
  return ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL) > 0;
}

/// What there is to read within so long; empty: closed, nothing: still open and silent.
std::optional<std::string> heard(int connection, std::chrono::milliseconds within) {
  const timeval time{within.count() / 1000, within.count() % 1000 * 1000};
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  std::array<char, 4096> part{};
  const ssize_t n = recv(connection, part.data(), part.size(), 0);
  if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
    return {};
  return std::string(part.data(), static_cast<std::size_t>(std::max<ssize_t>(n, 0)));
}

std::vector<int> silent_ones(const Served& served, int many) {
  std::vector<int> out;
  for (int i = 0; i < many; ++i)
    out.push_back(served.begin(""));
  return out;
}

void close_all(const std::vector<int>& connections) {
  for (const int connection : connections)
    close(connection);
}

TEST(ServeLimits, AHeaderSectionHasSixteenKiB) {
  const Served served(tiny_files);
  ASSERT_EQ(request_of(served, header_limit).size(), header_limit);
  EXPECT_EQ(served.send(request_of(served, header_limit)).status, 200);
  EXPECT_EQ(served.send(request_of(served, header_limit + 1)).status, 431);
  EXPECT_EQ(served.send(request_of(served, 10 * header_limit)).status, 431);
  EXPECT_EQ(served.get("/" + std::string(header_limit, 'a')).status, 431) << "the address too";
}

/// In pieces that end behind the first letter of the next field: Boost.Beast 1.74 takes each field
/// out of its buffer, and counts only what is left there.
TEST(ServeLimits, FieldsThatComeOneByOneAreCountedTogether) {
  const Served served(tiny_files);
  const int connection = served.begin("GET / HTTP/1.1\r\nHost: x\r\nX");
  for (int i = 0; i < 40; ++i) {
    send_some(connection, fmt::format("-{}: {}\r\nX", i, std::string(1000, 'x')));
    std::this_thread::sleep_for(5ms);
  }
  EXPECT_EQ(Served::answer_of(connection).status, 431);
}

TEST(ServeLimits, NoHeaderFillsTheMemory) {
  Served served(tiny_files);
  served.get("/");
  const long before = memory_kib(served.program().pid());
  const int connection = served.begin("GET / HTTP/1.1\r\nHost: x\r\n");
  const std::string fields = fmt::format("X-Many: {}\r\n", std::string(1000, 'x'));
  int sent = 0;
  while (sent < 50'000 && send_some(connection, fields))  // 50 MB
    ++sent;
  EXPECT_LT(sent, 50'000) << "the server goes on reading";
  EXPECT_LT(memory_kib(served.program().pid()) - before, 2048);
  close(connection);
}

TEST(ServeLimits, ABodyHasSixtyFourKiB) {
  const Served served(tiny_files);
  const auto status = [&](std::size_t bytes) {
    return served.send(served.request("POST", "/api/jobs", std::string(bytes, ' '))).status;
  };
  EXPECT_EQ(status(body_limit), 400) << "read, and no JSON";
  EXPECT_EQ(status(body_limit + 1), 413);
}

TEST(ServeLimits, AConnectionHasOneRequest) {
  const Served served(tiny_files);
  const std::string one = served.request("GET", "/serve.css");
  const Reply reply = served.send(one + one);
  EXPECT_EQ(reply.status, 200);
  EXPECT_THAT(reply.head, HasSubstr("Connection: close"));
  EXPECT_EQ(reply.body, served.get("/serve.css").body);
  const std::string order = served.request("POST", "/api/jobs", "{\"kind\": \"threats\"}");
  EXPECT_EQ(served.send(order + "}").status, 202) << "what stands behind the body is no part of it";
}

TEST(ServeLimits, RangesAreNotKnown) {
  const Served served(tiny_files);
  const Reply whole = served.get("/serve.js");
  std::string ranges = "Range: bytes=0-0";
  for (int i = 0; i < 2600; ++i)
    ranges += ",0-";
  for (const std::string& range : {std::string("Range: bytes=0-9"), ranges}) {
    const Reply reply = served.send(served.request("GET", "/serve.js", "", range + "\r\n"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, whole.body);
  }
}

TEST(ServeLimits, NoNumberOfRangesEndsAServerWhoseThreadsHaveLittleStack) {
  const Served served(tiny_files, "ulimit -s unlimited; ");
  for (const int many : {1500, 2700, 5000, 20'000}) {
    std::string ranges = "Range: bytes=0-";
    for (int i = 1; i < many; ++i)
      ranges += ",0-";
    const Reply reply = served.send("GET / HTTP/1.1\r\nHost: x\r\n" + ranges + "\r\n\r\n");
    EXPECT_EQ(reply.status, many < 5400 ? 403 : 431) << many;
  }
  EXPECT_EQ(served.get("/").status, 200);
}

TEST(ServeLimits, ARequestIsCompleteWithinTenSeconds) {
  const Served served(tiny_files);
  const auto begin = Clock::now();
  const int silent = served.begin(""), drip = served.begin("");
  const std::string whole = served.request("POST", "/api/jobs", std::string(100, ' '));
  const int half = served.begin(whole.substr(0, whole.size() - 50));
  bool drips = true;
  for (std::size_t i = 0; i < 20 && drips; ++i)
    drips = send_some(drip, whole.substr(i, 1)) && heard(drip, 1s) != "";
  EXPECT_NEAR(seconds_since(begin), 10, 2);
  EXPECT_EQ(heard(silent, 2s), "");
  EXPECT_EQ(heard(half, 2s), "");
  EXPECT_NEAR(seconds_since(begin), 10, 2.5);
  close_all({silent, drip, half});
}

/// Reads for so long, a small piece at a time with pauses, and then the rest; how much. The system
/// keeps little for it meanwhile.
std::size_t read_slowly(int connection, std::chrono::seconds time) {
  const int little = 64 << 10;
  setsockopt(connection, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
  std::size_t bytes = 0;
  const auto begin = Clock::now();
  while (const auto part = heard(connection, 5s)) {
    if (part->empty())
      break;
    bytes += part->size();
    if (Clock::now() - begin < time)
      std::this_thread::sleep_for(30ms);
  }
  return bytes;
}

/// So much that the system does not keep it for a reader that does not read. Who goes on reading
/// has longer than twenty seconds.
TEST(ServeLimits, AnAnswerIsCutOffTwentySecondsAfterTheLastThatWasTaken) {
  const Scratch scratch;
  for (int i = 0; i < 1000; ++i)
    std::ofstream(scratch.file(fmt::format("{}.yaml", i)))
        << "scenario:\n  name: \"" << std::string(20'000, 'x') << "\"\n";
  const Served served("'" + scratch.file("") + "'");
  const Reply whole = served.get("/api/offer");
  ASSERT_EQ(whole.status, 200);
  ASSERT_GT(whole.body.size(), 20'000'000U);
  const int stopped = served.begin(served.request("GET", "/api/offer"));
  EXPECT_THAT(heard(stopped, 30s).value_or(""), HasSubstr("HTTP/1.1 200"));
  const int slow = served.begin(served.request("GET", "/api/offer"));
  const std::string first = heard(slow, 30s).value_or("");
  const auto begin = Clock::now();
  EXPECT_EQ(first.size() + read_slowly(slow, 24s), (whole.head + "\r\n\r\n" + whole.body).size());
  EXPECT_GT(seconds_since(begin), 22);
  EXPECT_LT(read_slowly(stopped, 0s), whole.body.size());
  close_all({slow, stopped});
}

TEST(ServeLimits, SilenceKeepsNobodyOut) {
  const Served served(tiny_files);
  for (const int many : {100, 400}) {
    const std::vector<int> silent = silent_ones(served, many);
    const auto begin = Clock::now();
    EXPECT_EQ(served.get("/").status, 200);
    EXPECT_LT(seconds_since(begin), 1);
    int refused = 0;
    for (const int connection : silent)
      if (const auto said = heard(connection, 1ms); said && said->starts_with("HTTP/1.1 503"))
        ++refused;
    EXPECT_GE(refused, many - connection_limit);
    EXPECT_LE(refused, many - connection_limit + 1) << "the page needed a place";
    close_all(silent);
  }
}

TEST(ServeLimits, WhenSixtyFourAreAnsweredTheNextIsRefusedAtOnce) {
  const Served served(tiny_files);
  std::vector<int> streams;
  for (int i = 0; i < connection_limit; ++i)
    streams.push_back(served.begin(served.request("GET", "/api/jobs/events")));
  for (const int stream : streams)
    EXPECT_THAT(heard(stream, 5s).value_or(""), HasSubstr("HTTP/1.1 200"));
  const auto begin = Clock::now();
  EXPECT_EQ(served.get("/").status, 503);
  EXPECT_EQ(Served::answer_of(served.begin("")).status, 503) << "who says nothing too";
  EXPECT_LT(seconds_since(begin), 1);
  close(streams.back());
  streams.pop_back();
  int status = 503;
  for (int i = 0; i < 50 && status == 503; ++i) {
    std::this_thread::sleep_for(100ms);
    status = served.get("/").status;
  }
  EXPECT_EQ(status, 200) << "a place is free";
  close_all(streams);
}

TEST(ServeLimits, AConnectionCostsLessThanAThread) {
  Served served(tiny_files);
  served.get("/");
  const long before = memory_kib(served.program().pid());
  const std::string whole =
      served.request("POST", "/api/jobs", std::string(body_limit, ' '),
                     "X-Fill: " + std::string(header_limit - 400, 'x') + "\r\n");
  std::vector<int> waiting;
  for (int i = 0; i < connection_limit; ++i)
    waiting.push_back(served.begin(whole.substr(0, whole.size() - 1)));
  std::this_thread::sleep_for(500ms);
  EXPECT_LT(memory_kib(served.program().pid()) - before, connection_limit * 256);
  close_all(waiting);
}

TEST(ServeLimits, OpenConnectionsDoNotHoldUpTheEnd) {
  Served served(tiny_files);
  const std::vector<int> silent = silent_ones(served, 30);
  std::vector<int> streams;
  for (int i = 0; i < 30; ++i)
    streams.push_back(served.begin(served.request("GET", "/api/jobs/events")));
  const auto begin = Clock::now();
  served.program().signal(SIGTERM);
  EXPECT_EQ(served.program().wait().exit_code, 143);
  EXPECT_LT(seconds_since(begin), 3);
  close_all(silent);
  close_all(streams);
}

}  // namespace
}  // namespace simulation
