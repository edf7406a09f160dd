#pragma once

#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/simulation/cli/program.hpp"

namespace simulation {

/// What came back over HTTP.
struct Reply {
  int status = 0;  ///< 0: no answer
  std::string head, body;
  nlohmann::json json() const { return nlohmann::json::parse(body, nullptr, false); }
};

/// `uitwijk serve` and a client that can send anything, also what no browser would.
class Served {
public:
  /// `arguments`: shell words after `serve`. `before`: in front of the program.
  explicit Served(const std::string& arguments, const std::string& before = "");
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  /// These bytes, and everything that is answered.
  Reply send(const std::string& bytes) const;
  /// Connects and sends; -1 when nobody listens. The answer is read with `answer_of`.
  int begin(const std::string& bytes) const;
  static Reply answer_of(int connection);

  /// As a client that knows the token.
  std::string request(const std::string& method, const std::string& path,
                      const std::string& body = "", const std::string& headers = "") const;
  Reply get(const std::string& path) const { return send(request("GET", path)); }
  Reply post(const std::string& path, const nlohmann::json& body) const {
    return send(request("POST", path, body.dump()));
  }
  /// The id of a job that was taken in.
  std::string start(const nlohmann::json& order) const;
  /// The job's view as soon as it is over.
  nlohmann::json end_of(const std::string& id) const;
  /// Waits until the job has done something.
  nlohmann::json under_way(const std::string& id) const;
  /// The id of an offered file by the end of its path.
  std::string offered(const std::string& kind, const std::string& path) const;

  Program& program() { return program_; }
  int port() const { return port_; }
  const std::string& token() const { return token_; }

private:
  /// The job's view as soon as `is_so` of it.
  nlohmann::json when(const std::string& id,
                      const std::function<bool(const nlohmann::json&)>& is_so) const;

  Program program_;
  int port_ = 0;
  std::string token_;
};

/// Processes of the group.
std::set<pid_t> members_of(pid_t group);
/// Groups that children of the process lead.
std::set<pid_t> groups_below(pid_t process);
/// True as soon as the leader is not alone; between two replications it is for an instant.
bool has_workers(pid_t group, std::chrono::milliseconds within);
/// False when the group still has members after so long.
bool is_gone(pid_t group, std::chrono::milliseconds within);

}  // namespace simulation
