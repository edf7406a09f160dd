// What charts share: a moment, and how they leave the page.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stopAt, stopsOf} from '../src/outage/moment';
import {valueAt} from '../src/outage/steps';
import {wrapped} from '../src/parts/picture';
import {fileName} from '../src/parts/source';
import {outage} from './outage_example';

test('names of files have letters, digits and dashes only, and are never empty', () => {
  assert.equal(fileName('Uitval: „België” (6 u)', 'Wat er gebeurt.'), 'uitval-belgie-6-u_wat-er-gebeurt');
  assert.equal(fileName('../..', '<b>'), 'b');
  assert.equal(fileName('🚒'), 'uitwijk');
  assert.equal(fileName('a'.repeat(200)).length, 60);
});

test('words of a picture are whole, and all there', () => {
  const text =
    'Gemiddeld bellen per 5 minuten 37 mensen voor het eerst; op het slechtste moment mislukken er 78 pogingen.';
  const lines = wrapped(text, 300);
  assert.equal(lines.join(' '), text);
  assert.ok(lines.length > 2 && lines.every(line => line.length <= 40), String(lines));
  assert.deepEqual(wrapped('', 300), []);
});

test('a moment belongs to the bin that it is in; the onset is a moment of its own', () => {
  const stops = stopsOf(outage());
  assert.ok(stops.includes(0));
  assert.deepEqual(
    stops,
    [...stops].sort((a, b) => a - b),
  );
  assert.equal(stopAt([-5, 0, 5, 10], -9), 0);
  assert.equal(stopAt([-5, 0, 5, 10], 4.9), 1);
  assert.equal(stopAt([-5, 0, 5, 10], 5), 2);
  assert.equal(stopAt([-5, 0, 5, 10], 1e6), 3);
});

test('a value is that of the step that holds the moment, as it is drawn', () => {
  const steps = [
    {from: -5, to: 0, value: 1},
    {from: 0, to: 5, value: 7},
  ];
  assert.deepEqual(
    [-5, -0.1, 0, 4, 5].map(minute => valueAt(steps, minute)),
    [1, 1, 7, 7, 7],
  );
  assert.equal(valueAt([], 3), 0);
});
