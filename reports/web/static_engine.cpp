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

/// Whether the system has refused the engine memory, which a script cannot tell from a fault of its
/// own. The engine first collects its garbage and asks again.
struct Memory {
  bool was_refused = false;

  static void* take(void* self, duk_size_t size) { return noted(self, std::malloc(size), size); }
  static void* resize(void* self, void* block, duk_size_t size) {
    return noted(self, std::realloc(block, size), size);
  }
  static void give_back(void* /*self*/, void* block) { std::free(block); }

private:
  static void* noted(void* self, void* block, duk_size_t size) {
    if (block == nullptr && size > 0)
      static_cast<Memory*>(self)->was_refused = true;
    return block;
  }
};

/// Every call of ours is protected, so the engine gives up only while it is made, when there is no
/// memory, or by a fault of its own. It must not come back from here; what it has is lost.
[[noreturn]] void give_up(void* memory, const char* message) {
  if (static_cast<Memory*>(memory)->was_refused)
    throw std::bad_alloc();
  std::fprintf(stderr, "uitwijk: the script engine gave up: %s\n", message);
  std::abort();
}

}  // namespace

class StaticEngine::Heap {
public:
  Heap()
      : context_(
            duk_create_heap(Memory::take, Memory::resize, Memory::give_back, &memory_, give_up)) {
    if (context_ == nullptr)
      throw std::bad_alloc();
  }
  ~Heap() { duk_destroy_heap(context_); }
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  void run(std::string_view script) {
    protect([&] { duk_eval_lstring(context_, script.data(), script.size()); });
    duk_pop(context_);
  }

  std::string call(const std::string& function, const std::string& argument) {
    protect([&] {
      duk_get_global_lstring(context_, function.data(), function.size());
      duk_push_lstring(context_, argument.data(), argument.size());
      duk_call(context_, 1);
      duk_to_string(context_, -1);
    });
    duk_size_t size = 0;
    const char* const text = duk_get_lstring(context_, -1, &size);
    std::string out(text, size);
    duk_pop(context_);
    return out;
  }

private:
  /// Leaves one value on the stack. What goes wrong in `act`, memory too, leaves it by a jump:
  /// nothing in there may have a destructor.
  template <class Act>
  void protect(Act act) {
    const auto call = [](duk_context* /*context*/, void* what) -> duk_ret_t {
      (*static_cast<Act*>(what))();
      return 1;
    };
    if (duk_safe_call(context_, call, &act, 0, 1) == DUK_EXEC_SUCCESS)
      return;
    if (memory_.was_refused)
      throw std::bad_alloc();
    const std::string why = duk_safe_to_stacktrace(context_, -1);
    duk_pop(context_);
    throw std::logic_error("the page cannot be drawn: " + why);
  }

  Memory memory_;
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
