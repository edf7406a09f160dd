#include "cli/serve/server.hpp"

#include <httplib.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <atomic>
#include <nlohmann/json.hpp>

#include "cli/serve/desk.hpp"
#include "cli/serve/page.hpp"
#include "results/json_text.hpp"

namespace cli {
namespace {

using httplib::Request;
using httplib::Response;

constexpr std::size_t threads = 40;
constexpr int most_streams = 32;             // each holds a thread
constexpr std::size_t most_body = 64 << 10;  // bytes
constexpr int backlog = 4096;                // connections that wait to be accepted
constexpr int forbidden = 403, conflict = 409, length_required = 411, unavailable = 503;

const char* const page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src "
    "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// A report brings its script and style with it, and a policy of its own that says which. Here it
/// has an origin of its own: it can ask nothing of this server.
const char* const report_policy =
    "sandbox allow-scripts allow-downloads allow-popups; default-src 'none'; script-src "
    "'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:; font-src "
    "data:; base-uri 'none'; form-action 'none'";

std::vector<std::string> values(const Request& request, const std::string& name) {
  std::vector<std::string> out;
  const auto [begin, end] = request.headers.equal_range(name);
  for (auto at = begin; at != end; ++at)
    out.push_back(at->second);
  return out;
}

Visitor visitor_of(const Request& request) {
  const bool reads = request.method == "GET" || request.method == "HEAD";
  return {values(request, "Host"),           values(request, "Origin"),
          values(request, "Sec-Fetch-Site"), values(request, "Cookie"),
          values(request, "Authorization"),  values(request, "Content-Type"),
          request.get_param_value("token"),  !reads};
}

void reply(Response& response, const Answer& answer) {
  response.status = answer.status;
  response.set_content(results::json_line(answer.body), "application/json");
}

void refuse(Response& response, int status, const std::string& why) {
  reply(response, {status, {{"problems", {{{"field", ""}, {"message", why}}}}}});
}

/// A thousand connections at once are more than the usual limit of open files.
void allow_many_files() {
  rlimit files{};
  constexpr rlim_t wanted = 16384;
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted)
    return;
  files.rlim_cur = std::min(wanted, files.rlim_max);
  setrlimit(RLIMIT_NOFILE, &files);
}

}  // namespace

class Server::Routes {
public:
  explicit Routes(const Parts& parts)
      : gate_(parts.gate), desk_(parts.offer, parts.jobs, parts.language) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    server_.set_payload_max_length(most_body);
    server_.set_keep_alive_max_count(1);  // an idle connection would hold a thread
    server_.set_socket_options([this](socket_t socket) { take(socket); });
    server_.set_pre_routing_handler(
        [this](const Request& request, Response& response) { return let_in(request, response); });
    server_.set_post_routing_handler(
        [](const Request&, Response& response) { add_headers(response); });
    add_files();
    add_api();
  }

  int bind(int port) {
    const char* const here = "127.0.0.1";
    const int bound =
        port == 0 ? server_.bind_to_any_port(here) : (server_.bind_to_port(here, port) ? port : 0);
    if (bound <= 0)
      return 0;
    ::listen(socket_, backlog);  // the library's own is 5
    gate_.set_port(bound);
    return bound;
  }

  void listen() { server_.listen_after_bind(); }
  void stop() { server_.stop(); }

private:
  /// Without SO_REUSEPORT, by which a second server could take our visitors.
  void take(socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    socket_ = socket;
  }

  httplib::Server::HandlerResponse let_in(const Request& request, Response& response) {
    const std::string why = gate_.refusal(visitor_of(request));
    // The library's limit of a body is on what its Content-Length says.
    const bool hides_length =
        request.has_header("Transfer-Encoding") || request.has_header("Content-Encoding");
    if (why.empty() && !hides_length)
      return httplib::Server::HandlerResponse::Unhandled;
    if (why.empty())
      refuse(response, length_required, "a body must come plain, with its Content-Length");
    else
      refuse(response, forbidden, why);
    return httplib::Server::HandlerResponse::Handled;
  }

  static void add_headers(Response& response) {
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Cross-Origin-Opener-Policy", "same-origin");
    response.set_header("Cross-Origin-Resource-Policy", "same-origin");
    if (!response.has_header("Cache-Control"))
      response.set_header("Cache-Control", "no-store");
    if (!response.has_header("Content-Security-Policy"))
      response.set_header("Content-Security-Policy", page_policy);
  }

  void add_files() {
    for (const PageFile& file : page_files())
      server_.Get(file.address, [this, &file](const Request& request, Response& response) {
        if (request.has_param("token"))
          response.set_header("Set-Cookie", gate_.cookie());
        response.set_content(file.bytes.data(), file.bytes.size(), file.type);
      });
  }

  void add_api() {
    server_.Get("/api/offer",
                [this](const Request&, Response& response) { reply(response, desk_.offer()); });
    server_.Post("/api/jobs", [this](const Request& request, Response& response) {
      reply(response, desk_.take(request.body));
    });
    server_.Post("/api/scenarios", [this](const Request& request, Response& response) {
      reply(response, desk_.save(request.body));
    });
    server_.Get("/api/jobs/([0-9]{1,15})", [this](const Request& request, Response& response) {
      reply(response, desk_.view(request.matches[1]));
    });
    server_.Post("/api/jobs/([0-9]{1,15})/cancel",
                 [this](const Request& request, Response& response) {
                   reply(response, desk_.cancel(request.matches[1]));
                 });
    server_.Get("/api/jobs/([0-9]{1,15})/result",
                [this](const Request& request, Response& response) {
                  give_result(request.matches[1], response);
                });
    server_.Get("/api/jobs/([0-9]{1,15})/events",
                [this](const Request& request, Response& response) {
                  stream(request.matches[1], response);
                });
  }

  void give_result(const std::string& id, Response& response) const {
    const Desk::Result result = desk_.result(id);
    if (!result.text)
      return refuse(response, conflict, "there is no result");
    if (result.is_page)
      response.set_header("Content-Security-Policy", report_policy);
    response.set_content(*result.text,
                         result.is_page ? "text/html; charset=utf-8" : "application/json");
  }

  /// Server-sent events: the job's view after every change until it is over.
  void stream(const std::string& id, Response& response) {
    if (++streams_ > most_streams) {
      --streams_;
      return refuse(response, unavailable, "too many event streams are open");
    }
    response.set_chunked_content_provider(
        "text/event-stream",
        [this, id, seen = ~std::uint64_t{0}](std::size_t, httplib::DataSink& sink) mutable {
          return tell(id, seen, sink);
        },
        [this](bool) { --streams_; });
  }

  bool tell(const std::string& id, std::uint64_t& seen, httplib::DataSink& sink) const {
    const auto news = desk_.next(id, seen);
    if (!news) {
      sink.done();
      return true;
    }
    // A line that says nothing finds out whether anybody listens.
    const std::string text =
        news->version == seen ? ":\n\n" : "data: " + results::json_line(news->body) + "\n\n";
    seen = news->version;
    if (!sink.write(text.data(), text.size()))
      return false;
    if (news->over)
      sink.done();
    return true;
  }

  Gate& gate_;
  Desk desk_;
  httplib::Server server_;
  socket_t socket_ = INVALID_SOCKET;
  std::atomic<int> streams_{0};
};

Server::Server(const Parts& parts) {
  allow_many_files();
  routes_ = std::make_unique<Routes>(parts);
}

Server::~Server() = default;

int Server::bind(int port) {
  return routes_->bind(port);
}

void Server::listen() {
  routes_->listen();
}

void Server::stop() {
  routes_->stop();
}

}  // namespace cli
