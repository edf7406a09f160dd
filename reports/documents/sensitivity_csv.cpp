#include "reports/documents/sensitivity_document.hpp"
#include "reports/formats/csv_line.hpp"

namespace reports {

void print_duration_csv(std::ostream& out, const std::vector<analysis::DurationCurve>& curves) {
  bool first = true;
  for (const analysis::DurationCurve& curve : curves)
    for (const analysis::DurationPoint& point : curve.points) {
      CsvLine line;
      line.text("row", curve.row);
      line.text("package", curve.package);
      line.text("voorzieningen", curve.voorzieningen);
      line.number("duration_s", point.duration_s);
      line.number("n", static_cast<double>(point.events));
      line.interval("lost", point.lost);
      line.share("over_tolerable_class", point.over);
      line.number("longest_tolerable_s", curve.longest_s.value_or(analysis::undefined));
      line.number("longest_shown_tolerable_s", curve.longest_shown_s.value_or(analysis::undefined));
      print_csv_line(out, line, first);
    }
}

void print_tornado_csv(std::ostream& out, const std::vector<analysis::Tornado>& tornados) {
  bool first = true;
  for (const analysis::Tornado& tornado : tornados)
    for (const analysis::Bar& bar : tornado.bars)
      for (const analysis::Bar::End& end : bar.ends) {
        CsvLine line;
        line.text("row", tornado.row);
        line.text("package", tornado.package);
        line.interval("lost", tornado.lost);
        line.text("parameter", bar.parameter);
        line.number("swing", bar.swing);
        line.text("value", end.value);
        line.interval("difference", end.lost.by);
        line.text("paired", end.lost.paired ? "yes" : "no");
        line.text("clear", end.lost.clear() ? "yes" : "no");
        print_csv_line(out, line, first);
      }
}

}  // namespace reports
