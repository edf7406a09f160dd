#include "studies/optimise/plan_search.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "models/chance/random_stream.hpp"
#include "studies/optimise/round_file.hpp"
#include "tests/unit/studies/refusal.hpp"

/// The search as a value: it is fed with made-up losses, no simulator in sight.
namespace {

using namespace studies;
using models::Partner;
using models::PartnerList;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Lt;
using testing::SizeIs;

using Lost = std::function<double(const PartnerList&)>;

const analysis::SelectionRule rule{0.95, 1, 10};

Partner partner(std::uint32_t centre, double share = 1) {
  return {{centre}, share, false, {}};
}

models::PartnerLimits among(std::uint32_t centres) {
  models::PartnerLimits out;
  for (std::uint32_t centre = 1; centre <= centres; ++centre)
    out.possible.push_back(partner(centre));
  out.reserves_matter = false;
  return out;
}

/// What a list loses on average by the parts of its partners, and a little chance, the same for
/// all lists up to a small part of each.
double lost(const Lost& mean, const PartnerList& list, std::uint64_t replication) {
  std::uint64_t name = 7;
  for (const Partner& one : list)
    name = name * 31 + one.centre.index * 7 + static_cast<std::uint64_t>(1000 * one.share);
  const auto u = models::uniforms({1, replication}, models::Purpose::resampling, {name, 0, 0});
  const auto common = models::uniforms({1, replication}, models::Purpose::resampling, {1, 0, 0});
  return mean(list) + 40 * common[0] + u[0] - 0.5;
}

std::vector<std::vector<double>> values(const Lost& mean, const WantedTrials& wanted) {
  std::vector<std::vector<double>> out;
  for (const PartnerList& list : wanted.lists) {
    auto& of_list = out.emplace_back();
    for (std::uint64_t i = 0; i < wanted.count; ++i)
      of_list.push_back(lost(mean, list, wanted.first + i));
  }
  return out;
}

RoomSearch finished(RoomSearch room, const Lost& mean) {
  for (int round = 0; !room.is_done(); ++round) {
    if (round > 1000)
      throw std::logic_error("does not end");
    room.take(values(mean, room.wanted()));
  }
  return room;
}

RoomSearch room_from(std::vector<PartnerList> starts, std::uint32_t centres = 5, double price = 0) {
  models::PartnerLimits limits = among(centres);
  limits.may_rehearse = price > 0;
  return {{0}, limits, std::move(starts), rule, price};
}

/// Everything to 4 is best; the less that goes elsewhere the better.
double best_is_four(const PartnerList& list) {
  double out = 0;
  const auto parts = models::parts_of(list);
  for (std::size_t i = 0; i < list.size(); ++i)
    out += parts[i] * 10 * std::abs(static_cast<double>(list[i].centre.index) - 4);
  return out;
}

/// Three who divide equally are best.
double best_is_three(const PartnerList& list) {
  double out = 0;
  for (const double part : models::parts_of(list))
    out += 60 * part * part;
  const auto dividing =
      std::ranges::count_if(models::parts_of(list), [](double p) { return p > 0; });
  return out + 8 * static_cast<double>(dividing);
}

TEST(RoomSearch, FindsTheBestPartner) {
  const RoomSearch room = finished(room_from({{partner(1)}}), best_is_four);
  EXPECT_EQ(room.best().front(), partner(4));
  EXPECT_TRUE(room.is_searched_out());
  ASSERT_THAT(room.steps(), SizeIs(1)) << "one change leads there";
  EXPECT_NEAR(room.steps()[0].saved.mean, 30, 0.5);
  EXPECT_EQ(room.steps()[0].alternatives, 1u + 4 + 4) << "itself, replace, join";
}

TEST(RoomSearch, FindsADivisionInSeveralSteps) {
  const RoomSearch room = finished(room_from({{partner(1)}}), best_is_three);
  const auto parts = models::parts_of(room.best());
  EXPECT_THAT(parts, SizeIs(3));
  for (const double part : parts)
    EXPECT_NEAR(part, 1.0 / 3, 1e-3);
  EXPECT_THAT(room.steps(), SizeIs(2));
  EXPECT_FALSE(room.not_told().empty()) << "which three they are makes no difference";
}

TEST(RoomSearch, TheBestOfThePlansIsWhereItBegins) {
  const RoomSearch room =
      finished(room_from({{partner(1)}, {partner(4)}, {partner(1)}}), best_is_four);
  EXPECT_EQ(room.best(), (PartnerList{partner(4)}));
  ASSERT_THAT(room.steps(), SizeIs(1));
  EXPECT_EQ(room.steps()[0].move.kind, models::PartnerMove::Kind::start);
  EXPECT_EQ(room.start(), (PartnerList{partner(1)}));
}

TEST(RoomSearch, AmongEqualsNothingChanges) {
  const RoomSearch room = finished(room_from({{partner(1)}}), [](const auto&) { return 5.0; });
  EXPECT_EQ(room.best(), (PartnerList{partner(1)}));
  EXPECT_THAT(room.steps(), IsEmpty());
  EXPECT_THAT(room.not_told(), SizeIs(8));
}

TEST(RoomSearch, ContestsHaveReplicationsOfTheirOwn) {
  RoomSearch room = room_from({{partner(1)}, {partner(2)}});
  std::uint64_t next = 0;
  while (!room.is_done()) {
    const WantedTrials wanted = room.wanted();
    EXPECT_EQ(wanted.first, next);
    next += wanted.count;
    room.take(values(best_is_four, wanted));
  }
}

TEST(RoomSearch, ARehearsalMustBeWorthItsPrice) {
  const auto trained_saves = [](double saves) {
    return [saves](const PartnerList& list) {
      return best_is_four(list) - (list.front().trained ? saves : 0);
    };
  };
  const auto after = [&](double saves) {
    return finished(room_from({{partner(4)}}, 4, 3), trained_saves(saves));
  };
  EXPECT_TRUE(after(6).best().front().trained);
  EXPECT_NEAR(after(6).steps()[0].saved.mean, 3, 0.5) << "what it saves less the price";
  EXPECT_EQ(after(6).rehearsals(after(6).best()), 1u);
  EXPECT_FALSE(after(2).best().front().trained);
}

TEST(RoomSearch, WhatIsBetterWhenTheBudgetEndsIsTaken) {
  RoomSearch room = room_from({{partner(1)}});
  room.take(values(best_is_four, room.wanted()));
  room.close();
  EXPECT_TRUE(room.is_done());
  EXPECT_EQ(room.best().front(), partner(4));
  EXPECT_FALSE(room.is_searched_out());
  RoomSearch untried = room_from({{partner(1)}});
  untried.close();
  EXPECT_EQ(untried.best(), (PartnerList{partner(1)}));
}

// --- all rooms ---------------------------------------------------------------------------------

PlanSearch three_rooms(analysis::Objective objective, std::uint64_t budget) {
  return {{room_from({{partner(1)}}), room_from({{partner(4)}}), room_from({{partner(2)}})},
          objective,
          budget};
}

/// `more`: lost in each room, whatever the list.
RoundValues round_of(const PlanSearch& search, const std::vector<double>& more) {
  RoundValues out;
  for (const std::size_t room : search.asked())
    out.push_back(values([&](const PartnerList& list) { return best_is_four(list) + more[room]; },
                         search.rooms()[room].wanted()));
  return out;
}

TEST(PlanSearch, GoesOnUntilEveryRoomIsDone) {
  PlanSearch search = three_rooms(analysis::Objective::expected, 100'000);
  EXPECT_THAT(search.asked(), ElementsAre(0, 1, 2));
  std::uint64_t spent = 0;
  while (!search.asked().empty()) {
    spent += search.cost();
    search.take(round_of(search, {0, 0, 0}));
  }
  EXPECT_EQ(search.replications(), spent);
  EXPECT_FALSE(search.budget_ended());
  for (const RoomSearch& room : search.rooms()) {
    EXPECT_EQ(room.best().front(), partner(4));
    EXPECT_TRUE(room.is_searched_out());
  }
}

TEST(PlanSearch, NeverSpendsMoreThanItsBudget) {
  const auto searched = [](std::uint64_t budget) {
    PlanSearch search = three_rooms(analysis::Objective::expected, budget);
    while (!search.asked().empty())
      search.take(round_of(search, {0, 0, 0}));
    return search;
  };
  const std::uint64_t whole = searched(100'000).replications();
  EXPECT_GT(whole, 270U);
  for (const std::uint64_t budget : {std::uint64_t{0}, std::uint64_t{50}, std::uint64_t{100},
                                     std::uint64_t{270}, whole - 1, whole}) {
    const PlanSearch search = searched(budget);
    EXPECT_LE(search.replications(), budget);
    EXPECT_EQ(search.budget_ended(), budget < whole) << budget;
    for (const RoomSearch& room : search.rooms())
      EXPECT_TRUE(room.is_done());
  }
}

TEST(PlanSearch, OfTheWorstRoomOnlyThatOneIsSearched) {
  PlanSearch search = three_rooms(analysis::Objective::worst, 100'000);
  EXPECT_THAT(search.asked(), ElementsAre(0, 1, 2)) << "until it is known which that is";
  while (!search.asked().empty()) {
    search.take(round_of(search, {0, 0, 50}));
    EXPECT_THAT(search.asked(), testing::AnyOf(IsEmpty(), ElementsAre(2)));
  }
  EXPECT_TRUE(search.rooms()[2].is_searched_out());
  EXPECT_FALSE(search.rooms()[0].is_searched_out());
  EXPECT_FALSE(search.budget_ended());
}

TEST(PlanSearch, RefusesValuesOfAnotherRound) {
  PlanSearch search = three_rooms(analysis::Objective::expected, 100'000);
  RoundValues values = round_of(search, {0, 0, 0});
  values.back().pop_back();
  EXPECT_THROW(search.take(values), std::invalid_argument);
  EXPECT_EQ(search.rounds(), 0u);
}

// --- rounds in a file --------------------------------------------------------------------------

class RoundsInAFile : public testing::Test {
protected:
  RoundsInAFile() { std::filesystem::remove(file_); }
  ~RoundsInAFile() override { std::filesystem::remove(file_); }
  const std::string file_ = testing::TempDir() + "rounds_of_a_search.json";
};

TEST_F(RoundsInAFile, ComeBackToTheLastDigitAndWithTheirFailures) {
  const RoundValues first = {{{1.0 / 3, 2}, {-4, std::nan("")}}}, second = {{{1e-17}}};
  {
    RoundFile file(file_, "asked");
    EXPECT_THAT(file.rounds(), IsEmpty());
    file.add(first);
    file.add(second);
  }
  const RoundFile again(file_, "asked");
  ASSERT_THAT(again.rounds(), SizeIs(2));
  EXPECT_EQ(again.rounds()[0][0][0], first[0][0]);
  EXPECT_EQ(again.rounds()[0][0][1][0], -4);
  EXPECT_TRUE(std::isnan(again.rounds()[0][0][1][1]));
  EXPECT_EQ(again.rounds()[1], second);
}

TEST_F(RoundsInAFile, OfAnotherQuestionOrKindAreRefused) {
  RoundFile(file_, "asked").add({});
  EXPECT_THAT(studies_test::refusal([&] { RoundFile(file_, "otherwise"); }),
              HasSubstr("of another question"));
  for (const char* const text : {"{}", "not JSON", "{\"schema\": \"uitwijk/plan/2\"}"}) {
    std::ofstream(file_) << text;
    EXPECT_THAT(studies_test::refusal([&] { RoundFile(file_, "asked"); }), HasSubstr("is no file"))
        << text;
  }
}

}  // namespace
