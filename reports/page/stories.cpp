#include "reports/page/stories.hpp"

#include <algorithm>

#include "analysis/statistics/estimate.hpp"
#include "reports/documents/document_keys.hpp"
#include "reports/documents/outage_json.hpp"

namespace reports {
namespace {

using nlohmann::ordered_json;

double mean_lost(const analysis::Row& row) {
  return analysis::estimate(
             analysis::values_of(row,
                                 [](const analysis::Consequence& one) { return one.lost_callers; }))
      .mean;
}

/// Neither another package of measures nor a draw of parameters nor a bar of a tornado.
bool is_as_it_stands(const analysis::Row& row) {
  return row.labels.package == "current" && row.labels.draw == 0 && row.labels.varied.empty();
}

}  // namespace

void ReportStories::add(const results::Study& study, const analysis::Row& row) {
  if (!analysis::has_story(study) || !is_as_it_stands(row))
    return;
  const double lost = mean_lost(row);
  const auto place =
      std::ranges::find_if(stories_, [&](const Story& story) { return story.lost_callers < lost; });
  left_out_ += stories_.size() == most ? 1 : 0;
  if (stories_.size() == most && place == stories_.end())
    return;
  analysis::OutageStory story = analysis::outage_story(study);
  story.tail = analysis::tail_of(study, row);
  stories_.insert(place, {lost,
                          {{"row", row.id()},
                           {"package", row.labels.package},
                           {"plan", row.labels.plan},
                           {"duration", row.labels.duration},
                           {"outage", outage_json(study, story)}}});
  stories_.resize(std::min(stories_.size(), most));
}

ordered_json ReportStories::json() const {
  ordered_json stories = ordered_json::array();
  for (const Story& story : stories_)
    stories.push_back(story.json);
  return {{"stories", stories}, {"left_out", left_out_}};
}

JsonKeys ReportStories::keys(const std::set<std::string>& disciplines) {
  return {board("stories", {board("row"), board("package"), board("plan"), board("duration"),
                            board("outage", outage_keys(disciplines))}),
          board("left_out")};
}

}  // namespace reports
