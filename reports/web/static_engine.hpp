#pragma once

#include <memory>
#include <string>

namespace reports::web {

/// The JavaScript engine with our components in it: what the browser would draw, as text, without
/// a browser. One document after another.
class StaticEngine {
public:
  StaticEngine();
  ~StaticEngine();
  StaticEngine(const StaticEngine&) = delete;
  StaticEngine& operator=(const StaticEngine&) = delete;

  /// `function` of src/static.tsx applied to a JSON text. Throws std::logic_error with the
  /// script's own words: a document that a component cannot show is our fault. Throws
  /// std::bad_alloc when the engine got too little memory.
  std::string call(const std::string& function, const std::string& json);

private:
  class Heap;
  std::unique_ptr<Heap> heap_;
};

}  // namespace reports::web
