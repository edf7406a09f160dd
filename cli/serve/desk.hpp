#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "cli/serve/jobs.hpp"
#include "cli/serve/order.hpp"
#include "studies/installation/offer.hpp"

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
  Desk(const studies::Offer& offer, Jobs& jobs, reports::Language language)
      : offer_(offer), jobs_(jobs), language_(language) {}

  Answer answer(const Asking& asking);

  /// A job's view as a line of JSON.
  struct News {
    std::uint64_t version = 0;  ///< of the change that it tells
    std::string view;
  };
  /// What changed first after version `seen`.
  std::optional<News> next(std::uint64_t seen) const;

private:
  Answer offer() const;
  Answer list() const;
  Answer view(const std::string& id) const;
  Answer result(const std::string& id) const;
  Answer cancel(const std::string& id);
  /// Takes an order in. `body` is JSON, whose "lang" chooses the language of answers.
  Answer take(const std::string& body);
  /// Takes in an order that writes a scenario file beside which the server was started.
  Answer save(const std::string& body);
  /// With what `more` is to be said of the job.
  Answer submit(const JobOrder& order, reports::Language language, nlohmann::ordered_json more);

  const studies::Offer& offer_;
  Jobs& jobs_;
  reports::Language language_;
};

}  // namespace cli
