// What a CSV file has of a column: a text or a number each, in columns of their own.
import type {Interval, Row, Share} from '../document';
import type {Field} from './data_table';

type Maybe<Value> = Value | null | undefined;

/** NAME, NAME_low, NAME_high. */
export function intervalFields<Line>(name: string, of: (line: Line) => Maybe<Interval>): Field<Line>[] {
  return [
    {key: name, value: line => of(line)?.value ?? null},
    {key: `${name}_low`, value: line => of(line)?.ci95?.[0] ?? null},
    {key: `${name}_high`, value: line => of(line)?.ci95?.[1] ?? null},
  ];
}

/** The same of a share: of none in n the high end is the bound. */
export function shareFields<Line>(name: string, of: (line: Line) => Maybe<Share>): Field<Line>[] {
  return [
    {key: name, value: line => of(line)?.share ?? null},
    {key: `${name}_low`, value: line => of(line)?.ci95?.[0] ?? null},
    {key: `${name}_high`, value: line => of(line)?.ci95?.[1] ?? null},
  ];
}

export function yesOrNo(value: Maybe<boolean>): 'yes' | 'no' | null {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
}

/** Which row of the table it is: the names that the command line knows; the board's document has not all of them. */
export const rowFields: Field<Row>[] = [
  {key: 'row', value: row => row.row},
  {key: 'threat', value: row => row.threat},
  {key: 'target', value: row => row.target ?? null},
  {key: 'package', value: row => row.package},
  {key: 'plan', value: row => row.plan},
  {key: 'duration', value: row => row.duration},
  {key: 'varied', value: row => row.varied ?? null},
  {key: 'onset_rule', value: row => row.onset_rule},
];
