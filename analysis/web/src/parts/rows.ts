import type {Interval, Report, Row} from '../document';

/** With a frequency first, then the others, as the table has them. */
export function rowsOf(report: Report): Row[] {
  return [...report.table.annual, ...report.table.conditional];
}

/** Names a line of the table. */
export function rowId(row: Row): string {
  return [row.row, row.package, row.plan, row.duration, row.onset_rule].join(' ');
}

/** Chance and parameters together when the parameters were drawn, else chance alone. */
export function headline(row: Row): Interval {
  return row.uncertainty?.both ?? row.lost_callers;
}

/** The same threat aimed the same way; packages of measures may differ. */
export function sameEvent(a: Row, b: Row): boolean {
  return a.row === b.row && a.plan === b.plan && a.duration === b.duration;
}
