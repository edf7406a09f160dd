#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace studies {

/// A file descriptor that is closed when its owner goes.
class Descriptor {
public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  int number() const { return number_; }

private:
  int number_;
};

/// How a process ended.
struct ChildEnd {
  int exit_code = 0;
  int signal = 0;  ///< that ended it, or 0
};

/// What a child is asked to do.
struct ChildOrder {
  std::vector<std::string> arguments;  ///< of uitwijk
  std::string given;                   ///< what it reads as its standard input
  bool yields = false;                 ///< lets others go first on the processor
};

/// This program with other arguments, leading a process group of its own. It dies with the thread
/// that started it. Whatever is left of the group goes with the object.
class Child {
public:
  /// Throws std::runtime_error when the system gives no process.
  explicit Child(const ChildOrder& order);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  int out() const { return out_.number(); }
  int err() const { return err_.number(); }
  /// Becomes readable when it ends.
  int end() const { return end_.number(); }
  pid_t group() const { return pid_; }

  /// Ends the whole group at once.
  void kill_group() const;
  /// Of a child that has ended: how. Nothing of its group is left afterwards.
  ChildEnd bury();

private:
  Descriptor out_, err_, end_;
  pid_t pid_ = -1;
  bool buried_ = false;
};

/// Grandchildren whose parent died are ours from now on, so that `bury` can wait for them.
void adopt_orphans();

}  // namespace studies
