import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import type {Language} from '../src/document';
import {LanguageContext} from '../src/language';
import {ticksBetween} from '../src/outage/clock';
import {binAt, binFrom, unpacked, type Outage} from '../src/outage/outage';
import {OutageStory} from '../src/outage/story';
import {timeScale} from '../src/outage/axis';
import {bandPath, curveSteps, stepPath} from '../src/outage/steps';
import {lowerEnd} from '../src/outage/answer_times';
import {inTwo} from '../src/outage/labels';
import {outage} from './outage_example';

const markup = (of: Outage, language: Language = 'nl') =>
  renderToString(
    <LanguageContext.Provider value={language}>
      <OutageStory outage={of} id="o" />
    </LanguageContext.Provider>,
  );

test('a curve written as one number is the same in every bin', () => {
  assert.deepEqual(unpacked(3, 3), [3, 3, 3]);
  assert.deepEqual(unpacked(null, 2), [null, null]);
  assert.deepEqual(unpacked([1, 2], 2), [1, 2]);
});

test('a moment lies in the bin that holds it', () => {
  assert.deepEqual(
    [-9, -1, 0, 4.9, 5, 39, 400].map(minute => binAt(outage(), minute)),
    [0, 0, 1, 1, 2, 3, 3],
  );
});

test('the axis has whole steps and few of them', () => {
  assert.deepEqual(ticksBetween(-30, 240), [0, 60, 120, 180, 240]);
  assert.ok(ticksBetween(-30, 7 * 1440).length <= 8);
});

test('without scripting there are stills at chosen moments and every chart has its table', () => {
  const text = markup(outage());
  for (const word of [
    '<b>begin</b>',
    '<b>besloten, 5 min na het begin</b>',
    '<b>omgezet, hersteld, 10 min na het begin</b>',
  ])
    assert.ok(text.includes(word), word);
  assert.ok(text.includes('Den Haag neemt op voor Rotterdam'));
  assert.ok(!text.includes('type="range"'), 'nothing to play with');
  assert.equal(
    (text.match(/<figure/g) ?? []).length - 3,
    5,
    'stills apart: curves, bars, shortage, times, what failed',
  );
  assert.ok((text.match(/<details/g) ?? []).length >= 6);
  assert.ok(!text.includes('style='));
});

test('both languages say everything', () => {
  const dutch = markup(outage());
  const english = markup(outage(), 'en');
  assert.ok(english.includes('Den Haag answers for Rotterdam'));
  for (const word of ['neemt op', 'na het begin', 'Wachtenden'])
    assert.ok(dutch.includes(word) && !english.includes(word), word);
  assert.ok(!/undefined|NaN|Infinity/.test(dutch + english));
});

test('a board sees neither components nor who is on duty', () => {
  const board = outage();
  delete board.failed;
  for (const course of board.courses) delete course.components;
  for (const of of [board.curves.all, ...board.curves.centres]) if (of) delete of.on_duty;
  const text = markup(board);
  assert.ok(!text.includes('112-telefonie') && !text.includes('Mensen op dienst'));
  assert.ok(text.includes('Spoedvraag'));
});

test('names are text, never markup', () => {
  const hostile = outage();
  const name = '<img src=x onerror=alert(1)>"\'&';
  for (const centre of hostile.centres) centre.name = name;
  for (const region of hostile.regions) region.name = name;
  for (const course of hostile.courses) course.components = [[name, 0, 1]];
  for (const part of hostile.failed?.parts ?? []) part.name = name;
  assert.ok(!markup(hostile).includes('<img'));
});

test('an outage without timelines, courses or rooms is told as far as it goes', () => {
  const bare = {...outage(), edges: [], courses: [], rooms: [], moments: [], failed: null};
  const text = markup(bare);
  assert.ok(text.includes('Antwoordtijden') && !text.includes('NaN'));
});

test('where fewer than one caller waits at worst, nobody is said to wait', () => {
  const one = outage();
  assert.match(markup(one), /en wachten er 9 bellers/);
  one.curves.all.waiting = {...one.curves.all.waiting, mean: [0, 0.2, 0.1, 0]};
  assert.ok(!markup(one).includes('en wachten er'));
});

test('a state is that at the begin of its bin: a still is the first bin in which its moment has come', () => {
  assert.deepEqual(
    [-9, 0, 0.1, 5, 6, 400].map(minute => binFrom(outage(), minute)),
    [0, 1, 2, 2, 3, 3],
  );
});

/** Widths of the bars of a kind, with where they begin. */
function bars(text: string, kind: string): [number, number][] {
  const all = [...text.matchAll(new RegExp(`<rect class="${kind}" x="([\\d.]+)" y="[\\d.]+" width="([\\d.]+)"`, 'g'))];
  return all.map(([, x, width]) => [Number(x), Number(width)]);
}

test('a partner answers until the calls are home, not until the repair', () => {
  const text = markup(outage());
  const end = 708;
  const [[from = 0, width = 0] = []] = bars(text, 'elsewhere');
  assert.ok(
    Math.abs(from + width - end) <= 0.2,
    `the return was not seen: to the end of the axis, not ${from + width}`,
  );
  assert.ok(text.includes('class="goes-on" d="M708'), 'and an arrow says that it goes on');
  assert.match(text, /aan het eind nog niet/);
  const home = outage();
  home.courses[0]!.episodes[0]!.times[7] = 35;
  const [[begin = 0, taken = 0] = []] = bars(markup(home), 'elsewhere');
  assert.ok(begin + taken < end - 1, 'a return that was seen ends it');
  assert.ok(!markup(home).includes('class="goes-on" d="M708'));
});

test('the meldkamer that was hit comes first', () => {
  const names = [...markup(outage()).matchAll(/<text class="name" y="13"[^>]*><tspan[^>]*>([^<]*)</g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(names.slice(0, 2), ['Rotterdam', '112-telefonie']);
});

test('a return beyond the data is later than their end, and never down is said', () => {
  const text = markup(outage())
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|');
  assert.ok(text.includes('|terug|later dan 10 u 45 min na het begin|–|1/40; bij 1 ging niets elders heen|'), text);
  assert.ok(
    text.includes('|dienst terug|12 min na het begin|0 min – later dan 10 u 40 min|27/40; 12 nooit onder 90 %|'),
  );
  const calm = outage();
  calm.moments = calm.moments.map(one => (one.name === 'recovered' ? {...one, p50: 0} : one));
  assert.ok(markup(calm).includes('in de helft nooit onder 90 %'));
  assert.ok(!markup(calm).includes('>dienst terug</text>'), 'there is no moment to mark');
});

test('within the norm are shares of all attempts, blocked ones too', () => {
  const text = markup(outage()).replace(/\u00a0/g, ' ');
  assert.ok(
    text.includes(
      'Van alle pogingen om 112 te bellen wordt 49 % binnen de norm van 10 s aangenomen, zonder de uitval 100 %.',
    ),
  );
});

/** An outage that begins within a bin: 4 minutes after the bin does. */
function late(): Outage {
  const out = outage();
  out.edges = [-9, -4, 1, 6, 200];
  const flat = {mean: [0, 13, 77, 77], p5: 0, p95: [0, 22, 90, 90], twin: 0};
  out.curves.all.failed = flat;
  return out;
}

test('a curve steps at the onset, and not before', () => {
  const steps = curveSteps(late(), late().curves.all.failed);
  assert.deepEqual(steps.mean.slice(0, 3), [
    {from: -9, to: -4, value: 0},
    {from: -4, to: 0, value: 0},
    {from: 0, to: 1, value: 13},
  ]);
  assert.deepEqual(
    steps.p95.slice(1, 3).map(({value}) => value),
    [0, 22],
    'the band too',
  );
  const place = (value: number) => value;
  assert.equal(stepPath(steps.mean, place, place), 'M-9 0H0V13H1V77H200');
  assert.match(bandPath(steps.p5, steps.p95, place, place), /^M-9 0H0V22H1V90H200V0H-9Z$/);
});

test('no figure of the bin that holds the onset is given to a time before it', () => {
  const text = markup(late());
  assert.ok(!/4 min voor het begin<\/th>/.test(text));
  assert.match(text, /mislukken er per 5 minuten 77 pogingen \(1 min na het begin\)/);
});

test('panels in which nothing happens are not drawn', () => {
  const calm = outage();
  assert.ok(markup(calm).includes('Beantwoord voor een ander'));
  calm.curves.all.answered_for_others = {mean: 0, p5: 0, p95: 0, twin: 0};
  assert.ok(!markup(calm).includes('Beantwoord voor een ander'));
});

test('an axis of hours gives the first half hour its space, one of an hour does not', () => {
  const long = timeScale(late(), 0, 1000);
  assert.ok(long(30) - long(0) > 300 && long(200) === 1000);
  assert.equal(timeScale(outage(), 0, 90)(20), 50);
});

test('a long name has two lines and loses nothing', () => {
  assert.deepEqual(inTwo('Rotterdam'), ['Rotterdam']);
  assert.deepEqual(inTwo('Gemeenschappelijk Meldkamer Systeem'), ['Gemeenschappelijk', 'Meldkamer Systeem']);
  const long = outage();
  for (const course of long.courses) course.components = [['Huisvesting en facilitaire services', 0, 1]];
  assert.ok(!markup(long).includes('…'));
});

test('answer times begin where the lines differ', () => {
  const at = [1, 10, 60, 600];
  assert.equal(
    lowerEnd(
      at,
      [
        [0, 0.93, 0.97, 0.99],
        [0, 0.95, 1, 1],
      ],
      10,
    ),
    0.9,
  );
  assert.equal(
    lowerEnd(
      at,
      [
        [0, 0.6, 0.7, 0.8],
        [0, 0.95, 1, 1],
      ],
      10,
    ),
    0.5,
  );
  assert.equal(
    lowerEnd(
      at,
      [
        [0, 0.2, 0.3, 0.4],
        [0, 0.95, 1, 1],
      ],
      10,
    ),
    0,
  );
});
