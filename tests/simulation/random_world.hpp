#pragma once

#include <string>
#include <vector>

namespace random_study {

/// What a world consists of, so that a scenario can point at it.
struct Shape {
  struct Stage {
    bool on_line = true, national = false, by_discipline = false;
  };
  int centres = 1, disciplines = 1;
  bool hub = false;  ///< the first centre has no region of its own and serves national stages only
  bool kinds = false, channel = false, takeover = false, network = false;
  std::vector<Stage> stages;
  std::vector<std::string> roles, components;
  std::vector<std::string> staffed;  ///< centres with people

  std::string centre(int index) const { return "c" + std::to_string(index); }
};

/// For use inside rc::gen::exec.
Shape any_shape();
std::string world_text(Shape& shape);

}  // namespace random_study
