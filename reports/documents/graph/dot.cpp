#include "reports/documents/graph/dot.hpp"

#include <fmt/format.h>

#include <set>

#include "models/graph/dependency_graph_state.hpp"

namespace reports {
namespace {

using models::Component;
using models::Id;
using models::World;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + "\"";
}

class Drawing {
public:
  Drawing(std::ostream& out, const World& world, const GraphFindings& findings)
      : out_(out), world_(world), findings_(findings) {
    for (const models::SinglePoint& point : findings.single_points)
      if (!findings.events[point.event].common_cause && !point.functions.empty())
        single_.insert(findings.events[point.event].loses.front());
  }

  void functions() {
    for (const std::size_t place : findings_.functions) {
      const models::FunctionAt& at = world_.functions_at[place];
      const std::string id = world_.functions[at.function].id + "@" + world_.centres[at.centre].id;
      const std::string node = quoted("function " + id);
      out_ << fmt::format("  {} [shape=ellipse, style=filled, fillcolor=\"#dde8f5\", label={}];\n",
                          node, quoted(id));
      needs(node, at.needs);
      for (const auto component : models::reached_by(world_, at.needs))
        reached_.insert(component);
    }
  }

  void components() {
    for (const auto id : reached_) {
      const Component& component = world_.components[id];
      const std::string units =
          component.n > 1 ? fmt::format("\n{} / {}", component.k, component.n) : "";
      out_ << fmt::format("  {} [shape=box{}, label={}, tooltip={}];\n", quoted(component.id),
                          single_.contains(id) ? ", penwidth=3, color=\"#a40000\"" : "",
                          quoted(component.id + units), quoted(component.name));
      needs(quoted(component.id), component.needs);
      if (component.standby && reached_.contains(component.standby->primary))
        out_ << fmt::format("  {} -> {} [style=dashed, arrowhead=empty];\n", quoted(component.id),
                            quoted(world_.components[component.standby->primary].id));
    }
  }

private:
  /// What is needed in full hangs on the node itself, a choice on a diamond.
  void needs(const std::string& from, const models::Needs& needs_of) {
    if (needs_of.component) {
      out_ << fmt::format("  {} -> {};\n", from, quoted(world_.components[needs_of.component].id));
      return;
    }
    std::string node = from;
    if (static_cast<std::size_t>(needs_of.k) < needs_of.of.size()) {
      node = fmt::format("choice{}", ++choices_);
      out_ << fmt::format("  {} [shape=diamond, label=\"{} / {}\"];\n  {} -> {};\n", node,
                          needs_of.k, needs_of.of.size(), from, node);
    }
    for (const models::Needs& part : needs_of.of)
      needs(node, part);
  }

  std::ostream& out_;
  const World& world_;
  const GraphFindings& findings_;
  std::set<Id<Component>> single_, reached_;
  int choices_ = 0;
};

}  // namespace

void print_graph_dot(std::ostream& out, const models::WorldModel& model,
                     const GraphFindings& findings) {
  const std::string marking = model.world.rubricering.empty()
                                  ? "Rubricering niet vastgesteld: behandelen als vertrouwelijk"
                                  : model.world.rubricering;
  out << "digraph uitwijk {\n  rankdir=LR;\n  node [fontname=\"sans-serif\", fontsize=10];\n"
      << "  label=" << quoted(model.world.name + "\n" + marking) << ";\n";
  Drawing drawing(out, model.world, findings);
  drawing.functions();
  drawing.components();
  out << "}\n";
}

}  // namespace reports
