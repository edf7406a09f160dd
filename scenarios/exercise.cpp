#include "scenarios/exercise.hpp"

#include <fmt/format.h>

#include "models/text/read_values.hpp"
#include "models/world/draft.hpp"
#include "models/world/world_tree.hpp"
#include "scenarios/formats.hpp"
#include "scenarios/moments.hpp"

namespace scenarios {
namespace {

using models::Fields;
using models::Place;

class Reader {
public:
  explicit Reader(const models::World& world) : calendar_(world.zone) {
    for (const auto centre : world.centres.ids())
      centres_.add(world.centres[centre].id, centre);
  }

  Exercise read(const Place& section) const {
    Fields fields(section);
    Exercise out;
    out.name = fields.required("name", models::read_text);
    out.rubricering = fields.get("rubricering", models::read_text, "");
    out.source = section.node().origin.source;
    out.kind = section.node().origin.kind.empty() ? "measured" : section.node().origin.kind;
    if (out.source.empty() && fields.is_map())
      section.fail("needs a source, such as \"uitwijktest 2026-03-11\"");
    const auto observed = fields.require("observed");
    for (const models::Named& entry :
         observed ? models::named(*observed) : std::vector<models::Named>{}) {
      const auto lost = centres_.find(entry.id);
      if (!lost)
        entry.place.fail_at(entry.mark,
                            "is not a meldkamer" + models::did_you_mean(entry.id, centres_.all()));
      out.takeovers.push_back(takeover(entry.place, lost));
    }
    if (observed && out.takeovers.empty() && observed->node().type == models::Node::Type::map)
      observed->fail("needs at least one meldkamer");
    return out;
  }

private:
  ObservedTakeover takeover(const Place& place, models::Id<models::Centre> lost) const {
    Fields fields(place);
    ObservedTakeover out;
    out.lost = lost;
    out.partner = fields.optional("partner", centres_.reader());
    if (lost && out.partner == lost)
      place.fail("is its own partner");
    const Clock clock{&calendar_, {}, {}};
    if (const auto at = fields.require("at"); at && read_local_time(*at, clock))
      out.at = at->node().text;
    out.lost_for_s = fields.required("lost_for", models::time_in({0, 7 * models::day_s, true}));
    const auto time = models::time_in({0, 7 * models::day_s});
    out.detect_s = fields.optional("detect", time);
    out.decide_s = fields.optional("decide", time);
    out.switch_s = fields.optional("switch", time);
    out.verify_s = fields.optional("verify", time);
    out.return_s = fields.optional("return", time);
    out.failed_switches = fields.get("failed_switches", models::count_in(0, 100), 0);
    if (fields.is_map() && !out.detect_s && !out.decide_s && !out.switch_s && !out.verify_s &&
        !out.return_s)
      place.fail("has no clock: detect, decide, switch, verify or return");
    return out;
  }

  models::Calendar calendar_;
  models::Names<models::Centre> centres_{"meldkamer"};
};

}  // namespace

void ask_exercise(const models::Node& root, const models::Node& world, models::Reading& reading) {
  models::Reading apart;
  const models::Draft draft = models::draft_world(world, apart);
  Fields sections(Place(root, "", reading));
  if (const auto section = sections.require("exercise"))
    Reader(draft.world).read(*section);
}

Exercise read_exercise(const std::filesystem::path& file, const models::World& world) {
  models::Reading reading;
  std::vector<models::InputFile> inputs;
  Exercise out;
  if (const auto root = models::read_tree(file, reading, inputs)) {
    Fields sections(Place(*root, "", reading));
    if (const auto section = sections.require("exercise"))
      out = Reader(world).read(*section);
  }
  reading.problems.throw_if_any();
  return out;
}

}  // namespace scenarios
