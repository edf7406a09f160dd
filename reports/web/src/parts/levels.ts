import type {Level, Report, Row} from '../document';
import {inBoth} from '../language';

/** Of the risk matrix, lowest first. */
export const levels: readonly Level[] = ['laag', 'midden', 'hoog', 'zeer_hoog'];

export const levelWords = inBoth<Record<Level, string>>({
  nl: {laag: 'laag', midden: 'midden', hoog: 'hoog', zeer_hoog: 'zeer hoog'},
  en: {laag: 'low', midden: 'middle', hoog: 'high', zeer_hoog: 'very high'},
});

export const raisedSign = '▲';

export function meanClass(row: Row): number {
  return row.classes.reduce((sum, {share}, index) => sum + (index + 1) * (share ?? 0), 0);
}

/** The row of the matrix that it stands in, 1 to 5. */
export function likelihoodOf(row: Row): number {
  const shares = row.year?.likelihood_classes ?? [];
  return shares.indexOf(Math.max(...shares)) + 1;
}

/** Of the cell in which it stands by its mean class. */
export function levelOfCell({bounds}: Report, row: Row): Level | undefined {
  return bounds.matrix[likelihoodOf(row) - 1]?.[Math.min(5, Math.max(1, Math.round(meanClass(row)))) - 1];
}

/** Its level is above that of its cell: more events than are tolerated fall into a higher class. */
export function isRaised(report: Report, row: Row): boolean {
  const cell = levelOfCell(report, row);
  return !!row.year && !!cell && levels.indexOf(row.year.level) > levels.indexOf(cell);
}
