// The curve of an event is what was seen.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Total} from '../src/document';
import {exceedance} from '../src/sections/exceedance';
import {stairs} from '../src/sections/exceedance_curves';
import {textOf} from './markup';
import {interval, reportOf, row} from './report_row';

test('a stair goes down at each number that was seen, by its share', () => {
  const drawn = stairs([0, 0, 5, 20], 100).map(({lost, share}) => [lost, share]);
  assert.deepEqual(drawn, [
    [1, 0.5],
    [5, 0.5],
    [5, 0.25],
    [20, 0.25],
    [20, 0],
    [100, 0],
  ]);
});

test('what lies beyond the axis is not drawn, and no loss is a line at nothing', () => {
  assert.deepEqual(stairs([5, 500], 100).at(-1), {lost: 100, share: 0.5, ends: null});
  assert.deepEqual(
    stairs([0, 0], 10).map(({share}) => share),
    [0, 0],
  );
});

test('counts of past outages stand beside a past outage only', () => {
  const past = {
    year: 2012,
    date: '2012-06-20',
    outage: 'night',
    name_nl: 'Nacht',
    name_en: 'Night',
    definition_nl: 'oproepen',
    definition_en: 'calls',
    count: 164,
    lost_callers: false,
    source: 'S17',
    basis: 'reported',
    used_for_nl: '',
    used_for_en: '',
    model: null,
  };
  const points = [1, 100].map(lost_callers => ({
    lost_callers,
    aep: interval(0.2, 0.1, 0.3),
    oep: interval(0.1, 0, 0.2),
  }));
  const said = (role: string) => {
    const report = reportOf([row({role})]);
    const totals = [{package: 'current', tails: [], curve: points} as unknown as Total];
    return textOf(exceedance, {...report, table: {...report.table, totals, history: [past]}});
  };
  assert.match(said('history'), /History, to compare with/);
  assert.match(said('history'), /a number, no probability/);
  assert.doesNotMatch(said('event'), /History, to compare with|no probability/);
});
