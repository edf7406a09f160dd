// Each replication, and what the worst have in common.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderToString} from 'preact-render-to-string';
import {LanguageContext} from '../src/language';
import type {Outage, ShortCourse} from '../src/outage/outage';
import {OutageStory} from '../src/outage/story';
import {outage} from './outage_example';

const course = (replication: number, lost: number, failed: number): ShortCourse => [
  replication,
  lost,
  3,
  10,
  failed > 0 ? 45 : 15,
  240,
  null,
  failed,
  1,
  1,
];

const told = (of: Outage, language: 'nl' | 'en' = 'en') =>
  renderToString(
    <LanguageContext.Provider value={language}>
      <OutageStory outage={of} id="o" />
    </LanguageContext.Provider>,
  ).replace(/<[^>]*>/g, ' ');

const courses = Array.from({length: 30}, (_, place) => course(place, place, place >= 25 ? 1 : 0));
const withTail = (common: {fact: string; worst: number; others: number}[], worst = 6): Outage => ({
  ...outage(),
  tail: {of: 30, worst, common, courses},
});

test('what the worst have in common is said with how many of them, and how many of the others', () => {
  const common = [{fact: 'failed_switch', worst: 5, others: 1}];
  assert.match(
    told(withTail(common)),
    /The worst 6 of the 30 times:\s+A switch fails in 5 of these 6, and in 1 of the other 24\./,
  );
  assert.match(told(withTail(common), 'nl'), /mislukt in 5 van deze 6, en in 1 van de andere 24\./);
});

test('nothing in common is said, and few replications say nothing', () => {
  assert.match(told(withTail([])), /have nothing in common that could not be chance/);
  const few = told(withTail([], 0));
  assert.doesNotMatch(few, /in common that/);
  assert.match(few, /Each dot is one of 30 times/);
});

test('a result in which nobody is lost, and one of before, have no such part', () => {
  const calm = {
    ...withTail([]),
    tail: {of: 30, worst: 0, common: [], courses: courses.map(([one]) => course(one, 0, 0))},
  };
  assert.doesNotMatch(told(calm), /what the worst have in common/);
  assert.doesNotMatch(told(outage()), /what the worst have in common/);
});
