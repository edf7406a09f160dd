import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RunResult} from '../src/serve/answers';
import {changesOf, independentChange, studentT} from '../src/serve/change';
import {countOf, fromFragment, noQuestion, orderOf, toFragment} from '../src/serve/question';
import {Numbers} from '../src/numbers';
import {written} from '../src/serve/measures_view';

const asked = {
  ...noQuestion,
  threat: 'DR-20',
  target: 'a#b&c',
  measures: ['planned'],
  set: {'demand.calls': "9 'calls'/h"},
  seed: '7',
};
const estimate = (mean: number | null, half: number | null) => ({
  mean,
  ci95: (mean === null || half === null ? null : [mean - half, mean + half]) as [number, number] | null,
  p5: null,
  p50: null,
  p95: null,
  n_defined: 20,
});

test('an address asks again what was asked', () => {
  assert.deepEqual(fromFragment(`#${toFragment(asked)}`), asked);
  assert.equal(toFragment(noQuestion), encodeURIComponent('{}'));
});

test('an address that is no question asks nothing', () => {
  for (const fragment of [
    '',
    '#',
    '#%',
    '#null',
    '#[]',
    '#"x"',
    '#7',
    '#{"set":null}',
    '#{"set":["x"]}',
    '#{"measures":{"length":3}}',
    '#{"seed":7}',
    '#{"other":1}',
  ])
    assert.deepEqual(fromFragment(fragment), noQuestion, fragment);
});

test('an order has what was filled in and no more', () => {
  assert.deepEqual(orderOf(asked, 'run', {replications: 20, precision: ''}), {
    kind: 'run',
    threat: 'DR-20',
    target: 'a#b&c',
    measures: ['planned'],
    set: {'demand.calls': "9 'calls'/h"},
    seed: 7,
    replications: 20,
  });
  assert.deepEqual(orderOf({...noQuestion, scenario: 'x', target: 'left over'}, 'run'), {
    kind: 'run',
    scenario: 'x',
    seed: 1,
  });
});

test('a count that is none is left for the server to refuse', () => {
  const replications = (text: string) =>
    orderOf({...noQuestion, scenario: 'x'}, 'run', {replications: countOf(text)})['replications'];
  assert.equal(replications(' 20 '), 20);
  for (const text of ['many', '-1', '1e3', '2.5', '99999999999999999999']) assert.equal(replications(text), text);
  assert.equal(replications(''), undefined);
});

test('half widths of a change add as squares', () => {
  assert.deepEqual(independentChange(estimate(10, 3), estimate(16, 4))?.ci95, [1, 11]);
  assert.deepEqual(independentChange(estimate(10, null), estimate(16, 4))?.ci95, null);
  assert.equal(independentChange(estimate(null, null), estimate(16, 4)), undefined);
});

const result = (values: (number | null)[], more: Partial<RunResult> = {}): RunResult => ({
  name: '',
  rubricering: '',
  command: '',
  seed: 1,
  replications: values.length,
  wall_s: 1,
  failed_replications: 0,
  truncated: 0,
  late_return: 0,
  precision_reached: true,
  centres: {},
  measures: {},
  twin: {},
  difference: {lost_callers: estimate(13.6, 9)},
  warnings: [],
  values: {replications: values.map((_, at) => at), of: {lost_callers: values}},
  ...more,
});

test('identical variants differ by exactly nothing', () => {
  const {paired, of} = changesOf(result([3, 40, 0, 11]), result([3, 40, 0, 11]));
  assert.equal(paired, true);
  assert.deepEqual(of('lost_callers')?.ci95, [0, 0]);
  assert.equal(written(new Numbers('en'), 'lost_callers', of('lost_callers'), true), '0');
});

test('a change is taken pair by pair with one seed and the same replications, else not', () => {
  const changed = changesOf(result([3, 40, 0, null]), result([1, 37, 0, 5]));
  const found = changed.of('lost_callers');
  assert.equal(found?.n_defined, 3);
  assert.ok(Math.abs((found?.mean ?? 0) + 5 / 3) < 1e-12);
  // Of -2, -3, 0: a standard deviation of 1.5275, and t of 2 degrees 4.303.
  assert.ok(Math.abs((found?.ci95?.[1] ?? 0) - (-5 / 3 + (4.303 * 1.5275) / Math.sqrt(3))) < 1e-3);
  for (const other of [
    result([1, 2, 3], {}),
    result([1, 2, 3, 4], {seed: 2}),
    result([1, 2, 3, 4], {difference: null}),
  ])
    assert.equal(changesOf(result([1, 2, 3, 4]), other).paired, false);
  const without = result([1, 2]);
  delete without.values;
  assert.equal(changesOf(without, without).paired, false);
});

test('the quantiles of Student are those of the tables', () => {
  for (const [degrees, t] of [
    [1, 12.706],
    [4, 2.776],
    [10, 2.228],
    [19, 2.093],
    [199, 1.972],
  ] as const)
    assert.ok(Math.abs(studentT(degrees) / t - 1) < 0.004, `${degrees}: ${studentT(degrees)}`);
});

test('a number is written in the unit that its name tells', () => {
  const numbers = new Numbers('en');
  assert.equal(written(numbers, 'lost_callers', estimate(12.34, 0.5), true), '+12.3 ± 0.50');
  assert.equal(
    written(numbers, 'answered_within_norm_share', estimate(-0.25, 0.01), true),
    '-25.0\u00a0pp ± 1.0\u00a0pp',
  );
  assert.equal(written(numbers, 'recover_s', estimate(90, null)), '1.5\u00a0min');
  assert.equal(
    written(numbers, 'answered_within_norm_share', estimate(-0.0001, 0.0001), true),
    '0.0\u00a0pp ± 0.0\u00a0pp',
  );
  assert.equal(written(numbers, 'recover_s', undefined), '–');
});
