#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/serve/command_line.hpp"
#include "reports/words/language.hpp"

namespace cli {

/// Reads an object of a request key by key and collects what is wrong with it.
class Asked {
public:
  /// Problems are said of `prefix` + key.
  Asked(const nlohmann::json& object, std::vector<FieldProblem>& problems,
        reports::Language language, std::string prefix = "");

  /// "" when it is not there. One line, 500 bytes at most.
  std::string text(const char* key);
  std::string required_text(const char* key);
  std::optional<std::uint64_t> count(const char* key, std::uint64_t least, std::uint64_t most);
  std::vector<std::string> texts(const char* key);
  /// Texts by name.
  std::vector<std::pair<std::string, std::string>> map(const char* key);
  /// A part of the request; null when it is not there.
  const nlohmann::json& part(const char* key);
  bool has(const char* key) const { return object_.contains(key); }
  void fail(const std::string& key, const std::string& message);
  /// Every key that nobody asked for is a problem.
  void refuse_others();

private:
  const nlohmann::json* find(const char* key);
  std::string text_of(const nlohmann::json& value, const std::string& key);

  const nlohmann::json& object_;
  std::vector<FieldProblem>& problems_;
  reports::Language language_;
  std::string prefix_;
  std::set<std::string> known_;
};

}  // namespace cli
