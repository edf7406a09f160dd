#pragma once

#include "reports/documents/graph/findings.hpp"
#include "reports/formats/document.hpp"
#include "reports/words/language.hpp"

namespace reports {

/// The findings one by one, a row each: what text tells grouped by centres that are alike.
Document graph_document(const models::WorldModel& model, const GraphFindings& findings,
                        Language language);

}  // namespace reports
