import assert from 'node:assert/strict';
import {test} from 'node:test';
import {shortPath} from '../src/parts/short_path';

/** Where a relative path of h, v and l goes, corner by corner. */
function corners(path: string): string[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mhvl])(-?[\d.]+)(?:,?(-?[\d.]+))?/g)].map(([, command, a, b]) => {
    if (command === 'M') [x, y] = [Number(a), Number(b)];
    else if (command === 'v') y += Number(a);
    else [x, y] = [x + Number(a), y + Number(b ?? 0)];
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
}

test('a path goes through the same corners', () => {
  assert.deepEqual(corners(shortPath('M44,196L45,183.5L46,195L46,190L40.1,190')), [
    '44.0 196.0',
    '45.0 183.5',
    '46.0 195.0',
    '46.0 190.0',
    '40.1 190.0',
  ]);
});

test('what lies on a level line is left out, a way back is not', () => {
  assert.equal(shortPath('M0,5L1,5L2,5L3,7L4,7'), 'M0,5h2l1,2h1');
  assert.equal(shortPath('M0,5L2,5L1,5Z'), 'M0,5h2h-1Z');
});

test('nothing is nothing', () => {
  assert.equal(shortPath(''), '');
});
