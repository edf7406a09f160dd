// What sort of result a report tells, which decides its sentence and its first picture.
import type {Report, Row} from '../document';
import {asTheyStand, headline, isYears, rowsOf} from '../parts/rows';

export type Kind = 'nothing' | 'years' | 'durations' | 'campaign' | 'takeover' | 'surge' | 'outage';

/** Rows of the present measures, as they stand. */
export function presentRows(report: Report): Row[] {
  const current = rowsOf(report).filter(row => row.package === 'current');
  return asTheyStand(current.length > 0 ? current : rowsOf(report));
}

/** The one that costs most, of those that are events. */
export function worstOf(rows: Row[]): Row | undefined {
  const events = rows.filter(row => !isYears(row));
  const all = events.length > 0 ? events : rows;
  return [...all].sort((a, b) => (headline(b).value ?? 0) - (headline(a).value ?? 0))[0];
}

/** Nobody was taken out of order, and more people called than without it. */
function isSurge(report: Report): boolean {
  const outage = report.outages.stories[0]?.outage;
  if (!outage || outage.courses.some(course => course.outages.length > 0 || course.episodes.length > 0)) return false;
  const {mean, twin} = outage.curves.all.first_attempts;
  return twin !== 'mean' && JSON.stringify(mean) !== JSON.stringify(twin);
}

export function kindOf(report: Report): Kind | undefined {
  const rows = presentRows(report);
  if (rows.length === 0) return undefined;
  if (rows.every(isYears)) return 'years';
  const {stories, left_out} = report.outages;
  // Without a threat there is no twin, and without a twin no story.
  const calm = rows.every(row => !row.threat && row.any_loss.hits === 0);
  if (calm && stories.length + left_out === 0) return 'nothing';
  if (rows.length > 1) return rows.every(row => row.duration && row.row === rows[0]?.row) ? 'durations' : 'campaign';
  if (rows[0]!.intake_losses.length > 0) return 'takeover';
  return isSurge(report) ? 'surge' : 'outage';
}
