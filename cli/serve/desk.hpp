#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cli/serve/jobs.hpp"
#include "cli/serve/offer.hpp"
#include "cli/serve/order.hpp"

namespace cli {

/// A status of HTTP with a JSON document.
struct Answer {
  int status = 200;
  nlohmann::ordered_json body;
};

/// What the page can ask for, without HTTP: docs/commands/serve.md has the documents.
class Desk {
public:
  Desk(const Offer& offer, Jobs& jobs, reports::Language language)
      : offer_(offer), jobs_(jobs), language_(language) {}

  Answer offer() const;
  /// Takes an order in. `body` is JSON, whose "lang" chooses the language of answers.
  Answer take(const std::string& body);
  Answer view(const std::string& id) const;
  Answer cancel(const std::string& id);
  /// Writes the order as a scenario file beside which the server was started.
  Answer save(const std::string& body);

  /// The document of a job that is done.
  struct Result {
    std::shared_ptr<const std::string> text;  ///< null: there is none
    bool is_page = false;                     ///< HTML, else JSON
  };
  Result result(const std::string& id) const;

  /// Waits for a change of the job's view, a second at most. No body: no such job.
  struct News {
    std::uint64_t version = 0;
    bool over = false;
    nlohmann::ordered_json body;
  };
  std::optional<News> next(const std::string& id, std::uint64_t seen) const;

private:
  nlohmann::ordered_json show(const std::string& id, const JobView& view) const;
  Answer submit(const Order& order, reports::Language language);
  Answer write_scenario(const nlohmann::json& asked, const std::string& name,
                        reports::Language language);
  void forget_gone();

  const Offer& offer_;
  Jobs& jobs_;
  reports::Language language_;
  mutable std::mutex mutex_;
  std::map<std::string, Order> orders_;  ///< by id of their job
};

}  // namespace cli
