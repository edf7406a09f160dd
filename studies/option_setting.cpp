#include "studies/option_setting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "models/text/reading.hpp"
#include "models/text/yaml_document.hpp"

namespace studies {
namespace {

using models::Node;

Node parsed(const std::string& text, const models::Mark& mark) {
  models::Problems problems;
  auto node = models::parse_yaml(text, mark.file, problems);
  if (!problems.empty())
    models::refuse(mark, problems.all().front().message);
  return node.value_or(Node{});
}

Node settings_of(const std::string& text, const models::Mark& mark) {
  Node out = models::map_node({}, mark);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string one = text.substr(begin, end - begin);
    const std::size_t equals = one.find('=');
    if (equals == 0 || equals == one.npos)
      throw std::invalid_argument("'" + one + "' is not ADDRESS=VALUE");
    out.entries.push_back({one.substr(0, equals), mark, parsed(one.substr(equals + 1), mark)});
    begin = end + 1;
  }
  return out;
}

Node effects_of(const std::string& text, const models::Mark& mark) {
  Node out = parsed(text, mark);
  return out.type == Node::Type::sequence ? out : models::list_node({std::move(out)}, mark);
}

}  // namespace

models::Setting option_setting(const std::string& text, const std::vector<std::string>& moments) {
  const std::size_t equals = text.find('=');
  const std::string name = text.substr(0, equals),
                    what = equals == text.npos ? "" : text.substr(equals + 1);
  if (equals == text.npos || !models::is_id(name))
    throw std::invalid_argument("'" + text + "' is not NAME=WHAT with a name such as call_in");
  const models::Mark mark{"--option " + text, 0, 0};
  Node option = models::map_node({}, mark);
  const auto add = [&](const char* key, Node value) {
    option.entries.push_back({key, mark, std::move(value)});
  };
  if (what.starts_with("effects:"))
    add("effects", effects_of(what.substr(8), mark));
  else if (what.starts_with("set:"))
    add("set", settings_of(what.substr(4), mark));
  else if (!what.empty())
    add("set", models::map_node({{"takeover.plan", models::text_node(what, mark)}}, mark));
  std::vector<Node> at;
  for (const std::string& moment : moments)
    at.push_back(models::text_node(moment, mark));
  if (!what.empty() && !at.empty())
    add("at", models::list_node(std::move(at), mark));
  return {"branches." + name, to_yaml(option), mark};
}

std::vector<models::Setting> option_settings(const AskedBranch& asked) {
  if (asked.options.size() > most_options)
    models::refuse({"--option", 0, 0}, fmt::format("must be given at most {} times, found {}",
                                                   most_options, asked.options.size()));
  std::vector<models::Setting> out;
  for (const std::string& option : asked.options) {
    models::Setting one = option_setting(option, asked.at);
    if (std::ranges::find(out, one.address, &models::Setting::address) != out.end())
      models::refuse(one.mark, "must have a name of its own, found one that is there already");
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace studies
