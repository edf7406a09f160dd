#include "cli/serve/server.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <list>
#include <optional>
#include <utility>

#include "cli/serve/desk.hpp"
#include "cli/serve/http_status.hpp"
#include "cli/serve/page.hpp"
#include "cli/serve/request.hpp"

namespace cli {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::seconds;

constexpr std::size_t most_connections = 64;
constexpr seconds whole_request{10}, without_progress{20};
constexpr seconds heartbeat{1};  // of a stream that has nothing to say
/// What the system keeps for a reader: as long as that does not get less, nothing has moved.
constexpr int send_buffer = 64 << 10;
constexpr std::chrono::milliseconds pause{100};

const char* const page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src "
    "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PageFile* page_file(const std::string& path) {
  for (const PageFile& file : page_files())
    if (file.address == path)
      return &file;
  return nullptr;
}

/// To a connection that there is no place for, as far as it takes it at once.
void turn_away(tcp::socket& socket) {
  const std::string_view full =
      "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
  error_code ignored;
  socket.non_blocking(true, ignored);
  socket.write_some(asio::buffer(full), ignored);
  socket.shutdown(tcp::socket::shutdown_send, ignored);
}

class Visit;

/// What all visits share. One thread answers; what looks into files is done on another, the desk's.
struct Hall {
  explicit Hall(const Server::Parts& parts)
      : gate(parts.gate), desk(parts.offer, parts.jobs, parts.language) {}

  /// Calls `act` at the next change of a job, or after a heartbeat.
  template <class Act>
  void wait(Act act) {
    if (news.expiry() <= std::chrono::steady_clock::now())
      news.expires_after(heartbeat);
    news.async_wait(std::move(act));
  }

  Gate& gate;
  Desk desk;
  std::list<Visit*> visits;  ///< the oldest first
  asio::io_context io{1};
  asio::steady_timer news{io};
  asio::thread_pool at_desk{1};
};

/// A connection: one request and its answer.
class Visit : public std::enable_shared_from_this<Visit> {
  /// The visit lives until the last of these has been called.
  template <class Member>
  auto then(Member member) {
    return beast::bind_front_handler(member, shared_from_this());
  }

public:
  Visit(tcp::socket socket, Hall& hall)
      : stream_(std::move(socket)),
        hall_(hall),
        place_(hall.visits.insert(hall.visits.end(), this)) {
    error_code ignored;
    stream_.socket().set_option(tcp::no_delay(true), ignored);  // an event is small
    stream_.socket().set_option(asio::socket_base::send_buffer_size(send_buffer), ignored);
  }
  ~Visit() { leave(); }
  Visit(const Visit&) = delete;
  Visit& operator=(const Visit&) = delete;

  void begin() {
    stream_.expires_after(whole_request);
    asio::async_read_until(stream_, asio::dynamic_buffer(bytes_, most_header_bytes), "\r\n\r\n",
                           then(&Visit::took_header));
  }

  /// Its request is not complete.
  bool is_asking() const { return asking_; }

  void give_way() {
    turn_away(stream_.socket());
    stream_.close();
    leave();
  }

private:
  using Step = void (Visit::*)(error_code, std::size_t);

  void leave() {
    if (place_ != hall_.visits.end())
      hall_.visits.erase(std::exchange(place_, hall_.visits.end()));
  }

  void took_header(error_code error, std::size_t length) {
    if (error == asio::error::not_found)
      return refuse(header_too_large, "the header has more than 16 KiB");
    if (error)
      return;
    request_ = request_of(std::string_view(bytes_).substr(0, length), hall_.gate);
    bytes_.erase(0, length);
    if (request_.refused != 0)
      return refuse(request_.refused, request_.why);
    read_body();
  }

  void read_body() {
    const std::size_t length = request_.body_bytes;
    bytes_.resize(std::min(length, bytes_.size()));
    asio::async_read(stream_, asio::dynamic_buffer(bytes_),
                     asio::transfer_exactly(length - bytes_.size()), then(&Visit::took_body));
  }

  void took_body(error_code error, std::size_t) {
    if (error)
      return;
    asking_ = false;
    if (request_.method == Request::Method::post)
      return ask_desk();
    if (request_.method == Request::Method::other)
      return refuse(no_such_method, "only GET and POST are known");
    if (const PageFile* const file = page_file(request_.path))
      return reply({ok, file->type, file->text});
    if (request_.path == "/api/jobs/events")
      return send_head(ok, "text/event-stream", &Visit::told);
    ask_desk();
  }

  void ask_desk() {
    const bool posts = request_.method == Request::Method::post;
    asio::post(hall_.at_desk, [self = shared_from_this(), posts]() mutable {
      Hall& hall = self->hall_;
      Answer answer = self->answer_of_desk({posts, self->request_.path, self->bytes_});
      // Ends where it began: a visit belongs to the thread of `io`.
      asio::post(hall.io,
                 [self = std::move(self), answer = std::move(answer)] { self->reply(answer); });
    });
  }

  Answer answer_of_desk(const Asking& asking) {
    try {
      return hall_.desk.answer(asking);
    } catch (const std::exception& error) {
      return refused(our_fault, error.what());
    }
  }

  void refuse(int status, const std::string& why) { reply(refused(status, why)); }

  void reply(const Answer& answer) {
    text_ = answer.text;
    response_.body() = {text_->data(), text_->size()};
    response_.content_length(text_->size());
    send_head(answer.status, answer.type, &Visit::sent);
  }

  /// Sends the response, and then goes on with this.
  void send_head(int status, const std::string& type, Step next) {
    asking_ = false;
    next_ = next;
    response_.result(static_cast<unsigned>(status));
    response_.keep_alive(false);
    response_.set("Content-Type", type);
    response_.set("X-Content-Type-Options", "nosniff");
    response_.set("Referrer-Policy", "no-referrer");
    response_.set("Cross-Origin-Opener-Policy", "same-origin");
    response_.set("Cross-Origin-Resource-Policy", "same-origin");
    response_.set("Cache-Control", "no-store");
    response_.set("Content-Security-Policy", page_policy);
    serializer_.emplace(response_);
    send_more();
  }

  /// A piece, as much as the reader takes now; each has its own time.
  void send_more() {
    stream_.expires_after(without_progress);
    http::async_write_some(stream_, *serializer_, then(&Visit::sent_some));
  }

  void sent_some(error_code error, std::size_t bytes) {
    if (!error && !serializer_->is_done())
      return send_more();
    (this->*next_)(error, bytes);
  }

  void sent(error_code, std::size_t) {
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  /// Server-sent events: the view of a job after every change.
  void told(error_code error, std::size_t) {
    if (error)
      return;
    if (!take_news())
      return hall_.wait(then(&Visit::woken));
    tell();
  }

  /// A line that says nothing finds out whether anybody listens.
  void woken(error_code) {
    if (!take_news())
      event_ = ":\n\n";
    tell();
  }

  bool take_news() {
    const auto news = hall_.desk.next(seen_);
    if (!news)
      return false;
    seen_ = news->version;
    event_ = "data: " + news->view + "\n\n";
    return true;
  }

  void tell() {
    stream_.expires_after(without_progress);
    asio::async_write(stream_, asio::buffer(event_), then(&Visit::told));
  }

  beast::tcp_stream stream_;
  Hall& hall_;
  std::list<Visit*>::iterator place_;
  bool asking_ = true;
  std::string bytes_;  // the header, then the body
  Request request_;
  http::response<http::span_body<const char>> response_;
  std::optional<http::response_serializer<http::span_body<const char>>> serializer_;
  Step next_ = nullptr;
  std::shared_ptr<const std::string> text_;  // that is being sent
  std::string event_;                        // of a stream
  std::uint64_t seen_ = 0;
};

class House : public Server {
public:
  explicit House(const Parts& parts) : jobs_(parts.jobs), hall_(parts) {
    jobs_.on_change([this] { asio::post(hall_.io, [this] { hall_.news.cancel(); }); });
  }
  ~House() override { jobs_.on_change({}); }
  House(const House&) = delete;
  House& operator=(const House&) = delete;

  /// Without SO_REUSEPORT, by which a second server could take our visitors.
  int bind(int port) override {
    error_code error;
    door_.open(tcp::v4(), error);
    door_.set_option(asio::socket_base::reuse_address(true), error);
    const auto here = asio::ip::address_v4::loopback();
    door_.bind({here, static_cast<unsigned short>(port)}, error);
    if (error || door_.listen(asio::socket_base::max_listen_connections, error))
      return 0;
    hall_.gate.set_port(door_.local_endpoint().port());
    return door_.local_endpoint().port();
  }

  void listen() override {
    accept();
    hall_.io.run();
  }
  void stop() override { hall_.io.stop(); }

private:
  void accept() {
    door_.async_accept([this](error_code error, tcp::socket socket) {
      if (error)
        return rest();
      let_in(std::move(socket));
      accept();
    });
  }

  /// Without open files left, only time helps.
  void rest() {
    rest_.expires_after(pause);
    rest_.async_wait([this](error_code) { accept(); });
  }

  /// Who has not finished asking gives way, the oldest first: silence keeps nobody out.
  void let_in(tcp::socket socket) {
    auto& visits = hall_.visits;
    if (visits.size() >= most_connections) {
      const auto oldest = std::find_if(visits.begin(), visits.end(),
                                       [](const Visit* visit) { return visit->is_asking(); });
      if (oldest == visits.end())
        return turn_away(socket);
      (*oldest)->give_way();
    }
    std::make_shared<Visit>(std::move(socket), hall_)->begin();
  }

  Jobs& jobs_;
  Hall hall_;
  tcp::acceptor door_{hall_.io};
  asio::steady_timer rest_{hall_.io};
};

}  // namespace

std::unique_ptr<Server> make_server(const Server::Parts& parts) {
  return std::make_unique<House>(parts);
}

}  // namespace cli
