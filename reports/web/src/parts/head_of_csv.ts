import type {Report} from '../document';

/** What every CSV says before its numbers. */
export function headOfCsv(report: Report): string[] {
  return report.table.head;
}
