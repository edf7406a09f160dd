#include <gmock/gmock.h>

#include <algorithm>
#include <functional>
#include <new>

#include "models/text/file_reader.hpp"
#include "results/campaign_file.hpp"
#include "results/result_file.hpp"
#include "tests/little_memory.hpp"
#include "tests/unit/results/example.hpp"

/// Results for which there is too little memory: no fault of the file.
namespace {

using results_example::Folder;

constexpr std::size_t mb = std::size_t{1} << 20;

enum Answer { done, no_memory, blames_the_file };

Answer with_memory_for(std::size_t more, const std::function<void()>& act) {
  return static_cast<Answer>(tests::with_little_memory(more, [&] {
    try {
      act();
      return done;
    } catch (const std::bad_alloc&) {
      return no_memory;
    } catch (const models::SystemFault&) {
      return no_memory;
    } catch (const results::ResultError&) {
      return blames_the_file;
    }
  }));
}

/// By a child: what this process has had and gave back, its children would have.
void prepare(const std::function<void()>& act) {
  ASSERT_EQ(with_memory_for(1024 * mb, act), done);
}

/// With more memory each time, from hardly any to enough. Of a few allocations that fail libhdf5
/// 1.10 dies by itself, which says nothing of the file.
void expect_no_blame(const std::function<void()>& act) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "AddressSanitizer reserves more than a limit would leave";
#endif
  for (std::size_t more = mb / 16; more < 48 * mb; more += std::max(mb / 16, more / 8))
    EXPECT_NE(with_memory_for(more, act), blames_the_file) << more;
  EXPECT_EQ(with_memory_for(mb / 16, act), no_memory);
  EXPECT_EQ(with_memory_for(1024 * mb, act), done);
}

results::Study large_study() {
  results_example::Size size = results_example::dutch;
  size.replications = 20;
  return results_example::study(size);
}

TEST(LittleMemory, ToReadAStudyDoesNotBlameItsFile) {
  const Folder folder;
  prepare([&] { results::write_study(large_study(), folder / "a.h5", results::Timelines::each); });
  expect_no_blame([&] { results::read_study(folder / "a.h5"); });
}

TEST(LittleMemory, ToReadARowOfACampaignDoesNotBlameItsFile) {
  const Folder folder;
  prepare([&] {
    results::CampaignWriter writer(folder / "a.h5", {"All", "Openbaar", "{}\n", "ab12"});
    writer.add("DR-01", 21, large_study());
    writer.commit();
  });
  expect_no_blame([&] { results::read_campaign(folder / "a.h5").row(0); });
}

}  // namespace
