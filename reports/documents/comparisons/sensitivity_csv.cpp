#include "reports/documents/comparisons/sensitivity_document.hpp"
#include "reports/formats/csv_line.hpp"

namespace reports {

Grid duration_lines(const std::vector<analysis::DurationCurve>& curves) {
  std::vector<CsvLine> lines;
  for (const analysis::DurationCurve& curve : curves)
    for (const analysis::DurationPoint& point : curve.points) {
      CsvLine& line = lines.emplace_back();
      line.text("row", curve.row);
      line.text("package", curve.package);
      line.text("voorzieningen", curve.voorzieningen);
      line.number("duration_s", point.duration_s);
      line.number("n", static_cast<double>(point.events));
      line.interval("lost", point.lost);
      line.share("over_tolerable_class", point.over);
      line.number("longest_tolerable_s", curve.longest_s.value_or(analysis::undefined));
      line.number("longest_shown_tolerable_s", curve.longest_shown_s.value_or(analysis::undefined));
    }
  return grid_of("all", lines);
}

Grid tornado_lines(const std::vector<analysis::Tornado>& tornados) {
  std::vector<CsvLine> lines;
  for (const analysis::Tornado& tornado : tornados)
    for (const analysis::Bar& bar : tornado.bars)
      for (const analysis::Bar::End& end : bar.ends) {
        CsvLine& line = lines.emplace_back();
        line.text("row", tornado.row);
        line.text("package", tornado.package);
        line.interval("lost", tornado.lost);
        line.text("parameter", bar.parameter);
        line.number("swing", bar.swing);
        line.text("value", end.value);
        line.interval("difference", end.lost.by);
        line.text("paired", end.lost.paired ? "yes" : "no");
        line.text("clear", end.lost.clear() ? "yes" : "no");
      }
  return grid_of("all", lines);
}

}  // namespace reports
