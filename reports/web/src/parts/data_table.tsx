// A table that can be sorted and taken along as CSV; complete and readable without scripting.
import type {ComponentChildren} from 'preact';
import {useContext, useEffect, useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {download} from './download';
import {FigureDataContext} from './figure_data';
import {Scrolled} from './scrolled';

export type Cell = string | number | null;

/** A column of the CSV file. */
export interface Field<Row> {
  key: string;
  value(row: Row): Cell;
}

export interface Column<Row> {
  key: string;
  /** What stands above it. */
  head: string;
  /** A second line above it, smaller. */
  under?: string;
  /** What it is sorted by and, without `fields`, what the CSV has. */
  value(row: Row): Cell;
  /** What the CSV has in its place: ends of intervals, names. */
  fields?: Field<Row>[];
  /** What is shown; without it the value. */
  show?(row: Row): ComponentChildren;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** Names the row. */
  heading?: boolean;
}

interface Order {
  key: string;
  descending: boolean;
}

interface Props<Row> {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  id(row: Row): string;
  /** Name of the CSV file; lines that stand at its head, without the #; without `fields` it has the columns. */
  csv?: {file: string; head: string[]; fields?: Field<Row>[]};
  /** On a telephone each row is a list of its columns with their names: of a table that is too wide for it. */
  wide?: boolean;
}

const words = inBoth({
  nl: {download: 'Download als CSV'},
  en: {download: 'Download as CSV'},
});

export function DataTable<Row>({caption, columns, rows, id, csv, wide = false}: Props<Row>) {
  const say = useWords(words);
  const alive = useAlive();
  const [order, setOrder] = useState<Order | null>(null);
  const shown = sorted(rows, columns, order);
  useContext(FigureDataContext).current = head => csvText(shown, csv?.fields ?? fieldsOf(columns), head);
  const turn = (key: string) =>
    setOrder(order?.key === key ? {key, descending: !order.descending} : {key, descending: false});
  return (
    <div class={wide ? 'table wide' : 'table'}>
      <Scrolled label={caption}>
        <table role={roleOf(wide, 'table')}>
          <caption>
            <span>{caption}</span>
          </caption>
          <thead>
            <tr>
              {columns.map(column => (
                <th
                  key={column.key}
                  scope="col"
                  class={column.numeric ? 'number' : undefined}
                  aria-sort={direction(order, column.key)}
                >
                  {alive ? (
                    <button type="button" class="sort" onClick={() => turn(column.key)}>
                      <Head column={column} />
                    </button>
                  ) : (
                    <Head column={column} />
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(row => (
              <tr key={id(row)} role={roleOf(wide, 'row')}>
                {columns.map(column => (
                  <Data key={column.key} column={column} row={row} wide={wide} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {csv && alive && (
        <button
          type="button"
          class="download"
          onClick={() => download(csv.file, 'text/csv', csvText(shown, csv.fields ?? fieldsOf(columns), csv.head))}
        >
          {say.download}
        </button>
      )}
    </div>
  );
}

function Head<Row>({column}: {column: Column<Row>}) {
  return (
    <>
      <span class="name">{column.head}</span>
      {column.under && <small>{column.under}</small>}
    </>
  );
}

/** What a style sheet that makes a list of a row would take away from it. */
const roleOf = (wide: boolean, role: 'table' | 'row' | 'rowheader' | 'cell') => (wide ? role : undefined);

function Data<Row>({column, row, wide}: {column: Column<Row>; row: Row; wide: boolean}) {
  const content = column.show ? column.show(row) : column.value(row);
  return column.heading ? (
    <th scope="row" role={roleOf(wide, 'rowheader')}>
      {content}
    </th>
  ) : (
    <td
      class={column.numeric ? 'number' : undefined}
      role={roleOf(wide, 'cell')}
      data-head={wide ? column.head : undefined}
    >
      {content}
    </td>
  );
}

/** False in the static page and until it is hydrated: what needs scripting is not offered without it. */
export function useAlive(): boolean {
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  return alive;
}

function direction(order: Order | null, key: string): 'ascending' | 'descending' | 'none' {
  return order?.key !== key ? 'none' : order.descending ? 'descending' : 'ascending';
}

/** What does not exist stands last both ways; equal ones keep their order. */
export function sorted<Row>(rows: Row[], columns: Column<Row>[], order: Order | null): Row[] {
  const column = columns.find(({key}) => key === order?.key);
  if (!column || !order) return rows;
  const sign = order.descending ? -1 : 1;
  return rows
    .map((row, place) => ({row, place, value: column.value(row)}))
    .sort((a, b) =>
      a.value === null || b.value === null
        ? Number(a.value === null) - Number(b.value === null) || a.place - b.place
        : sign * compared(a.value, b.value) || a.place - b.place,
    )
    .map(({row}) => row);
}

function compared(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : Number(a !== b);
}

/** A spreadsheet takes what begins with = + - @ for a formula: texts get an apostrophe before it. */
function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** What the CSV has of the columns that are shown. */
export function fieldsOf<Row>(columns: Column<Row>[]): Field<Row>[] {
  return columns.flatMap(column => column.fields ?? [column]);
}

export function csvText<Row>(rows: Row[], fields: Field<Row>[], head: string[]): string {
  const lines = rows.map(row => fields.map(field => csvCell(field.value(row))).join(','));
  const comments = head.map(line => `# ${line.replace(/[\r\n]+/g, ' ')}`);
  return [...comments, fields.map(({key}) => key).join(','), ...lines, ''].join('\r\n');
}
