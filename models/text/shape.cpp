#include "models/text/shape.hpp"

#include <algorithm>

#include "models/text/units.hpp"

namespace models {

namespace {

template <class T>
void add_new(std::vector<T>& all, const T& one) {
  if (std::find(all.begin(), all.end(), one) == all.end())
    all.push_back(one);
}

bool is_subset(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::ranges::all_of(some, [&](const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  });
}

bool is_number(std::string_view step) {
  return !step.empty() && std::ranges::all_of(step, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool Shape::asked() const {
  return !numbers.empty() || !words.empty() || !forms.empty() || !defined_as.empty() || text ||
         boolean || list || map || entry;
}

Shape& Shape::key(std::string_view name) {
  if (name == any_name)
    return any_entry();
  const auto at = std::ranges::find(keys, name, &Key::name);
  if (at != keys.end())
    return *at->shape;
  keys.push_back({std::string(name), std::make_unique<Shape>()});
  return *keys.back().shape;
}

Shape& Shape::any_entry() {
  map = true;
  if (!entry)
    entry = std::make_unique<Shape>();
  return *entry;
}

Shape& Shape::any_item() {
  list = true;
  if (!item)
    item = std::make_unique<Shape>();
  return *item;
}

Shape* Shape::below(std::string_view step) {
  if (item && (step.empty() || is_number(step) || (step == any_name && !entry)))
    return item.get();
  if (step == any_name)
    return entry.get();
  const auto at = std::ranges::find(keys, step, &Key::name);
  return at == keys.end() ? nullptr : at->shape.get();
}

const Shape* Shape::below(std::string_view step) const {
  return const_cast<Shape*>(this)->below(step);
}

void Shape::note(const Number& number) {
  const auto at = std::ranges::find(numbers, number.dimension, &Number::dimension);
  if (at == numbers.end()) {
    numbers.push_back(number);
    return;
  }
  if (number.lowest <= at->lowest) {
    at->above = number.above && (at->above || number.lowest < at->lowest);
    at->lowest = number.lowest;
  }
  at->highest = std::max(at->highest, number.highest);
}

void Shape::note_words(const std::vector<std::string>& more) {
  for (const std::string& word : more)
    if (word != any_name)
      add_new(words, word);
    else
      text = true;  // a name that another place of the file gives
}

void Shape::note(const TextForm& form) {
  if (std::ranges::find(forms, form.what, &TextForm::what) == forms.end())
    forms.push_back(form);
}

void Shape::note_names(const std::string& what) {
  text = true;
  add_new(names_of, what);
}

void Shape::note_definition(const std::string& name) {
  add_new(defined_as, name);
}

void Shape::note_required(std::vector<std::string> keys_required) {
  std::ranges::sort(keys_required);
  if (std::ranges::any_of(required,
                          [&](const auto& less) { return is_subset(less, keys_required); }))
    return;
  std::erase_if(required, [&](const auto& more) { return is_subset(keys_required, more); });
  required.push_back(std::move(keys_required));
}

Shape* Shapes::at(std::string_view address) {
  Shape* out = &root;
  while (out != nullptr && !address.empty()) {
    const auto dot = address.find('.');
    out = out->below(address.substr(0, dot));
    address.remove_prefix(dot == std::string_view::npos ? address.size() : dot + 1);
  }
  return out;
}

}  // namespace models
