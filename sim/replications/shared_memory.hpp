#pragma once

#include <semaphore.h>

#include <chrono>
#include <cstddef>
#include <new>
#include <type_traits>

namespace sim {

/// Memory that a process shares with the children that it forks later; all zero at first. Pages
/// cost nothing until they are touched.
class SharedMemory {
public:
  /// Throws std::bad_alloc.
  explicit SharedMemory(std::size_t bytes);
  /// What a file in memory has, for as long as this lives. Throws std::bad_alloc.
  SharedMemory(int descriptor, std::size_t bytes);
  ~SharedMemory();
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  std::byte* data() const { return data_; }

private:
  std::byte* data_;
  std::size_t bytes_;
};

/// One value in such memory, which is never destroyed.
template <class Value>
class Shared {
  static_assert(std::is_trivially_destructible_v<Value>);

public:
  Shared() : memory_(sizeof(Value)), value_(new (memory_.data()) Value) {}
  Value& operator*() const { return *value_; }
  Value* operator->() const { return value_; }

private:
  SharedMemory memory_;
  Value* value_;
};

/// Counts rings until somebody hears them, in shared memory. Whoever dies leaves it as it is.
class SharedBell {
public:
  SharedBell();
  SharedBell(const SharedBell&) = delete;
  SharedBell& operator=(const SharedBell&) = delete;

  void ring();
  /// Until it has rung.
  void wait();
  /// Until it has rung, a signal was handled, or so much time has passed.
  void wait(std::chrono::milliseconds most);

private:
  sem_t rings_;
};

}  // namespace sim
