#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/text/read_values.hpp"
#include "models/text/shape.hpp"

namespace {

using models::Fields;
using models::Node;
using models::Place;
using models::Reading;
using models::Shape;
using models::Shapes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::UnorderedElementsAre;

Shapes shapes_of(const std::function<void(const Place&)>& read) {
  Shapes out;
  models::note_shapes(out,
                      [&](const Node& root, Reading& reading) { read(Place(root, "", reading)); });
  return out;
}

std::vector<std::string> keys_of(const Shape& shape) {
  std::vector<std::string> out;
  for (const Shape::Key& key : shape.keys)
    out.push_back(key.name);
  return out;
}

TEST(Shape, HasTheKeysThatAReaderAsksForAndWhatStandsThere) {
  const Shapes shapes = shapes_of([](const Place& root) {
    Fields fields(root);
    fields.required("name", models::read_text);
    fields.optional("wait", models::time_in({0, 60, true}));
    fields.get("on", models::read_boolean, false);
  });
  EXPECT_THAT(keys_of(shapes.root), ElementsAre("name", "wait", "on"));
  EXPECT_THAT(shapes.root.required, ElementsAre(ElementsAre("name")));
  EXPECT_TRUE(shapes.root.below("name")->text);
  EXPECT_TRUE(shapes.root.below("on")->boolean);
  const auto& numbers = shapes.root.below("wait")->numbers;
  ASSERT_THAT(numbers, SizeIs(1));
  EXPECT_EQ(numbers[0].dimension, &models::time_dimension);
  EXPECT_TRUE(numbers[0].above);
  EXPECT_EQ(numbers[0].highest, 60);
}

/// What is asked for only when something else is said, is found all the same.
TEST(Shape, HasWhatIsAskedForOnOneWayOnly) {
  const Shapes shapes = shapes_of([](const Place& root) {
    Fields fields(root);
    const bool big =
        fields.required("size", models::one_of<bool>({{"small", false}, {"big", true}}));
    if (const auto at = fields.find("depth"); at && big)
      fields.required("width", models::count_in(1, 9));
    if (root.node().type == Node::Type::scalar)
      models::read_text(root);
  });
  EXPECT_THAT(keys_of(shapes.root), UnorderedElementsAre("size", "depth", "width"));
  EXPECT_THAT(shapes.root.below("size")->words, UnorderedElementsAre("small", "big"));
  EXPECT_TRUE(shapes.root.text) << "may be a text too";
}

TEST(Shape, HasEachLeastSetOfKeysThatAreRequired) {
  const Shapes shapes = shapes_of([](const Place& root) {
    Fields fields(root);
    const bool with_a = fields.find("a").has_value();
    fields.require(with_a ? "b" : "c");
  });
  EXPECT_THAT(shapes.root.required, UnorderedElementsAre(ElementsAre("b"), ElementsAre("c")));
}

TEST(Shape, TellsNamesThatPeopleChooseFromKeys) {
  const Shapes shapes = shapes_of([](const Place& root) {
    Fields fields(root);
    std::vector<std::string> names;
    if (const auto rooms = fields.find("rooms"))
      for (const auto& entry : models::named(*rooms)) {
        names.push_back(entry.id);
        Fields room(entry.place);
        room.required("desks", models::count_in(0, 9));
      }
    if (const auto staff = fields.find("staff")) {
      Fields by_room(*staff);
      for (const std::string& name : names)
        by_room.required(name, models::count_in(0, 9));
    }
  });
  const Shape* const rooms = shapes.root.below("rooms");
  EXPECT_TRUE(rooms->ids);
  EXPECT_THAT(rooms->keys, IsEmpty());
  EXPECT_THAT(keys_of(*rooms->entry), ElementsAre("desks"));
  EXPECT_THAT(keys_of(*shapes.root.below("staff")), IsEmpty());
  EXPECT_THAT(shapes.root.below("staff")->entry->numbers, SizeIs(1)) << "by names of another map";
}

TEST(Shape, OfAThingThatHoldsItselfEnds) {
  std::function<void(const Place&)> read = [&](const Place& written) {
    const Place place = written.as("tree");
    if (place.node().type != Node::Type::map)
      return void(models::read_text(place));
    Fields fields(place);
    if (const auto all = fields.find("all"))
      for (const Place& item : items(*all))
        read(item);
  };
  const Shapes shapes = shapes_of(read);
  const Shape& tree = shapes.definitions.at("tree");
  EXPECT_TRUE(tree.text);
  EXPECT_THAT(tree.below("all")->item->defined_as, ElementsAre("tree"));
}

TEST(Shape, IsNotNotedUnlessSomebodyWantsToKnow) {
  Reading reading;
  const Node root = models::map_node();
  EXPECT_EQ(Place(root, "", reading).shape(), nullptr);
}

}  // namespace
