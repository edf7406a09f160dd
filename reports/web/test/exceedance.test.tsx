// The curve of an event is what was seen.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stairs} from '../src/sections/exceedance_curves';

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
