import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import type {Language} from '../src/document';
import {LanguageContext} from '../src/language';
import {ticksBetween} from '../src/outage/clock';
import {binAt, cutTo, unpacked, type Outage} from '../src/outage/outage';
import {OutageStory} from '../src/outage/story';
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
    '<b>besloten, begin</b>',
    '<b>omgezet, 10 min na het begin</b>',
    '<b>hersteld, 10 min na het begin</b>',
  ])
    assert.ok(text.includes(word), word);
  assert.ok(text.includes('Den Haag neemt op voor Rotterdam'));
  assert.ok(!text.includes('type="range"'), 'nothing to play with');
  assert.equal(
    (text.match(/<figure/g) ?? []).length - 4,
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

test('a name that is too long ends with a whole word', () => {
  assert.equal(cutTo('Beeld delen met de veiligheidsregio', 28), 'Beeld delen met de…');
  assert.equal(cutTo('Radiobediening', 28), 'Radiobediening');
  assert.equal(cutTo('Radiobediening', 6), 'Radio…');
});

test('where fewer than one caller waits at worst, nobody is said to wait', () => {
  const one = outage();
  assert.match(markup(one), /en wachten er 9 bellers/);
  one.curves.all.waiting = {...one.curves.all.waiting, mean: [0, 0.2, 0.1, 0]};
  assert.ok(!markup(one).includes('en wachten er'));
});
