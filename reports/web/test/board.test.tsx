// The first screen of a report: each kind of result has its own sentence and its own picture.
import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import {Dots} from '../src/board/dots';
import {kindOf} from '../src/board/kinds';
import {People} from '../src/board/people';
import {rounded, useSpoken, type Spoken} from '../src/board/spoken';
import {Stops} from '../src/board/stops';
import type {Language, LossCurve, Report, Row, Story} from '../src/document';
import {LanguageContext} from '../src/language';
import {ReportPage} from '../src/report_page';
import {board} from '../src/sections/board';
import {exceedance} from '../src/sections/exceedance';
import {impact} from '../src/sections/impact';
import {matrix} from '../src/sections/matrix';
import {validation} from '../src/sections/validation';
import {count, markupOf, textOf} from './markup';
import {outage} from './outage_example';
import {used} from './hooks';
import {interval, reportOf, row, share} from './report_row';

const conditional = (rows: Row[], more: Partial<Report> = {}): Report => {
  const report = reportOf([], more);
  return {...report, table: {...report.table, conditional: rows}};
};

const story = (more: Partial<Story> = {}): Story => ({
  row: 'DR-20@rotterdam',
  package: 'current',
  plan: '',
  duration: '',
  outage: outage(),
  ...more,
});

const curve = (dots: number[], more: Partial<LossCurve> = {}): LossCurve => ({
  row: 'DR-20@rotterdam',
  package: 'current',
  plan: '',
  duration: '',
  varied: '',
  points: [1, 10].map(lost_callers => ({lost_callers, share: share(30, 40, 0.6, 0.9)})),
  dots,
  ...more,
});

const year = (more: Partial<Row> = {}) =>
  row({
    row: 'year',
    threat: '',
    onset_rule: 'year',
    name_en: 'Een jaar: 24 dreigingen',
    n: 6,
    year: null,
    lost_callers: interval(4347, 3000, 5600),
    any_loss: share(6, 6, 0.6, 1),
    recover_s: {p50: interval(null), p95: interval(null), later_than_s: null},
    ...more,
  });

const told = (report: Report, section = board) => textOf(section, report);

/** An announced takeover: nothing fails, nobody calls more, and somebody answers for another. */
const planned = () => {
  const out = outage();
  out.courses.forEach(course => Object.assign(course, {episodes: [], outages: []}));
  Object.assign(out.curves.all.first_attempts, {twin: 'mean'});
  out.rooms = [{centre: 1, received: 1, answered: {mean: 170, p5: 124, p95: 209}, short_min: {}}];
  return out;
};

test('planned work says that nothing fails, who answers for another, and what it costs', () => {
  const of = (hits: number) =>
    told(
      reportOf([row({intake_losses: [], any_loss: share(hits, 40, 0, 1), lost_callers: interval(12, 7, 20)})], {
        outages: {stories: [story({outage: planned()})], left_out: 0},
      }),
    );
  assert.match(of(30), /nothing fails; .* answers about 170 \(120 to 210\) calls for another/);
  assert.match(of(30), /on average about 12 \(7 to 20\) people are not reached in time/);
  assert.match(of(30), /Calls for another in \d+ minutes/);
  assert.match(of(0), /nobody more is not reached in time/);
});

test('the share of confirmed inputs stands on the first screen', () => {
  const worlds = [{world: 'w', counts: {callers: {measured: 3, assumed: 6}, centres: {reported: 1, derived: 2}}}];
  assert.match(
    told(reportOf([row()], {assumptions: {worlds}})),
    /Of the 12 inputs behind this answer 33\s?% were measured/,
  );
});

test('each kind of result is known', () => {
  const alone = row({intake_losses: []});
  const lossless = row({threat: '', any_loss: share(0, 40, 0, 0.08), intake_losses: []});
  const surge = outage();
  surge.courses.forEach(course => Object.assign(course, {episodes: [], outages: []}));
  const stories = (one: Story) => ({outages: {stories: [one], left_out: 0}});
  assert.equal(kindOf(reportOf([])), undefined);
  assert.equal(kindOf(conditional([year()])), 'years');
  assert.equal(kindOf(conditional([lossless])), 'nothing');
  assert.equal(kindOf(conditional([lossless], stories(story()))), 'outage', 'it has a twin, and costs nobody');
  assert.equal(kindOf(reportOf([alone], stories(story()))), 'outage');
  assert.equal(kindOf(reportOf([row()], stories(story()))), 'takeover');
  assert.equal(kindOf(reportOf([alone], stories(story({outage: surge})))), 'surge');
  assert.equal(kindOf(reportOf([alone], stories(story({outage: planned()})))), 'planned');
  assert.equal(kindOf(reportOf([row(), row({row: 'b'})])), 'campaign');
  assert.equal(kindOf(reportOf([row({duration: '1 h'}), row({duration: '4 h'})])), 'durations');
});

test('a year is not told as one event, anywhere in the report', () => {
  const report = conditional([year()], {loss_curves: [curve([3000, 4000, 5000], {row: 'year'})]});
  const text = told(report);
  assert.match(
    text,
    /over 6 years that were simulated whole, .* about 4,300 \(3,000 to 5,600\) people a year not reached/,
  );
  assert.match(text, /In 0 of the 6 years it is nobody\./);
  assert.match(text, /Each dot is one of 6 years that were simulated/);
  assert.doesNotMatch(text, /each time|service is back|no annual figure|Probability of each impact class/);
  const table = told(report, impact);
  assert.match(table, /Years that were simulated whole: no event, no class/);
  assert.doesNotMatch(table, /per event|Given that it happens|Service back/);
  const curves = told(report, exceedance);
  assert.match(curves, /each year that was simulated\. ?\|? ?In 75 % of the years at least 10 more people/);
  assert.doesNotMatch(curves, /given that it happens|of the events/);
});

test('what has no threat is compared with nothing, and has no figure of an event', () => {
  const calm = row({
    row: 'normal-day',
    threat: '',
    name_en: 'An ordinary day',
    year: null,
    lost_callers: interval(0),
    any_loss: share(0, 40, 0, 0.08),
    intake_losses: [],
    dispatch_losses: [],
  });
  const report = conditional([calm], {loss_curves: [curve([], {row: 'normal-day', points: []})]});
  const text = told(report);
  assert.match(text, /“An ordinary day” was simulated without a threat\. In those hours 50 people call who need help/);
  assert.doesNotMatch(text, /extra|never down|each time|I1|not reached in time:/);
  assert.equal(impact.applies(report), false);
  assert.equal(exceedance.applies(report), false);
});

test('durations say what a short and a long one cost', () => {
  const of = (duration: string, value: number) => row({duration, lost_callers: interval(value, value - 1, value + 1)});
  const text = told(reportOf([of('8 h', 160), of('15 min', 4), of('1 h', 20)]));
  assert.match(
    text,
    /about 4 \(3 to 5\) people not reached in time when it lasts 15 min, and on average about 160 .* 8 h/,
  );
});

const spoken = (language: Language = 'en'): Spoken => used(useSpoken, language);

test('numbers are said with two significant digits, and no more than is known', () => {
  assert.deepEqual([0, 6.8, 17.4, 99.6, 757, 1065, 12345].map(rounded), [0, 7, 17, 100, 760, 1100, 12000]);
  assert.equal(spoken().about(interval(757, 731, 787)), 'about 760 (730 to 790)');
  assert.equal(spoken().about(interval(6.8, -1.3, 13.6)), 'about 7 (14 at most)', 'no count is below zero');
  assert.equal(spoken().about(interval(0.4, 0.1, 0.9)), 'less than one (1 at most)');
  assert.equal(spoken('nl').about(interval(5.2)), 'ongeveer 5');
});

test('shares are so many in ten, or one in so many', () => {
  const said = [0.31, 0.08, 0.0028, 0.97, 0].map(value => spoken().part(value));
  assert.deepEqual(said, ['roughly three in ten', 'roughly one in ten', 'about one in 360', 'nearly everybody', '']);
  assert.equal(spoken('nl').part(0.31), 'ruwweg drie op de tien');
});

test('times are hours and minutes', () => {
  const said = [300, 2700, 12060, 14400, 180000].map(value => spoken('nl').time(value));
  assert.deepEqual(said, ['5 minuten', '45 minuten', '3 uur en 20 minuten', '4 uur', '2,1 dagen']);
});

const drawn = (picture: preact.JSX.Element) =>
  renderToString(<LanguageContext.Provider value="nl">{picture}</LanguageContext.Provider>);

test('of a hundred people those who are late are filled', () => {
  const people = drawn(<People share={0.306} />);
  assert.match(people, /Van elke 100 mensen die hulp nodig hadden: 31 niet op tijd bereikt\./);
  const heads = (kind: string) => count(people.match(new RegExp(`class="${kind}" d="([^"]*)"`))?.[1] ?? '', /M/g);
  assert.deepEqual([heads('late'), heads('in-time')], [31, 69]);
});

test('where the spread matters every replication is a dot', () => {
  const dots = [...Array.from({length: 35}, () => 2), 25, 30, 33, 40, 41];
  const text = drawn(<Dots dots={dots} n={40} />).replace(/\u00a0/g, ' ');
  assert.equal(count(text, /<circle/g), 40);
  assert.match(text, /Elke stip is één van 40 keer .* In de helft hooguit 2, in de slechtste tiende ten minste 30\./);
  assert.match(drawn(<Dots dots={dots} n={400} />).replace(/\u00a0/g, ' '), /Elke stip is 3 % van 400 keer/);
  const few = row({lost_callers: interval(17, 9, 25), intake_losses: []});
  const many = told(reportOf([few], {loss_curves: [curve(dots)]}));
  assert.match(many, /Each dot is one of 40 times/, 'a mean of a third of all is rarely so');
  assert.match(
    told(reportOf([few], {loss_curves: [curve([15, 16, 17, 18])]})),
    /Of every 100 people who needed help: 34/,
  );
});

test('people whom a surge brought are not counted among those who call anyhow', () => {
  const surge = row({intake_losses: [], lost_callers: interval(45, 40, 49)});
  const of = (one: Story) => told(reportOf([surge], {outages: {stories: [one], left_out: 0}}));
  assert.doesNotMatch(of(story()), /of the 50 people|Of every 100/, 'its curves differ from the twin');
  const same = story();
  same.outage.curves.all.first_attempts.twin = 'mean';
  assert.match(of(same), /about 45 \(40 to 49\) of the 50 people who need help, roughly nine in ten/);
  assert.doesNotMatch(told(reportOf([row({lost_callers: interval(60, 50, 70)})])), /of the 50/, 'more than there are');
});

test('moments stand in order with their times; what was not seen is later', () => {
  const text = drawn(<Stops outage={outage()} />)
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|');
  assert.equal(
    text,
    '|In de helft van de gevallen uiterlijk|0| begin|2 min| bekend|3 min| besloten|6 min| elders beantwoord|12 min| ' +
      'dienst terug|30 min| hersteld|later dan 10 u 45 min| oproepen terug|',
  );
  const rare = outage();
  rare.moments = rare.moments.map(one => (one.name === 'switched' ? {...one, n: 19} : one));
  assert.doesNotMatch(drawn(<Stops outage={rare} />), /elders beantwoord/, 'fewer than half came to it');
});

test('a level above that of its cell is in the cell by sign and word', () => {
  const levels = [
    ['laag', 'laag', 'laag', 'midden', 'midden'],
    ['laag', 'laag', 'midden', 'midden', 'hoog'],
    ['laag', 'midden', 'midden', 'hoog', 'hoog'],
    ['laag', 'midden', 'hoog', 'hoog', 'zeer_hoog'],
    ['midden', 'midden', 'hoog', 'zeer_hoog', 'zeer_hoog'],
  ] as const;
  const of = (level: 'hoog' | 'zeer_hoog') => {
    const one = row({name_en: 'Storm', classes: [0, 0, 33, 48, 19].map(hits => share(hits, 100, 0, 1))});
    one.year = {...one.year!, level, likelihood_classes: [0, 0, 0, 1, 0]};
    const report = reportOf([one]);
    return {...report, bounds: {...report.bounds, matrix: levels.map(line => [...line])}};
  };
  assert.match(markupOf(matrix, of('zeer_hoog')), /<text class="raised"[^>]*>▲ very high<\/text>/);
  assert.match(told(of('zeer_hoog'), matrix), /▲: the level of the event is above that of the cell/);
  assert.match(told(of('zeer_hoog')), /very high ▲/);
  assert.doesNotMatch(markupOf(matrix, of('hoog')), /▲/);
  assert.doesNotMatch(told(of('hoog')), /▲/);
});

test('counts of past outages are tests only when they were published and used for nothing', () => {
  const past = (basis: string, used: string, holds_count: boolean) => ({
    year: 2017,
    date: '2017-01-17',
    outage: basis + used,
    name_nl: '',
    name_en: 'Outage',
    count: 369,
    definition_nl: '',
    definition_en: 'callers',
    lost_callers: false,
    source: 'S14',
    basis,
    used_for_nl: used,
    used_for_en: used,
    model: {replications: 200, mean: 360, range95: [313, 409] as [number, number], holds_count},
  });
  const said = (...history: ReturnType<typeof past>[]) => {
    const report = reportOf([]);
    return textOf(validation, {...report, table: {...report.table, history}});
  };
  const shipped = said(past('reported', 'patience', true), past('derived', '', true));
  assert.match(shipped, /None of these counts tests the model\./);
  assert.match(shipped, /of 1 published counts inputs were derived \(1 lie within\)\. No test: 1 was never published/);
  assert.match(shipped, /no, used for: patience/);
  assert.match(shipped, /no, never published: derived by us/);
  assert.match(said(past('reported', '', false)), /Tests: 0 of the 1 counts that were published and used for nothing/);
});

test('in Dutch nobody is lost on the page: people are not reached in time', () => {
  const report = reportOf([row(), row({row: 'b', package: 'planned'})], {
    language: 'nl',
    audience: 'bestuur',
    outages: {stories: [story()], left_out: 1},
    loss_curves: [curve([1, 2, 30])],
  });
  const html = renderToString(<ReportPage report={report} />);
  assert.deepEqual(html.match(/[^<>]{0,40}(verlo(o)?r|verlie)[^<>]{0,20}/gi), null);
  assert.match(html, /niet op tijd bereikt/);
});

test('a column of the table in which no row has anything is left out', () => {
  const past = row({
    role: 'history',
    year: null,
    lost_percentiles: {p50: interval(5), p90: interval(40), p95: interval(null), p99: interval(null)},
    classes: [1, 2, 3, 4, 5].map(() => share(0, 0, 0, 1)),
    decided_by: {},
  });
  const text = told(conditional([past]), impact);
  assert.match(text, /P90/);
  assert.doesNotMatch(text, /\|P95\||\|P99\||\|I1\||Decided by/);
  assert.match(told(conditional([past, row({year: null})]), impact), /\|I1\|/, 'one row has it');
});

test('a service that is down when half of the windows end is back later than they are', () => {
  const recover_s = {p50: interval(null), p95: interval(null), later_than_s: 21600};
  const of = (truncated: number) => told(conditional([row({year: null, recover_s, truncated})]), impact);
  assert.match(of(20), /\|> 6 h\|/);
  assert.doesNotMatch(of(3), /> 6 h/, 'a few say nothing of the half');
});
