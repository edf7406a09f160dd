#include "cli/strict_values.hpp"

#include <algorithm>
#include <cctype>

#include "models/text/units.hpp"

namespace cli {
namespace {

/// The digits of a number without zeros before them; one digit stays.
std::string without_padding(const std::string& text) {
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  std::size_t zeros = sign;
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
  };
  while (text.substr(zeros, 1) == "0" && is_digit(zeros + 1))
    ++zeros;
  return text.substr(0, sign) + text.substr(zeros);
}

bool is_whole(const std::string& text) {
  const std::string digits = text.substr(text.starts_with('-') ? 1 : 0);
  return !digits.empty() &&
         std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string read_value(std::string& text) {
  return text.empty() ? "must have a value, found nothing" : "";
}

std::string read_whole(std::string& text) {
  if (!is_whole(text))
    return "must be a whole number, found '" + text + "'";
  text = without_padding(text);
  return "";
}

std::string read_decimal(std::string& text) {
  const std::string plain = without_padding(text);
  if (!models::decimal(plain))
    return "must be a decimal number, found '" + text + "'";
  text = plain;
  return "";
}

/// By the type that CLI11 keeps of its variable.
CLI::Validator reader_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  if (type.starts_with("INT") || type.starts_with("UINT"))
    return {read_whole, ""};
  if (type.starts_with("FLOAT"))
    return {read_decimal, ""};
  return {read_value, ""};
}

}  // namespace

void demand_values(CLI::App& program) {
  for (CLI::Option* const option : program.get_options())
    if (option->get_items_expected_max() > 0)
      option->transform(reader_of(*option));
  for (CLI::App* const command : program.get_subcommands({}))
    demand_values(*command);
}

std::string option_without_value(const std::vector<std::string>& arguments) {
  const auto found = std::ranges::find_if(arguments, [](const std::string& argument) {
    return argument.starts_with("--") && argument.find('=') == argument.size() - 1;
  });
  return found == arguments.end() ? "" : found->substr(0, found->size() - 1);
}

}  // namespace cli
