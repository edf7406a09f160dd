import type {Interval, Report, Row} from '../document';

/** With a frequency first, then the others, as the table has them. */
export function rowsOf(report: Report): Row[] {
  return [...report.table.annual, ...report.table.conditional];
}

/** Years that were simulated whole: no event, and nothing of one. */
export const isYears = (row: Row): boolean => row.onset_rule === 'year';

/** Names a line of the table. */
export function rowId(row: Row): string {
  return [
    row.row,
    row.package,
    row.plan,
    row.duration,
    row.varied ?? '',
    row.onset_rule,
    row.other_inputs?.line ?? '',
    row.other_definitions ?? '',
  ].join(' ');
}

/** Chance and parameters together when the parameters were drawn, else chance alone. */
export function headline(row: Row): Interval {
  return row.uncertainty?.both ?? row.lost_callers;
}

/** What decided the class most often, and of how many events. */
export function decider(row: Row): [string, number] | undefined {
  return Object.entries(row.decided_by).sort((a, b) => b[1] - a[1])[0];
}

/** "weekend 12-18": for programs. */
export function worstHours({worst_hours: worst}: Row): string | null {
  return worst && `${worst.weekend ? 'weekend' : 'weekday'} ${worst.from_hour}-${worst.until_hour}`;
}

interface Aimed {
  plan: string;
  duration: string;
  varied?: string;
  other_inputs?: unknown;
}

/** Those that nobody gave another duration, plan or number; all of them when there are none. */
export function asTheyStand<One extends Aimed>(rows: One[]): One[] {
  const standing = rows.filter(row => !row.plan && !row.duration && !row.varied && !row.other_inputs);
  return standing.length > 0 ? standing : rows.filter(row => !row.varied);
}

/** The same threat aimed the same way; packages of measures may differ. */
export function sameEvent(a: Row, b: Row): boolean {
  return a.row === b.row && a.plan === b.plan && a.duration === b.duration && (a.varied ?? '') === (b.varied ?? '');
}
