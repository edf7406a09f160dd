import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import {DataTable, csvText, fieldsOf, sorted, type Column} from '../src/parts/data_table';

interface Row {
  name: string;
  lost: number | null;
}
const rows: Row[] = [
  {name: 'b', lost: 2},
  {name: '=1+1', lost: null},
  {name: 'a, "q"', lost: 10},
  {name: 'c', lost: 2},
];
const columns: Column<Row>[] = [
  {key: 'name', head: 'Name', heading: true, value: row => row.name},
  {key: 'lost', head: 'Lost', numeric: true, value: row => row.lost},
];
const lost = (order: Row[]) => order.map(row => row.lost);

test('numbers sort as numbers, what does not exist stands last both ways, ties keep their order', () => {
  const up = sorted(rows, columns, {key: 'lost', descending: false});
  assert.deepEqual(lost(up), [2, 2, 10, null]);
  assert.deepEqual(up.map(row => row.name).slice(0, 2), ['b', 'c']);
  assert.deepEqual(lost(sorted(rows, columns, {key: 'lost', descending: true})), [10, 2, 2, null]);
  assert.equal(sorted(rows, columns, null), rows);
});

test('CSV: head as comments, quotes doubled, formulas made harmless, nothing for nothing', () => {
  assert.equal(
    csvText(rows, fieldsOf(columns), ['CONCEPT\nsecond']),
    ['# CONCEPT second', 'name,lost', 'b,2', "'=1+1,", '"a, ""q""",10', 'c,2', ''].join('\r\n'),
  );
});

test('the static table has every cell and offers nothing that needs scripting', () => {
  const html = renderToString(
    <DataTable caption="T" columns={columns} rows={rows} id={row => row.name} csv={{file: 'x.csv', head: []}} />,
  );
  assert.match(html, /<caption><span>T<\/span><\/caption>/);
  assert.match(html, /<th scope="row">=1\+1<\/th>/);
  assert.ok(!html.includes('<button'));
});
