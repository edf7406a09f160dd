#include "cli/serve/order.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <functional>
#include <map>

#include "cli/serve/asked.hpp"
#include "cli/serve/observations.hpp"
#include "reports/words/serve_words.hpp"

namespace cli {
namespace {

using nlohmann::json;

constexpr std::uint64_t most_replications = 1'000'000;
constexpr std::uint64_t most_values = 1'000;  // replications of which the page gets each

/// Turns a request into an order.
class Reader {
public:
  Reader(const json& asked, const studies::Offer& offer, reports::Language language)
      : asked_(asked, problems_, language), offer_(offer), language_(language) {}

  JobOrder run() {
    begin("run");
    subject();
    world_settings();
    const auto n = chance(most_replications);
    add("--precision", "precision");
    if (n && *n <= most_values)
      line_.silent("--values");
    return finish();
  }

  /// One replication shows that the scenario runs.
  JobOrder save(const std::string& file) {
    begin("run");
    subject();
    world_settings();
    for (const char* const key : {"replications", "precision"})
      asked_.part(key);
    seed();
    line_.option("--replications", "1");
    line_.option("--save", file);
    return quick();
  }

  JobOrder sweep() {
    begin("sweep");
    subject();
    world_settings();
    chance(most_replications);
    const std::string address = asked_.required_text("vary"), range = asked_.required_text("range");
    line_.option("--vary", address + "=" + range, "range");
    add("--until", "until");
    order_.quick = false;  // so many at each of its values
    return finish();
  }

  JobOrder exercise() {
    begin("exercise");
    if (asked_.has("observed")) {
      Asked seen(asked_.part("observed"), problems_, language_, "observed.");
      order_.child.given = exercise_text(seen);
      line_.given(order_.child.given);
      mark_observations(asked_.part("observed"));
    } else {
      chosen_file(studies::OfferKind::exercise, true);
    }
    chosen_file(studies::OfferKind::world, false);
    world_settings();
    chance(most_replications);
    return finish();
  }

  JobOrder parameters() {
    begin("describe");
    chosen_file(asked_.has("scenario") ? studies::OfferKind::scenario : studies::OfferKind::world,
                false);
    add("--plan", "plan");
    return quick();
  }

  JobOrder plans() {
    begin("plan");
    line_.silent("--list");
    chosen_file(studies::OfferKind::world, false);
    return quick();
  }

  JobOrder report() {
    begin("report");
    chosen_file(studies::OfferKind::result, true);
    add("--audience", "audience");
    line_.option("--output", "-");
    order_.gives_page = true;
    return quick();
  }

  JobOrder list(const char* which) {
    begin("describe");
    line_.silent(which);
    return quick();
  }

private:
  void begin(const char* command) { line_ = CommandLine(command); }

  JobOrder quick() {
    order_.quick = true;
    return finish();
  }

  JobOrder finish() {
    asked_.text("kind");
    asked_.refuse_others();
    if (!problems_.empty())
      throw BadRequest(problems_);
    order_.command = line_.shown();
    order_.marks = line_.marks();
    if (!order_.gives_page)
      line_.silent("--json");
    line_.silent("--progress=json");
    line_.silent(language_ == reports::Language::dutch ? "--lang=nl" : "--lang=en");
    order_.child.arguments = line_.words();
    order_.child.yields = !order_.quick;
    return std::move(order_);
  }

  /// An option whose problems are said of that field.
  void add(const std::string& option, const char* key) {
    line_.option(option, asked_.text(key), key);
  }

  std::optional<studies::Offered> chosen(studies::OfferKind kind, bool required) {
    const std::string key = name_of(kind);
    const std::string id = required ? asked_.required_text(key.c_str()) : asked_.text(key.c_str());
    auto out = id.empty() ? std::nullopt : offer_.find(kind, id);
    if (!id.empty() && !out)
      asked_.fail(key, reports::serve_word("offered", language_));
    return out;
  }

  void chosen_file(studies::OfferKind kind, bool required) {
    if (const auto offered = chosen(kind, required))
      line_.file(offered->path, name_of(kind));
  }

  /// A room is named by itself, everything else by its key.
  void mark_observations(const json& observed) {
    for (const auto& [key, value] : observed.items())
      if (value.is_string())
        line_.given_word(key == "meldkamer" ? value.get<std::string>() : key, "observed." + key);
  }

  void subject() {
    if (!asked_.has("threat"))
      return chosen_file(studies::OfferKind::scenario, true);
    add("--threat", "threat");
    add("--target", "target");
    add("--at", "at");
    add("--duration", "duration");
    if (const auto world = chosen(studies::OfferKind::world, false))
      line_.option("--world", world->path.native());
  }

  void world_settings() {
    const auto measures = asked_.texts("measures");
    line_.pair("--measures", fmt::format("{}", fmt::join(measures, ",")), "measures");
    for (const auto& [address, value] : asked_.map("set")) {
      if (value.empty())
        asked_.fail("set." + address, reports::serve_word("empty", language_));
      line_.pair("--set", address + "=" + value, "set." + address);
    }
    add("--plan", "plan");
  }

  /// Replications, which it returns, and seed. A preview is what is over soon.
  std::optional<std::uint64_t> chance(std::uint64_t most) {
    const auto n = asked_.count("replications", 1, most);
    if (n)
      line_.option("--replications", std::to_string(*n));
    seed();
    order_.quick = n && *n <= quick_replications;
    return n;
  }

  void seed() {
    if (const auto asked = asked_.count("seed", 0, 999'999'999'999))
      line_.option("--seed", std::to_string(*asked));
  }

  std::vector<FieldProblem> problems_;
  Asked asked_;
  const studies::Offer& offer_;
  reports::Language language_;
  CommandLine line_{""};
  JobOrder order_;
};

using Make = std::function<JobOrder(Reader&)>;
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

JobOrder order_of(const json& asked, const studies::Offer& offer, reports::Language language) {
  const std::string kind =
      asked.is_object() && asked.contains("kind") && asked.at("kind").is_string()
          ? asked.at("kind").get<std::string>()
          : "";
  const auto make = kinds().find(kind);
  if (make == kinds().end()) {
    std::string known;
    for (const auto& [name, made_by] : kinds())
      known += (known.empty() ? "" : ", ") + name;
    throw BadRequest(
        std::vector<FieldProblem>{{"kind", reports::serve_text("kind", language, known)}});
  }
  Reader reader(asked, offer, language);
  return make->second(reader);
}

JobOrder order_to_save(const json& asked, const studies::Offer& offer, reports::Language language,
                       const std::string& file) {
  return Reader(asked, offer, language).save(file);
}

}  // namespace cli
