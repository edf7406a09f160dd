#include "cli/serve_order.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <map>

#include "cli/serve_asked.hpp"
#include "cli/study_options.hpp"
#include "models/yaml_document.hpp"

namespace cli {
namespace {

using nlohmann::json;

constexpr std::uint64_t most_replications = 1'000'000;
constexpr std::uint64_t quick_replications = 50;  ///< up to here it is a preview

/// Builds the words of a command line. An option and its value are one word for the program, so
/// that no value is taken for an option.
class CommandLine {
public:
  explicit CommandLine(std::string command) : words_{command}, shown_("uitwijk " + command) {}

  void file(const std::filesystem::path& path) {
    const std::string text = path.native();
    words_.push_back(text.starts_with("-") ? "./" + text : text);
    shown_ += " " + shell_quoted(words_.back());
  }
  /// Nothing when the value is empty.
  void option(const std::string& name, const std::string& value) {
    if (value.empty())
      return;
    words_.push_back(name + "=" + value);
    shown_ += value.starts_with("-") ? " " + shell_quoted(words_.back())
                                     : " " + name + " " + shell_quoted(value);
  }
  /// As bash gives a text to a program.
  void show_given(const std::string& text) { given_ = " <<< " + shell_quoted(text); }
  /// For us, not for people: no part of the command that is shown.
  void silent(const std::string& word) { words_.push_back(word); }

  const std::vector<std::string>& words() const { return words_; }
  std::string shown() const { return shown_ + given_; }

private:
  std::vector<std::string> words_;
  std::string shown_, given_;
};

/// Turns a request into an order.
class Reader {
public:
  Reader(const json& asked, const Offer& offer, Language language)
      : asked_(asked, problems_), offer_(offer), language_(language) {}

  Order run() {
    begin("run");
    subject();
    world_settings();
    chance(most_replications);
    add("--precision", "precision");
    return finish();
  }

  /// One replication shows that the scenario runs.
  Order save(const std::string& file) {
    begin("run");
    subject();
    world_settings();
    for (const char* const key : {"replications", "seed", "precision"})
      asked_.part(key);
    line_.option("--replications", "1");
    line_.option("--save", file);
    return quick();
  }

  Order sweep() {
    begin("sweep");
    subject();
    world_settings();
    chance(most_replications);
    const std::string address = asked_.required_text("vary"), range = asked_.required_text("range");
    line_.option("--vary", address + "=" + range);
    order_.marks.emplace_back("--vary", "range");
    add("--until", "until");
    return finish();
  }

  Order exercise() {
    begin("exercise");
    if (asked_.has("observed")) {
      order_.job.child.given = observations();
      line_.file("/dev/stdin");
      line_.show_given(order_.job.child.given);
    } else {
      chosen_file(OfferKind::exercise, true);
    }
    chosen_file(OfferKind::world, false);
    world_settings();
    chance(most_replications);
    return finish();
  }

  Order parameters() {
    begin("describe");
    chosen_file(asked_.has("scenario") ? OfferKind::scenario : OfferKind::world, false);
    add("--plan", "plan");
    return quick();
  }

  Order plans() {
    begin("plan");
    line_.silent("--list");
    chosen_file(OfferKind::world, false);
    return quick();
  }

  Order report() {
    begin("report");
    chosen_file(OfferKind::result, true);
    add("--audience", "audience");
    line_.option("--output", "-");
    order_.gives_page = true;
    return quick();
  }

  Order list(const char* which) {
    begin("describe");
    line_.silent(which);
    return quick();
  }

private:
  void begin(const char* command) { line_ = CommandLine(command); }

  Order quick() {
    order_.job.quick = true;
    return finish();
  }

  Order finish() {
    asked_.text("kind");
    asked_.refuse_others();
    if (!problems_.empty())
      throw BadRequest(problems_);
    order_.command = line_.shown();
    if (!order_.gives_page)
      line_.silent("--json");
    line_.silent("--progress=json");
    line_.silent(language_ == Language::dutch ? "--lang=nl" : "--lang=en");
    order_.job.child.arguments = line_.words();
    order_.job.child.yields = !order_.job.quick;
    return std::move(order_);
  }

  /// An option whose problems are said of that field.
  void add(const std::string& option, const char* key) {
    const std::string value = asked_.text(key);
    line_.option(option, value);
    order_.marks.emplace_back(option, key);
  }

  void chosen_file(OfferKind kind, bool required) {
    const std::string key = name_of(kind);
    const std::string id = required ? asked_.required_text(key.c_str()) : asked_.text(key.c_str());
    if (id.empty())
      return;
    if (const auto offered = offer_.find(kind, id)) {
      line_.file(offered->path);
      order_.marks.emplace_back(offered->path.native(), key);
    } else {
      asked_.fail(key, "is not in the list that the server offers");
    }
  }

  void subject() {
    if (!asked_.has("threat"))
      return chosen_file(OfferKind::scenario, true);
    add("--threat", "threat");
    add("--target", "target");
    add("--at", "at");
    add("--duration", "duration");
    if (const std::string id = asked_.text("world"); !id.empty()) {
      if (const auto offered = offer_.find(OfferKind::world, id))
        line_.option("--world", offered->path.native());
      else
        asked_.fail("world", "is not in the list that the server offers");
    }
  }

  void world_settings() {
    const auto measures = asked_.texts("measures");
    line_.option("--measures", fmt::format("{}", fmt::join(measures, ",")));
    for (const auto& [address, value] : asked_.map("set")) {
      if (value.empty())
        asked_.fail("set." + address, "is empty");
      line_.option("--set", address + "=" + value);
      order_.marks.emplace_back("--set " + address + "=" + value, "set." + address);
    }
    add("--plan", "plan");
  }

  /// Replications and seed. A preview is what is over soon.
  void chance(std::uint64_t most) {
    const auto n = asked_.count("replications", 1, most);
    if (n)
      line_.option("--replications", std::to_string(*n));
    const auto seed = asked_.count("seed", 0, 999'999'999'999);
    if (seed)
      line_.option("--seed", std::to_string(*seed));
    order_.job.quick = n && *n <= quick_replications;
  }

  /// An exercise file of what was typed.
  std::string observations() {
    Asked seen(asked_.part("observed"), problems_, "observed.");
    models::Node takeover = map_node(), rooms = map_node(), head = map_node(), root = map_node();
    const std::string room = seen.required_text("meldkamer");
    for (const char* const key : {"at", "lost_for", "partner", "detect", "decide", "switch",
                                  "verify", "return", "failed_switches"})
      set(takeover, key, seen.text(key));
    set(head, "name", seen.required_text("name"));
    set(head, "source", seen.required_text("source"));
    seen.refuse_others();
    put(rooms, room, std::move(takeover));
    put(head, "observed", std::move(rooms));
    put(root, "exercise", std::move(head));
    return to_yaml(root);
  }

  static models::Node map_node() {
    models::Node out;
    out.type = models::Node::Type::map;
    return out;
  }
  static void put(models::Node& map, const std::string& key, models::Node value) {
    map.entries.push_back({key, {}, std::move(value)});
  }
  static void set(models::Node& map, const std::string& key, const std::string& text) {
    if (text.empty())
      return;
    models::Node value;
    value.type = models::Node::Type::scalar;
    value.text = text;
    value.quoted = key != "failed_switches";
    put(map, key, std::move(value));
  }

  std::vector<FieldProblem> problems_;
  Asked asked_;
  const Offer& offer_;
  Language language_;
  CommandLine line_{""};
  Order order_;
};

using Make = std::function<Order(Reader&)>;
const std::map<std::string, Make>& kinds() {
  static const std::map<std::string, Make> table = {
      {"run", [](Reader& reader) { return reader.run(); }},
      {"sweep", [](Reader& reader) { return reader.sweep(); }},
      {"exercise", [](Reader& reader) { return reader.exercise(); }},
      {"parameters", [](Reader& reader) { return reader.parameters(); }},
      {"report", [](Reader& reader) { return reader.report(); }},
      {"plans", [](Reader& reader) { return reader.plans(); }},
      {"threats", [](Reader& reader) { return reader.list("--threats"); }},
      {"measures", [](Reader& reader) { return reader.list("--measures"); }},
  };
  return table;
}

}  // namespace

Order order_of(const json& asked, const Offer& offer, Language language) {
  const std::string kind =
      asked.is_object() && asked.contains("kind") && asked.at("kind").is_string()
          ? asked.at("kind").get<std::string>()
          : "";
  const auto make = kinds().find(kind);
  if (make == kinds().end()) {
    std::string known;
    for (const auto& [name, made_by] : kinds())
      known += (known.empty() ? "" : ", ") + name;
    throw BadRequest(std::vector<FieldProblem>{{"kind", "must be one of " + known}});
  }
  Reader reader(asked, offer, language);
  return make->second(reader);
}

Order order_to_save(const json& asked, const Offer& offer, Language language,
                    const std::string& file) {
  return Reader(asked, offer, language).save(file);
}

std::vector<FieldProblem> problems_of(const std::string& talk, const Order& order) {
  std::vector<FieldProblem> out;
  for (std::size_t at = 0; at < talk.size();) {
    const std::size_t end = std::min(talk.find('\n', at), talk.size());
    FieldProblem problem{"", talk.substr(at, end - at)};
    for (const auto& [mark, field] : order.marks)
      if (problem.message.starts_with(mark + ":")) {
        const std::size_t said = problem.message.find(": ", mark.size());
        problem = {field,
                   said == std::string::npos ? problem.message : problem.message.substr(said + 2)};
        break;
      }
    out.push_back(problem);
    at = end + 1;
  }
  return out;
}

}  // namespace cli
