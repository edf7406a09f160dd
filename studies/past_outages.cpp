#include "studies/past_outages.hpp"

#include "studies/installation/shipped_files.hpp"

namespace studies {

analysis::PastOutages past_outages() {
  return {analysis::read_history(studies::given_or_shipped({}, "analysis/history.yaml")),
          analysis::read_replayed(studies::given_or_shipped({}, "results/reference/history.csv"))};
}

}  // namespace studies
