// What sort of result a report tells, which decides its sentence and its first picture.
import type {Report, Row, Story} from '../document';
import {asTheyStand, headline, isYears, rowsOf} from '../parts/rows';

export type Kind = 'nothing' | 'years' | 'durations' | 'campaign' | 'takeover' | 'planned' | 'surge' | 'outage';

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

/** Of the row, when it is one of those that are told. */
export const storyOf = (report: Report, row: Row): Story | undefined =>
  report.outages.stories.find(one => one.row === row.row && one.plan === row.plan && one.duration === row.duration);

/** Other people call than without it. */
function hasSurge({outage}: Story): boolean {
  const {mean, twin} = outage.curves.all.first_attempts;
  return twin !== 'mean' && JSON.stringify(mean) !== JSON.stringify(twin);
}

/** Nobody was taken out of order, and more people called than without it. */
function isSurge(story: Story | undefined): boolean {
  const courses = story?.outage.courses ?? [];
  return !!story && hasSurge(story) && courses.every(course => course.outages.length + course.episodes.length === 0);
}

/** Nothing failed and no more people called, and rooms answered for others all the same: an announced takeover. */
function isPlanned(story: Story | undefined): boolean {
  const {courses, rooms} = story?.outage ?? {courses: [], rooms: []};
  return (
    !!story &&
    !hasSurge(story) &&
    courses.every(course => course.outages.length + course.episodes.length === 0) &&
    rooms.some(({received}) => received >= 0.5)
  );
}

/** Of those who need help, how many are not reached in time; nothing where a surge brought more of them. */
export function lateShare(report: Report, row: Row): number | undefined {
  const story = storyOf(report, row);
  const share = (headline(row).value ?? 0) / row.genuine_callers;
  return (story && hasSurge(story)) || !(share >= 0 && share <= 1) ? undefined : share;
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
  const story = storyOf(report, rows[0]!);
  return isPlanned(story) ? 'planned' : isSurge(story) ? 'surge' : 'outage';
}
