import assert from 'node:assert/strict';
import {test} from 'node:test';
import {change} from '../src/serve/pins';
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
  assert.deepEqual(change(estimate(10, 3), estimate(16, 4))?.ci95, [1, 11]);
  assert.deepEqual(change(estimate(10, null), estimate(16, 4))?.ci95, null);
  assert.equal(change(estimate(null, null), estimate(16, 4)), undefined);
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
