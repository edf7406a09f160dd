import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import type {Row} from '../src/document';
import {LanguageContext} from '../src/language';
import {RowName} from '../src/parts/row_name';

const row = (more: Partial<Row>): Row =>
  ({
    row: 'DR-07@rotterdam',
    threat: 'DR-07',
    target: 'rotterdam',
    name_nl: 'Gijzelsoftware',
    name_en: 'Ransomware',
    package: 'current',
    plan: '',
    duration: '',
    onset_rule: 'any_hour',
    tied_with_row_before: false,
    basis: {},
    ...more,
  }) as Row;
const shown = (one: Row, before?: Row) =>
  renderToString(
    <LanguageContext.Provider value="en">
      <RowName row={one} before={before} />
    </LanguageContext.Provider>,
  ).replace(/<[^>]*>/g, '|');

test('whom it hits is said in words', () => {
  assert.match(shown(row({})), /Ransomware\|DR-07@rotterdam\|/);
  assert.match(shown(row({row: 'DR-07@random:1', target: 'random:1'})), /\|DR-07 · 1 meldkamer, drawn\|/);
  assert.match(
    shown(row({row: 'DR-07@random:2+partner', target: 'random:2+partner'})),
    /\|DR-07 · 2 meldkamers, drawn, with its partner\|/,
  );
  assert.match(shown(row({row: 'DR-26@all,x', target: 'all,x'})), /\|DR-07 · all meldkamers, x\|/);
  const {target: _, ...hidden} = row({row: 'DR-07 (1)'});
  assert.match(shown(hidden as Row), /\|DR-07 \(1\)\|/);
});

test('a row that is tied names the row that the table has before it, wherever it is sorted to', () => {
  const before = row({row: 'DR-20@utrecht', target: 'utrecht', package: 'planned'});
  assert.match(
    shown(row({tied_with_row_before: true}), before),
    /not to be told from DR-20@utrecht · with all planned measures/,
  );
  assert.ok(!shown(row({tied_with_row_before: true})).includes('not to be told'));
});

test('what a register says of it is said', () => {
  const register = {risk: 'R-1', status: 'besloten', decision: 'accepteren', findings: ['a', 'b']};
  assert.match(shown(row({basis: {register} as Row['basis']})), /register: decided, accept, 2 to look at/);
});
