#include "reports/web/static_engine.hpp"

#include <duktape.h>

#include <cstdio>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string_view>

#include "reports/web/products.hpp"

namespace reports::web {
namespace {

/// Only for faults of the engine itself: every call of ours is protected. Must not return, and C
/// frames cannot be thrown through.
[[noreturn]] void give_up(void* /*user*/, const char* message) {
  std::fprintf(stderr, "uitwijk: the script engine gave up: %s\n", message);
  std::abort();
}

}  // namespace

class StaticEngine::Heap {
public:
  Heap() : context_(duk_create_heap(nullptr, nullptr, nullptr, nullptr, give_up)) {
    if (context_ == nullptr)
      throw std::bad_alloc();
  }
  ~Heap() { duk_destroy_heap(context_); }
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  void run(std::string_view script) {
    require(duk_peval_lstring(context_, script.data(), script.size()));
    duk_pop(context_);
  }

  std::string call(const std::string& function, const std::string& argument) {
    duk_get_global_lstring(context_, function.data(), function.size());
    duk_push_lstring(context_, argument.data(), argument.size());
    require(duk_pcall(context_, 1));
    duk_size_t size = 0;
    const char* const text = duk_safe_to_lstring(context_, -1, &size);
    std::string out(text, size);
    duk_pop(context_);
    return out;
  }

private:
  /// After what may have thrown in the script.
  void require(duk_int_t failed) {
    if (failed == 0)
      return;
    const std::string why = duk_safe_to_stacktrace(context_, -1);
    duk_pop(context_);
    throw std::logic_error("the page cannot be drawn: " + why);
  }

  duk_context* context_;
};

StaticEngine::StaticEngine() : heap_(std::make_unique<Heap>()) {
  heap_->run(products::static_js());
}

StaticEngine::~StaticEngine() = default;

std::string StaticEngine::call(const std::string& function, const std::string& json) {
  return heap_->call(function, json);
}

}  // namespace reports::web
