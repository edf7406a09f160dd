// Times since the onset, states of a meldkamer, and columns of a CSV.
import assert from 'node:assert/strict';
import test from 'node:test';
import type {Row} from '../src/document';
import {ticksBetween, useClock, type Clock} from '../src/outage/clock';
import type {Outage} from '../src/outage/outage';
import {statesWorstFirst, useStateWords} from '../src/outage/states';
import {intervalFields, rowFields, shareFields} from '../src/parts/csv_fields';
import {levels, levelWords} from '../src/parts/levels';
import {used} from './hooks';
import {interval, row, share} from './report_row';

test('a span has the two largest units that say something', () => {
  const clock: Clock = used(useClock);
  const spans: [number, string][] = [
    [0, '0 min'],
    [12.4, '12 min'],
    [59.6, '1 h'],
    [60, '1 h'],
    [185, '3 h 5 min'],
    [47 * 60, '47 h'],
    [48 * 60, '2 d'],
    [52 * 60, '2 d 4 h'],
    [(2 * 24 + 23.8) * 60, '3 d'],
    [7 * 1440, '7 d'],
  ];
  for (const [minutes, text] of spans) assert.equal(clock.span(minutes), text);
  assert.equal(used(useClock, 'nl').span(185), '3 u 5 min');
});

test('a moment is before, at or after the onset', () => {
  const {since} = used(useClock);
  assert.equal(since(-15), '15 min before the onset');
  assert.equal(since(0.3), 'onset');
  assert.equal(since(90), '1 h 30 min after the onset');
  assert.equal(used(useClock, 'nl').since(-15), '15 min voor het begin');
});

test('ticks of an axis are whole steps within it, eight at most', () => {
  assert.deepEqual(ticksBetween(-60, 60), [-60, -45, -30, -15, 0, 15, 30, 45, 60]);
  assert.deepEqual(ticksBetween(7, 31), [10, 15, 20, 25, 30]);
  for (const [from, to] of [
    [-30, 240],
    [0, 7 * 1440],
    [-120, 4000],
    [3, 4],
    [0, 365 * 1440],
    [0, 9 * 365 * 1440],
  ] as const) {
    const ticks = ticksBetween(from, to);
    assert.ok(ticks.length <= 9, `${from}..${to}: ${ticks}`);
    assert.ok(ticks.every(tick => tick >= from && tick <= to));
    const steps = ticks.slice(1).map((tick, place) => tick - ticks[place]!);
    assert.equal(new Set(steps).size <= 1, true);
  }
});

test('every state of a meldkamer has words in both languages, no two alike', () => {
  for (const language of ['nl', 'en'] as const) {
    const words = used(useStateWords, language);
    assert.equal(new Set(statesWorstFirst.map(words.short)).size, statesWorstFirst.length);
  }
  assert.equal(used(useStateWords).short('x'), 'nobody answers');
});

test('a state that stands on a bound says it', () => {
  const outage = {states: {losing_share: 0.1, losing_least: 3, pressed_share: 0.5}} as unknown as Outage;
  const words = used(useStateWords);
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');
  assert.equal(plain(words.full('l', outage)), 'attempts fail (at least 3 in a bin and 10 % of them)');
  assert.equal(plain(words.full('p', outage)), 'runs short (waiting are at least 50 % of those on duty)');
  assert.equal(words.full('o', outage), words.short('o'));
  assert.match(plain(used(useStateWords, 'nl').full('l', outage)), /ten minste 3 in een tijdvak en 10 % ervan/);
});

test('an interval takes three columns of a CSV, nothing where there is none', () => {
  const fields = intervalFields<Row>('lost', line => line.lost_callers);
  assert.deepEqual(
    fields.map(field => field.key),
    ['lost', 'lost_low', 'lost_high'],
  );
  const values = (line: Row) => fields.map(field => field.value(line));
  assert.deepEqual(values(row()), [17, 9, 25]);
  assert.deepEqual(values(row({lost_callers: interval(17)})), [17, null, null]);
  const absent = intervalFields<Row>('year', line => line.year?.lost_callers_per_year);
  assert.deepEqual(
    absent.map(field => field.value(row({year: null}))),
    [null, null, null],
  );
});

test('a share of none in n keeps its bound', () => {
  const fields = shareFields<Row>('fails', line => line.first_switch_fails);
  const values = (line: Row) => fields.map(field => field.value(line));
  assert.deepEqual(values(row({first_switch_fails: share(0, 40, 0, 0.07)})), [0, 0, 0.07]);
  assert.deepEqual(values(row({first_switch_fails: share(0, 0, 0, 1)})), [null, 0, 1]);
});

test('a row is named by all that tells it apart', () => {
  const named = Object.fromEntries(
    rowFields.map(field => [field.key, field.value(row({plan: 'pairs', duration: '4 h'}))]),
  );
  assert.deepEqual(named, {
    row: 'DR-20@rotterdam',
    threat: 'DR-20',
    target: 'rotterdam',
    package: 'current',
    plan: 'pairs',
    duration: '4 h',
    varied: null,
    onset_rule: 'any_hour',
  });
});

test('each level of the matrix has a word in both languages', () => {
  for (const words of [levelWords.nl, levelWords.en])
    assert.equal(new Set(levels.map(level => words[level])).size, levels.length);
  assert.equal(levelWords.en.zeer_hoog, 'very high');
});
