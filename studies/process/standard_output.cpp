#include "studies/process/standard_output.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iostream>
#include <new>

#include "models/text/shown.hpp"
#include "models/text/utf8.hpp"
#include "studies/exit_code.hpp"
#include "studies/say.hpp"

namespace studies {

StandardOutput::StandardOutput() : before_(std::cout.rdbuf(this)) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

StandardOutput::~StandardOutput() {
  std::cout.rdbuf(before_);
}

namespace {

/// All that this program tells a terminal besides text.
constexpr std::array<std::string_view, 2> bold_codes = {"\033[1m", "\033[0m"};

/// The text with control characters made visible, but for those that make it bold.
std::string visible(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t code = std::min(text.find(bold_codes[0]), text.find(bold_codes[1]));
    out += models::shown(text.substr(0, code));
    text.remove_prefix(std::min(code, text.size()));
    out += text.substr(0, bold_codes[0].size());
    text.remove_prefix(std::min(bold_codes[0].size(), text.size()));
  }
  return out;
}

/// How much of a text has whole characters and codes; what is left at its end may go on.
std::size_t whole_part(std::string_view text) {
  const std::size_t escape = text.rfind('\033');
  const bool may_go_on = escape != std::string_view::npos && text.size() - escape < 4;
  return may_go_on ? escape : models::whole_characters(text);
}

}  // namespace

int StandardOutput::ended(int code) {
  sync();
  pass_on({pbase(), static_cast<std::size_t>(pptr() - pbase())});
  if (error_ == 0)
    return code;
  if (error_ == EPIPE)
    return exit_code::interrupted(SIGPIPE);
  say("uitwijk: standard output cannot be written: {}\n", std::strerror(error_));
  return exit_code::our_fault;
}

StandardOutput::int_type StandardOutput::overflow(int_type next) {
  if (sync() != 0)
    return traits_type::eof();
  if (!traits_type::eq_int_type(next, traits_type::eof()))
    sputc(traits_type::to_char_type(next));
  return traits_type::not_eof(next);
}

int StandardOutput::sync() {
  const std::string_view all(pbase(), static_cast<std::size_t>(pptr() - pbase()));
  const std::string_view whole = all.substr(0, whole_part(all));
  const std::string rest(all.substr(whole.size()));  // a few bytes
  pass_on(whole);
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  sputn(rest.data(), static_cast<std::streamsize>(rest.size()));
  return error_ == 0 ? 0 : -1;
}

/// To std::cout, which calls us, a lack of memory would be the end of what is said.
void StandardOutput::pass_on(std::string_view text) {
  try {
    write(visible(models::as_utf8(text)));
  } catch (const std::bad_alloc&) {
    error_ = ENOMEM;
  }
}

void StandardOutput::write(std::string_view text) {
  while (!text.empty() && error_ == 0) {
    const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written >= 0)
      text.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      error_ = errno;
  }
}

void hold_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(stream, F_GETFD) < 0)  // open gives the lowest number that is free
      open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace studies
