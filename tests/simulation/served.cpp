#include "tests/simulation/served.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace simulation {
namespace {

constexpr std::chrono::milliseconds moment{10};
constexpr std::chrono::seconds server_patience{60};

/// Process group and parent of a process, from /proc/PID/stat; zeros when it is gone.
struct Kin {
  pid_t parent = 0, group = 0;
};

Kin kin_of(pid_t process) {
  std::string text;
  std::ifstream in("/proc/" + std::to_string(process) + "/stat");
  std::getline(in, text);
  const std::size_t name_ends = text.rfind(") ");
  Kin out;
  if (name_ends != std::string::npos)
    std::sscanf(text.c_str() + name_ends + 2, "%*c %d %d", &out.parent, &out.group);
  return out;
}

template <class Wanted>
std::set<pid_t> processes(Wanted wanted) {
  std::set<pid_t> out;
  for (const auto& entry : std::filesystem::directory_iterator("/proc"))
    if (const int number = std::atoi(entry.path().filename().c_str());
        number > 0 && wanted(kin_of(number)))
      out.insert(number);
  return out;
}

template <class Condition>
bool comes_true(const Condition& condition, std::chrono::milliseconds within) {
  const auto until = std::chrono::steady_clock::now() + within;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > until)
      return false;
    std::this_thread::sleep_for(moment);
  }
  return true;
}

}  // namespace

Served::Served(const std::string& arguments, const std::string& before)
    : program_("serve --json --lang en " + arguments, before) {
  if (!program_.says("Open this address"))
    throw std::runtime_error("no server: " + program_.wait().err);
  const auto said = nlohmann::json::parse(program_.so_far());
  const std::string address = said.at("address");
  port_ = said.at("port");
  token_ = address.substr(address.find("#token=") + 7);
}

Served::~Served() {
  program_.signal(SIGKILL);
  program_.wait();
}

int Served::begin(const std::string& bytes) const {
  const int connection = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(connection);
    return -1;
  }
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t n = ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0)
      break;  // it does not want more; the answer is there
    sent += static_cast<std::size_t>(n);
  }
  return connection;
}

Reply Served::answer_of(int connection) {
  std::string all;
  std::array<char, 65536> part{};
  for (ssize_t n = 0; (n = recv(connection, part.data(), part.size(), 0)) > 0;)
    all.append(part.data(), static_cast<std::size_t>(n));
  close(connection);
  const std::size_t head_ends = all.find("\r\n\r\n");
  if (!all.starts_with("HTTP/1.1 ") || head_ends == std::string::npos)
    return {};
  return {std::stoi(all.substr(9, 3)), all.substr(0, head_ends), all.substr(head_ends + 4)};
}

Reply Served::send(const std::string& bytes) const {
  return answer_of(begin(bytes));
}

std::string Served::request(const std::string& method, const std::string& path,
                            const std::string& body, const std::string& headers) const {
  const std::string content =
      method == "GET"
          ? ""
          : fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size());
  return fmt::format(
      "{} {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAuthorization: Bearer {}\r\n{}{}\r\n{}", method,
      path, port_, token_, content, headers, body);
}

std::string Served::start(const nlohmann::json& order) const {
  const Reply reply = post("/api/jobs", order);
  if (reply.status != 202)
    throw std::runtime_error(fmt::format("{} {}", reply.status, reply.body));
  return reply.json().at("id");
}

nlohmann::json Served::when(const std::string& id,
                            const std::function<bool(const nlohmann::json&)>& is_so) const {
  const auto until = std::chrono::steady_clock::now() + server_patience;
  while (std::chrono::steady_clock::now() < until) {
    const auto view = get("/api/jobs/" + id).json();
    if (is_so(view))
      return view;
    std::this_thread::sleep_for(moment);
  }
  throw std::runtime_error("it does not come");
}

nlohmann::json Served::end_of(const std::string& id) const {
  return when(id, [](const nlohmann::json& view) {
    return view.at("state") != "queued" && view.at("state") != "running";
  });
}

nlohmann::json Served::under_way(const std::string& id) const {
  return when(id, [](const nlohmann::json& view) { return view.at("done") > 0; });
}

std::string Served::offered(const std::string& kind, const std::string& path) const {
  const auto offer = get("/api/offer").json();
  for (const auto& file : offer.at(kind))
    if (file.at("path").get<std::string>().ends_with(path))
      return file.at("id");
  throw std::runtime_error(path + " is not offered");
}

std::set<pid_t> members_of(pid_t group) {
  return processes([&](const Kin& kin) { return kin.group == group; });
}

std::set<pid_t> groups_below(pid_t process) {
  std::set<pid_t> out;
  for (const pid_t child : processes([&](const Kin& kin) { return kin.parent == process; }))
    if (kin_of(child).group == child)
      out.insert(child);
  return out;
}

bool has_workers(pid_t group, std::chrono::milliseconds within) {
  return comes_true([&] { return members_of(group).size() > 1; }, within);
}

bool is_gone(pid_t group, std::chrono::milliseconds within) {
  return comes_true([&] { return members_of(group).empty(); }, within);
}

}  // namespace simulation
