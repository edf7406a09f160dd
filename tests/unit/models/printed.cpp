#include "models/text/printed.hpp"

#include <gmock/gmock.h>

#include <new>

#include "tests/little_memory.hpp"

namespace {

TEST(Printed, IsWhatWasWritten) {
  EXPECT_EQ(models::printed([](std::ostream& out) { out << "a " << 2; }), "a 2");
  EXPECT_EQ(models::printed([](std::ostream&) {}), "");
}

/// A stream by itself would give what had room, without a word.
TEST(Printed, ALackOfMemoryIsNoEnd) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer reserves more than a limit would leave";
#endif
  constexpr std::size_t mb = std::size_t{1} << 20;
  constexpr int none = 1, cut_short = 2;
  const auto act = [] {
    const std::string piece(mb, 'x');
    try {
      const std::string all = models::printed([&](std::ostream& out) {
        for (int i = 0; i < 256; ++i)
          out << piece;
      });
      return all.size() == 256 * mb ? 0 : cut_short;
    } catch (const std::bad_alloc&) {
      return none;
    }
  };
  EXPECT_EQ(tests::with_little_memory(64 * mb, act), none);
}

}  // namespace
