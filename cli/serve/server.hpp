#pragma once

#include <memory>

#include "cli/serve/gate.hpp"
#include "cli/serve/jobs.hpp"
#include "reports/words/language.hpp"
#include "studies/installation/offer.hpp"

namespace cli {

/// The what-if page over HTTP on 127.0.0.1; docs/commands/serve.md has its addresses and limits.
/// Its source is the only file that knows Boost.Beast.
class Server {
public:
  /// Of what is given, all must outlive it.
  struct Parts {
    Gate& gate;
    const studies::Offer& offer;
    Jobs& jobs;
    reports::Language language;
  };
  Server() = default;
  virtual ~Server() = default;
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// From now on connections are kept waiting; 0: any free port. The port, or 0 when it is taken.
  virtual int bind(int port) = 0;
  /// Answers until `stop`, which any thread may call.
  virtual void listen() = 0;
  virtual void stop() = 0;
};

std::unique_ptr<Server> make_server(const Server::Parts& parts);

}  // namespace cli
