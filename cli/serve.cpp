#include <fmt/format.h>
#include <signal.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <thread>

#include "cli/command.hpp"
#include "cli/serve/server.hpp"
#include "models/text/units.hpp"
#include "reports/words/words.hpp"
#include "studies/exit_code.hpp"
#include "studies/installation/shipped_files.hpp"
#include "studies/interrupt.hpp"
#include "studies/say.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// A clock of nanoseconds does not reach further than some centuries.
constexpr double longest_limit_s = 366 * 86400.0;

std::string check_time(const std::string& text) {
  models::Node node;
  node.type = models::Node::Type::scalar;
  node.text = text;
  const auto time = models::read_quantity(node, models::time_dimension);
  return time.error.empty() && time.value >= 1 && time.value <= longest_limit_s
             ? ""
             : "must be a time of at least 1 s and at most 366 d";
}

class Serve : public Command {
public:
  explicit Serve(CLI::App& program) : Command(program, "serve") {
    app()
        .add_option("PLACE", places_,
                    "Files and folders that the page may choose from\n"
                    "[., scenarios, models, results]")
        ->option_text("...");
    app()
        .add_option("--port", port_, "Where it listens; 0: any that is free [0]")
        ->check(CLI::Range(0, 65535))
        ->option_text("PORT");
    app()
        .add_option("--at-once", at_once_, "Full runs at a time; others wait [1]")
        ->check(CLI::Range(1, 64))
        ->option_text("N");
    app()
        .add_option("--limit", limit_, "A run that takes longer is ended ['30 min']")
        ->check(check_time)
        ->option_text("TIME");
  }

  int operator()() override {
    const sigset_t ends = studies::ending_signals();
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);  // for all threads
    studies::adopt_orphans();
    const studies::Offer offer(places());
    Jobs jobs(limits());
    Gate gate;
    const auto server = make_server({gate, offer, jobs, language()});
    const int port = server->bind(port_);
    if (port == 0) {
      studies::say("uitwijk: 127.0.0.1:{} {}\n", port_, reports::word("serve.taken", language()));
      return studies::exit_code::our_fault;
    }
    std::thread answering([&] { server->listen(); });
    announce(gate, port);
    int signal = 0;
    sigwait(&ends, &signal);
    jobs.stop();
    server->stop();
    answering.join();
    return studies::exit_code::interrupted(signal);
  }

private:
  std::vector<studies::Offer::Place> places() const {
    if (places_.empty())
      return {{".", 0}, {"scenarios"}, {studies::shipped("models")}, {"results"}};
    std::vector<studies::Offer::Place> out;
    for (const std::string& place : places_) {
      studies::require_there(place);
      out.push_back({place});
    }
    return out;
  }

  JobLimits limits() const {
    JobLimits out;
    models::Node node;
    node.type = models::Node::Type::scalar;
    node.text = limit_;
    const double limit_s = models::read_quantity(node, models::time_dimension).value;
    out.longest = std::chrono::milliseconds(static_cast<std::int64_t>(1000 * limit_s));
    out.long_at_once = at_once_;
    return out;
  }

  void announce(const Gate& gate, int port) const {
    if (json())
      std::cout << fmt::format("{{\"address\": \"{}\", \"port\": {}}}\n", gate.address(), port);
    else
      std::cout << gate.address() << '\n';
    std::cout.flush();
    if (!quiet())
      studies::say("{}\n", reports::word("serve.open", language()));
  }

  std::vector<std::string> places_;
  std::string limit_ = "30 min";
  int port_ = 0;
  std::size_t at_once_ = 1;
};

}  // namespace

std::unique_ptr<Command> make_serve(CLI::App& program) {
  return std::make_unique<Serve>(program);
}

}  // namespace cli
