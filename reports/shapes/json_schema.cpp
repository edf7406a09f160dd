#include "reports/shapes/json_schema.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/text/annotations.hpp"
#include "models/text/units.hpp"

namespace reports {
namespace {

using json = nlohmann::ordered_json;
using models::Shape;

constexpr const char* id_pattern = "^[a-z][a-z0-9_]*$";
/// A text in which something is filled in for each replication: "$target", "acd@$target".
constexpr const char* placeholder = R"(\$[a-z_]+)";

json one_text() {
  return {{"type", json::array({"string", "number", "boolean"})}};
}

/// As models::decimal reads it.
const std::string decimal_pattern = R"(-?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][-+]?[0-9]+)?)";

json of_number(const Shape::Number& number) {
  std::vector<std::string_view> units;
  for (const models::Unit& unit : number.dimension->units)
    units.push_back(unit.name);
  json out;
  if (!units.empty())
    out = {{"type", "string"},
           {"pattern", fmt::format("^{} ?({})$", decimal_pattern, fmt::join(units, "|"))}};
  if (!number.dimension->plain)
    return out;
  json plain = {{"type", number.dimension->whole ? "integer" : "number"}};
  plain[number.above ? "exclusiveMinimum" : "minimum"] = number.lowest;
  plain["maximum"] = number.highest;
  return out.is_null() ? plain : json{{"anyOf", {plain, out}}};
}

class SchemaWriter {
public:
  SchemaWriter(const FileKind& kind, const Manual& manual)
      : kind_(kind), manual_(manual), shapes_(shapes_of(kind)) {}

  json write() {
    json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                {"title", fmt::format("uitwijk {}", kind_.word)},
                {"description", fmt::format("Made by `uitwijk schema {}`.", kind_.word)}};
    out.update(map_of(shapes_.root, "", kind_.whole));
    json& defs = out["$defs"];
    defs["annotations"] = annotations();
    for (const auto& [name, shape] : shapes_.definitions)
      defs[name] = alternatives(shape, "");
    for (const auto& [text, name] : shared_)
      defs[name] = json::parse(text);
    return out;
  }

private:
  /// `source`, `kind`, `note` and who confirmed it, beside the keys of any map.
  static json annotations() {
    json words = json::array();
    for (const std::string& word : models::kinds_of_source())
      words.push_back(word);
    return {{"source", one_text()},
            {"kind", {{"enum", words}}},
            {"note", one_text()},
            {"confirmed", {{"type", "object"}, {"required", {"by", "on", "for"}}}}};
  }

  void annotate(json& properties) const {
    static const json known = annotations();
    if (kind_.annotated)
      for (const auto& [key, schema] : known.items())
        if (!properties.contains(key))
          properties[key] = {{"$ref", "#/$defs/annotations/" + key}};
  }

  /// A value, or {value: VALUE, source: ..., range: [...]}.
  json value(const Shape& shape, const std::string& address) {
    json plain = alternatives(shape, address);
    if (!kind_.annotated || plain.is_boolean())
      return plain;
    plain = shared(plain);
    json properties = {{"value", plain},
                       {"range", {{"type", "array"}, {"minItems", 2}, {"maxItems", 2}}}};
    annotate(properties);
    return {{"if", {{"type", "object"}, {"required", {"value"}}}},
            {"then", {{"properties", properties}, {"additionalProperties", false}}},
            {"else", plain}};
  }

  /// A reference to what is said twice and is long.
  json shared(const json& plain) {
    constexpr std::size_t short_enough = 100;
    const std::string text = plain.dump();
    if (text.size() < short_enough)
      return plain;
    const auto [at, is_new] = shared_.emplace(text, fmt::format("value_{}", shared_.size() + 1));
    return {{"$ref", "#/$defs/" + at->second}};
  }

  json alternatives(const Shape& shape, const std::string& address) {
    json ways = json::array();
    for (const std::string& name : shape.defined_as)
      ways.push_back({{"$ref", "#/$defs/" + name}});
    for (const Shape::Number& number : shape.numbers)
      ways.push_back(of_number(number));
    if (!shape.words.empty() && !shape.text)
      ways.push_back({{"enum", shape.words}});
    if (shape.boolean)
      ways.push_back({{"type", "boolean"}});
    if (!shape.text)
      for (const models::TextForm& form : shape.forms)
        ways.push_back({{"type", "string"}, {"pattern", fmt::format("^{}$", form.pattern)}});
    if (shape.text)
      ways.push_back(one_text());
    if (shape.null)
      ways.push_back({{"type", "null"}});
    if (shape.list)
      ways.push_back(
          {{"type", "array"}, {"items", shape.item ? value(*shape.item, address) : json(true)}});
    if (shape.map)
      ways.push_back(map_of(shape, address, true));
    if (ways.empty())
      return true;
    if (address.starts_with("threats.") && !shape.text && (!shape.map || shape.list))
      ways.push_back({{"type", "string"}, {"pattern", placeholder}});
    return ways.size() == 1 ? ways.front() : json{{"anyOf", ways}};
  }

  std::string meaning(const Shape& shape, const std::string& address) const {
    const ManualEntry* const entry = manual_.of_address(address, kind_.pages);
    const std::string said = said_of(shape, shapes_);
    const std::string last = address.substr(address.rfind('.') + 1);
    const bool own = entry != nullptr && entry->key.ends_with(last);
    return !own ? said : said.empty() ? entry->text : entry->text + " | " + said;
  }

  json map_of(const Shape& shape, const std::string& address, bool required) {
    json properties = json::object();
    for (const Shape::Key& key : shape.keys) {
      const std::string below = address.empty() ? key.name : address + "." + key.name;
      properties[key.name] = value(*key.shape, below);
      const std::string said = meaning(*key.shape, below);
      if (!said.empty() && properties[key.name].is_object())
        properties[key.name]["description"] = said;
      else if (!said.empty())
        properties[key.name] = {{"description", said}};
    }
    if (shape.one_key) {
      json one_of = json::array();
      for (const Shape::Key& key : shape.keys)
        one_of.push_back({{"required", {key.name}}});
      annotate(properties);
      return {{"type", "object"},
              {"properties", properties},
              {"additionalProperties", false},
              {"oneOf", one_of}};
    }
    annotate(properties);
    json out = {{"type", "object"}, {"properties", properties}};
    out["additionalProperties"] = shape.entry ? value(*shape.entry, address + ".*") : json(false);
    if (shape.ids)
      out["propertyNames"] = {{"pattern", id_pattern}};
    if (required && !shape.entry)  // else its keys are another way to write it
      add_required(shape, out);
    return out;
  }

  static void add_required(const Shape& shape, json& out) {
    const auto& sets = shape.required;
    if (sets.empty() || (sets.size() == 1 && sets.front().empty()))
      return;
    if (sets.size() == 1) {
      out["required"] = sets.front();
      return;
    }
    json ways = json::array();
    for (const auto& keys : sets)
      ways.push_back({{"required", keys}});
    out["anyOf"] = ways;
  }

  const FileKind& kind_;
  const Manual& manual_;
  models::Shapes shapes_;
  std::map<std::string, std::string> shared_;  ///< names by what they stand for
};

}  // namespace

json json_schema(const FileKind& kind, const Manual& manual) {
  return SchemaWriter(kind, manual).write();
}

}  // namespace reports
