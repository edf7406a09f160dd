#include "cli/serve/desk.hpp"

#include <filesystem>
#include <functional>
#include <regex>

#include "analysis/measures/measure.hpp"
#include "cli/serve/words.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/words/measure_labels.hpp"
#include "results/schemas.hpp"
#include "results/version.hpp"

namespace cli {
namespace {

using json = nlohmann::ordered_json;

constexpr int accepted = 202, created = 201, bad_request = 400, not_found = 404, conflict = 409,
              unprocessable = 422, too_many = 429;

json problem_list(const std::vector<FieldProblem>& problems) {
  json out = json::array();
  for (const FieldProblem& problem : problems)
    out.push_back({{"field", problem.field}, {"message", problem.message}});
  return out;
}

Answer refusal(int status, const std::vector<FieldProblem>& problems) {
  return {status, {{"problems", problem_list(problems)}}};
}

/// The answer of `act` to a body that is JSON, or what is wrong with it.
Answer with_json(const std::string& body, const std::function<Answer(nlohmann::json)>& act) {
  const auto asked = nlohmann::json::parse(body, nullptr, false);
  if (!asked.is_object())
    return refusal(bad_request, {{"", "the body must be a JSON object"}});
  try {
    return act(asked);
  } catch (const BadRequest& bad) {
    return refusal(unprocessable, bad.problems());
  }
}

/// Takes "lang" out of a request.
reports::Language take_language(nlohmann::json& asked, reports::Language otherwise) {
  const auto at = asked.find("lang");
  if (at == asked.end())
    return otherwise;
  const std::string lang = at->is_string() ? at->get<std::string>() : "";
  if (lang != "nl" && lang != "en")
    throw BadRequest(std::vector<FieldProblem>{{"lang", "must be nl or en"}});
  asked.erase(at);
  return reports::language_of(lang);
}

/// A scenario file holds all that was asked but the seed.
std::string command_of(const std::string& file, const nlohmann::json& asked) {
  const auto seed = asked.find("seed");
  return "uitwijk run " + file + (seed == asked.end() ? "" : " --seed " + seed->dump());
}

}  // namespace

Answer Desk::offer() const {
  json out = {{"schema", name_of(results::Schema::serve)},
              {"version", results::version()},
              {"lang", language_ == reports::Language::dutch ? "nl" : "en"}};
  for (const OfferKind kind :
       {OfferKind::world, OfferKind::scenario, OfferKind::exercise, OfferKind::result})
    out[name_of(kind)] = json::array();
  for (const Offered& offered : offer_.list())
    out[name_of(offered.kind)].push_back(
        {{"id", offered.id}, {"path", offered.path.native()}, {"name", offered.name}});
  out["labels"] = {{"nl", reports::measure_labels(reports::Language::dutch)},
                   {"en", reports::measure_labels(reports::Language::english)}};
  out["measures"] = json::array();
  for (const analysis::Measure& measure : analysis::measures_shown(analysis::shown::page))
    out["measures"].push_back(
        {{"name", measure.name}, {"chart", (measure.shown & analysis::shown::chart) != 0}});
  return {200, out};
}

Answer Desk::take(const std::string& body) {
  return with_json(body, [&](nlohmann::json asked) {
    const reports::Language language = take_language(asked, language_);
    return submit(order_of(asked, offer_, language), language);
  });
}

Answer Desk::submit(const Order& order, reports::Language language) {
  const auto id = jobs_.add(order.job);
  if (!id)
    return refusal(too_many, {{"", serve_word("too_many", language)}});
  const std::lock_guard lock(mutex_);
  forget_gone();
  orders_[*id] = order;
  return {accepted, {{"id", *id}, {"command", order.command}}};
}

void Desk::forget_gone() {
  std::erase_if(orders_, [&](const auto& entry) { return !jobs_.view(entry.first); });
}

json Desk::show(const std::string& id, const JobView& view) const {
  const std::lock_guard lock(mutex_);
  const auto order = orders_.find(id);
  json out = {{"id", id},
              {"command", order == orders_.end() ? "" : order->second.command},
              {"state", name_of(view.state)},
              {"done", view.done},
              {"total", view.total},
              {"left_s", reports::number_or_null(view.left_s)},
              {"took_s", view.took_s},
              {"exit_code", view.end.exit_code},
              {"signal", view.end.signal}};
  const bool wrong = view.state == JobState::refused && order != orders_.end();
  out["problems"] = problem_list(wrong ? problems_of(view.talk, order->second.marks)
                                       : std::vector<FieldProblem>{});
  out["talk"] = wrong ? "" : view.talk;
  return out;
}

Answer Desk::view(const std::string& id) const {
  const auto view = jobs_.view(id);
  return view ? Answer{200, show(id, *view)} : refusal(not_found, {{"", "no such run"}});
}

Answer Desk::cancel(const std::string& id) {
  return jobs_.cancel(id) ? Answer{accepted, {{"id", id}}}
                          : refusal(not_found, {{"", "no such run"}});
}

Desk::Result Desk::result(const std::string& id) const {
  const auto view = jobs_.view(id);
  if (!view || view->state != JobState::done)
    return {};
  const std::lock_guard lock(mutex_);
  const auto order = orders_.find(id);
  return {view->output, order != orders_.end() && order->second.gives_page};
}

std::optional<Desk::News> Desk::next(const std::string& id, std::uint64_t seen) const {
  constexpr std::chrono::seconds most{1};
  const auto view = jobs_.next_view(id, seen, most);
  if (!view)
    return {};
  return News{view->version, is_over(view->state), show(id, *view)};
}

Answer Desk::save(const std::string& body) {
  static const std::regex good_name("[a-z0-9][a-z0-9-]{0,62}");
  return with_json(body, [&](nlohmann::json asked) {
    const reports::Language language = take_language(asked, language_);
    const std::string name = asked.contains("name") && asked.at("name").is_string()
                                 ? asked.at("name").get<std::string>()
                                 : "";
    asked.erase("name");
    if (!std::regex_match(name, good_name))
      return refusal(unprocessable, {{"name", serve_word("name", language)}});
    return write_scenario(asked, name, language);
  });
}

Answer Desk::write_scenario(const nlohmann::json& asked, const std::string& name,
                            reports::Language language) {
  const std::string file = name + ".yaml";
  const Order order = order_to_save(asked, offer_, language, file);
  // Told at once; `--save` itself writes over nothing.
  if (std::filesystem::exists(std::filesystem::symlink_status(file)))
    return refusal(conflict, {{"name", serve_word("taken", language)}});
  Answer answer = submit(order, language);
  std::optional<News> news;
  if (answer.status == accepted) {
    const std::string id = answer.body.at("id");
    do
      news = next(id, news ? news->version : 0);
    while (news && !news->over);
  }
  if (news && news->body.at("state") == "done")
    return {created, {{"file", file}, {"command", command_of(file, asked)}}};
  if (!news)
    return answer;
  return {unprocessable,
          {{"problems", news->body.at("problems")}, {"talk", news->body.at("talk")}}};
}

}  // namespace cli
