#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reports/manual/entries.hpp"

namespace {

using reports::Manual;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* world_page = R"(# A world

## stages

```yaml
stages:
  answer:
    patience: DIST
```

- `patience`: how long a caller waits
  before [hanging up](run.md). Without it nobody leaves.
- `roles.*.stage`, `disciplines`: whom they *serve*.

## takeover

- `patience`: another one. `verify`: how long until somebody is sure. Default 0 s.

| key | meaning | default |
|---|---|---|
| `decide` | until it is `ordered` | required |
| 130, 143 | stopped \| ended | |
)";

Manual one_page() {
  Manual out;
  add_page(out, "formats/world.md", world_page);
  return out;
}

TEST(ManualEntries, AreItemsOfListsAndRowsOfTables) {
  const Manual manual = one_page();
  ASSERT_THAT(manual.of("stage"), SizeIs(1));
  EXPECT_EQ(manual.of("stage")[0].key, "roles.*.stage");
  ASSERT_THAT(manual.of("decide"), SizeIs(1));
  EXPECT_EQ(manual.of("decide")[0].text, "until it is ordered; default: required");
  EXPECT_EQ(manual.of("143")[0].text, "stopped | ended");
  EXPECT_EQ(manual.of("PATIENCE").size(), 2u);
  EXPECT_EQ(manual.of("patience")[1].text, "patience: another one.");
  EXPECT_EQ(manual.of("verify")[0].text, "verify: how long until somebody is sure. Default 0 s.");
  EXPECT_THAT(manual.of("patience")[0].text,
              HasSubstr("how long a caller waits before hanging up. Without"));
  EXPECT_THAT(manual.of("nothing"), IsEmpty());
}

TEST(ManualEntries, HaveNoMarksOfSlantedTextButTheStarsOfAddresses) {
  const Manual manual = one_page();
  EXPECT_THAT(manual.of("disciplines")[0].text,
              HasSubstr("roles.*.stage, disciplines: whom they serve."));
}

TEST(ManualEntries, OfAnAddressStandBelowItsSection) {
  const Manual manual = one_page();
  const auto* const of_stage =
      manual.of_address("stages.answer.patience.exponential.mean", {"formats/world.md"});
  ASSERT_NE(of_stage, nullptr);
  EXPECT_EQ(of_stage->heading, "stages");
  EXPECT_EQ(manual.of_address("takeover.patience", {"formats/world.md"})->heading, "takeover");
  EXPECT_EQ(manual.of_address("demand.patience", {"formats/world.md"}), nullptr);
}

TEST(ManualEntries, HaveExamplesFromTheBlocksOfTheirPage) {
  const Manual manual = one_page();
  EXPECT_EQ(manual.example(manual.of("patience")[0]), "patience: DIST");
  EXPECT_EQ(manual.example(manual.of("decide")[0]), "");
}

/// The pages that are part of the program.
TEST(ManualEntries, OfTheProgramHaveTheKeysOfTheFormats) {
  const Manual manual = reports::manual();
  for (const char* const key : {"busyness", "surge", "lost_after", "keuze", "works_at", "mandaat"})
    EXPECT_THAT(manual.of(key), testing::Not(IsEmpty())) << key;
}

}  // namespace
