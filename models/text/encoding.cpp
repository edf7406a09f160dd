#include "models/text/encoding.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>

#include "models/text/file_reader.hpp"
#include "models/text/utf8.hpp"

namespace models {
namespace {

struct MarkOfOrder {
  std::string_view bytes;
  const char* encoding;
};
constexpr std::array marks_of_order = {MarkOfOrder{"\xEF\xBB\xBF", "UTF-8"},
                                       MarkOfOrder{"\xFF\xFE", "UTF-16LE"},
                                       MarkOfOrder{"\xFE\xFF", "UTF-16BE"}};

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0)
      return false;
    text.remove_prefix(length);
  }
  return true;
}

/// The first line of a table is ASCII for the most part.
const char* utf16_without_mark(std::string_view text) {
  constexpr std::size_t looked_at = 4;
  if (text.size() < looked_at)
    return nullptr;
  if (text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0)
    return "UTF-16LE";
  return text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0 ? "UTF-16BE" : nullptr;
}

class Converter {
public:
  Converter(const std::string& encoding, const std::string& file)
      : handle_(iconv_open("UTF-8", encoding.c_str())) {
    if (handle_ == iconv_t(-1))
      system_refuses(file, "its encoding " + encoding + " cannot be loaded", errno);
  }
  ~Converter() { iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// False when a character is none, with what came before it in `out`.
  bool convert(std::string_view in, std::string& out) {
    constexpr std::size_t most_bytes = 4;  // in UTF-8, of what has a byte at least
    out.resize(in.size() * most_bytes);
    char* from = const_cast<char*>(in.data());
    char* to = out.data();
    std::size_t left = in.size(), room = out.size();
    const bool whole = iconv(handle_, &from, &left, &to, &room) != std::size_t(-1);
    out.resize(out.size() - room);
    return whole;
  }

private:
  iconv_t handle_;
};

}  // namespace

std::optional<Decoded> decoded(const std::string& bytes, const std::string& file,
                               Problems& problems) {
  std::string_view text = bytes;
  const auto mark = std::ranges::find_if(
      marks_of_order, [&](const MarkOfOrder& one) { return text.starts_with(one.bytes); });
  std::string encoding = "UTF-8";
  if (mark != marks_of_order.end()) {
    encoding = mark->encoding;
    text.remove_prefix(mark->bytes.size());
  } else if (const char* const utf16 = utf16_without_mark(text)) {
    encoding = utf16;
  } else if (!is_utf8(text)) {
    encoding = "WINDOWS-1252";
  }
  if (encoding == "UTF-8")
    return Decoded{std::string(text), encoding};
  Decoded out{"", encoding};
  if (Converter(encoding, file).convert(text, out.text))
    return out;
  const auto line = static_cast<int>(1 + std::ranges::count(out.text, '\n'));
  problems.add({file, line, 0}, fmt::format("has a character that is neither UTF-8 nor {}: save "
                                            "the table as CSV UTF-8",
                                            encoding));
  return {};
}

}  // namespace models
