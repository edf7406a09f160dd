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

/// A document and its status of HTTP.
struct Answer {
  int status = 200;
  std::string type;
  std::shared_ptr<const std::string> text;
};
Answer json_answer(int status, const nlohmann::ordered_json& body);
/// With the reason where a page looks for problems.
Answer refused(int status, const std::string& why);

/// What is asked, without HTTP.
struct Asking {
  bool posts = false;  ///< else reads
  std::string path, body;
};

/// What the page can ask for: docs/commands/serve.md has the documents.
class Desk {
public:
  Desk(const Offer& offer, Jobs& jobs, reports::Language language)
      : offer_(offer), jobs_(jobs), language_(language) {}

  Answer answer(const Asking& asking);

  /// A job's view as a line of JSON.
  struct News {
    std::uint64_t version = 0;  ///< of the change that it tells
    bool last = false;          ///< nothing will be said of that job any more
    std::string view;
  };
  /// What changed first after `seen`, of one job or, without an id, of any.
  std::optional<News> next(const std::string& id, std::uint64_t seen) const;
  /// The id that `next` wants, when the path is that of events; nothing when it is not.
  std::optional<std::string> followed(const std::string& path) const;

private:
  Answer read(const std::string& path) const;
  Answer change(const std::string& path, const std::string& body);
  Answer offer() const;
  Answer list() const;
  Answer view(const std::string& id) const;
  Answer result(const std::string& id) const;
  Answer cancel(const std::string& id);
  /// Takes an order in. `body` is JSON, whose "lang" chooses the language of answers.
  Answer take(const std::string& body);
  /// Takes in an order that writes a scenario file beside which the server was started.
  Answer save(const std::string& body);
  Answer write_scenario(const nlohmann::json& asked, const std::string& name,
                        reports::Language language);
  /// The job's id, or nothing when too many wait.
  std::optional<std::string> submit(const Order& order);
  nlohmann::ordered_json show(const JobView& view) const;
  void forget_gone();

  const Offer& offer_;
  Jobs& jobs_;
  reports::Language language_;
  mutable std::mutex mutex_;
  std::map<std::string, Order> orders_;  ///< by id of their job
};

}  // namespace cli
