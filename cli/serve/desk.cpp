#include "cli/serve/desk.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <regex>

#include "analysis/measures/measure.hpp"
#include "cli/serve/http_status.hpp"
#include "reports/formats/json_shapes.hpp"
#include "reports/words/measure_labels.hpp"
#include "reports/words/serve_words.hpp"
#include "results/json_text.hpp"
#include "results/schemas.hpp"
#include "results/version.hpp"

namespace cli {
namespace {

using Ordered = nlohmann::ordered_json;
using namespace std::chrono_literals;

Ordered problem_list(const std::vector<FieldProblem>& problems) {
  Ordered out = Ordered::array();
  for (const FieldProblem& problem : problems)
    out.push_back({{"field", problem.field}, {"message", problem.message}});
  return out;
}

Answer refusal(int status, const std::vector<FieldProblem>& problems) {
  return json_answer(status, {{"problems", problem_list(problems)}});
}

/// The answer of `act` to a body that is JSON, or what is wrong with it.
Answer with_json(const std::string& body, const std::function<Answer(nlohmann::json)>& act) {
  const auto asked = nlohmann::json::parse(body, nullptr, false);
  if (!asked.is_object())
    return refused(bad_request, "the body must be a JSON object");
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

/// "/api/jobs/12/result" -> "12", "/result".
struct JobPath {
  std::string id, what;
};
JobPath job_path(const std::string& path) {
  const std::string jobs = "/api/jobs/";
  if (!path.starts_with(jobs))
    return {};
  const std::size_t end = std::min(path.find('/', jobs.size()), path.size());
  return {path.substr(jobs.size(), end - jobs.size()), path.substr(end)};
}

Ordered show(const JobView& view) {
  Ordered out = {{"id", view.id},
                 {"command", view.order->command},
                 {"quick", view.order->quick},
                 {"state", name_of(view.state)},
                 {"done", view.done},
                 {"total", view.total},
                 {"left_s", reports::number_or_null(view.left_s)},
                 {"took_s", view.took_s},
                 {"exit_code", view.end.exit_code},
                 {"signal", view.end.signal}};
  const bool wrong = view.state == JobState::refused;
  out["problems"] =
      problem_list(wrong ? problems_of(view.talk, view.order->marks) : std::vector<FieldProblem>{});
  out["talk"] = wrong ? "" : view.talk;
  return out;
}

}  // namespace

Answer json_answer(int status, const Ordered& body) {
  return {status, "application/json",
          std::make_shared<const std::string>(results::json_line(body))};
}

Answer refused(int status, const std::string& why) {
  return refusal(status, {{"", why}});
}

Answer Desk::answer(const Asking& asking) {
  const auto& [posts, path, body] = asking;
  if (path == "/api/jobs")
    return posts ? take(body) : list();
  if (path == "/api/offer" && !posts)
    return offer();
  if (path == "/api/scenarios" && posts)
    return save(body);
  const JobPath job = job_path(path);
  if (job.id.empty())
    return refused(not_found, "there is nothing here");
  if (job.what.empty() && !posts)
    return view(job.id);
  if (job.what == "/result" && !posts)
    return result(job.id);
  if (job.what == "/cancel" && posts)
    return cancel(job.id);
  return refused(not_found, "there is nothing here");
}

Answer Desk::offer() const {
  Ordered out = {{"schema", name_of(results::Schema::serve)},
                 {"version", results::version()},
                 {"lang", language_ == reports::Language::dutch ? "nl" : "en"},
                 {"limit_s", jobs_.limits().longest / 1.0s},
                 {"quick_limit_s", jobs_.limits().quick / 1.0s},
                 {"quick_replications", quick_replications}};
  for (const studies::OfferKind kind : {studies::OfferKind::world, studies::OfferKind::scenario,
                                        studies::OfferKind::exercise, studies::OfferKind::result})
    out[name_of(kind)] = Ordered::array();
  for (const studies::Offered& offered : offer_.list())
    out[name_of(offered.kind)].push_back(
        {{"id", offered.id}, {"path", offered.path.native()}, {"name", offered.name}});
  out["labels"] = {{"nl", reports::measure_labels(reports::Language::dutch)},
                   {"en", reports::measure_labels(reports::Language::english)}};
  out["measures"] = Ordered::array();
  for (const analysis::Measure& measure : analysis::measures_shown(analysis::shown::page))
    out["measures"].push_back(
        {{"name", measure.name}, {"chart", (measure.shown & analysis::shown::chart) != 0}});
  return json_answer(ok, out);
}

Answer Desk::take(const std::string& body) {
  return with_json(body, [&](nlohmann::json asked) {
    const reports::Language language = take_language(asked, language_);
    const JobOrder order = order_of(asked, offer_, language);
    return submit(order, language, {{"command", order.command}});
  });
}

Answer Desk::submit(const JobOrder& order, reports::Language language, Ordered more) {
  const auto id = jobs_.add(order);
  if (!id)
    return refused(too_many, reports::serve_word("too_many", language));
  more["id"] = *id;
  return json_answer(accepted, more);
}

Answer Desk::list() const {
  Ordered jobs = Ordered::array();
  for (const JobView& view : jobs_.views())
    jobs.push_back(show(view));
  return json_answer(ok, {{"jobs", jobs}});
}

Answer Desk::view(const std::string& id) const {
  const auto view = jobs_.view(id);
  return view ? json_answer(ok, show(*view)) : refused(not_found, "no such run");
}

Answer Desk::cancel(const std::string& id) {
  return jobs_.cancel(id) ? json_answer(accepted, {{"id", id}}) : refused(not_found, "no such run");
}

Answer Desk::result(const std::string& id) const {
  const auto view = jobs_.view(id);
  if (!view || view->state != JobState::done)
    return refused(conflict, "there is no result");
  return {ok, view->order->gives_page ? "text/html; charset=utf-8" : "application/json",
          view->output};
}

std::optional<Desk::News> Desk::next(std::uint64_t seen) const {
  const auto view = jobs_.next_change(seen);
  return view ? std::optional(News{view->version, results::json_line(show(*view))}) : std::nullopt;
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
      return refusal(unprocessable, {{"name", reports::serve_word("name", language)}});
    const std::string file = name + ".yaml";
    const JobOrder order = order_to_save(asked, offer_, language, file);
    // Told at once; `--save` itself writes over nothing.
    if (std::filesystem::exists(std::filesystem::symlink_status(file)))
      return refusal(conflict, {{"name", reports::serve_word("taken", language)}});
    return submit(order, language, {{"file", file}, {"command", command_of(file, asked)}});
  });
}

}  // namespace cli
