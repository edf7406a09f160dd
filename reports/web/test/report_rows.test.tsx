import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import type {Report, Row} from '../src/document';
import {LanguageContext} from '../src/language';
import {csvText} from '../src/parts/data_table';
import {rowColumns} from '../src/row_columns';
import {SweepView} from '../src/serve/sweep';
import type {SweepResult} from '../src/serve/answers';
import {board} from '../src/sections/board';
import {definitions} from '../src/sections/definitions';
import {impact} from '../src/sections/impact';
import {markupOf} from './markup';
import {interval, reportOf, row, share} from './report_row';

const textOf = (section: {Body: typeof board.Body}, report: Report) =>
  markupOf(section, report).replace(/<[^>]*>/g, '|');

function csvOf(rows: Row[]): string[] {
  return csvText(rows, rowColumns, []).split('\r\n');
}

test('how often a deliberate threat weighs as much as the rest is said as people say it', () => {
  const deliberate = (perYear: number) =>
    textOf(board, reportOf([row(), row({row: 'b', actors: 'crime', as_much_as_all_per_year: perYear})]));
  assert.match(deliberate(0.25), /not reached in time; once in 4 years that weighs as much/);
  assert.match(deliberate(12), /not reached in time; 12 times a year that weighs as much/);
});

test('a past outage alone has no empty table of classes', () => {
  const heading = /Probability of each impact class|Kans per impactklasse/;
  assert.match(textOf(board, reportOf([row()])), heading);
  assert.doesNotMatch(textOf(board, reportOf([row({role: 'history'})])), heading);
});

test('only present measures are today’s system', () => {
  assert.match(
    textOf(board, reportOf([row({package: 'planned'})])),
    /In this model, with all planned measures: because/,
  );
  assert.match(textOf(board, reportOf([row({package: 'generators'})])), /In this model, with “generators”: because/);
});

test('page one says how many, how long and whether the takeover holds, each with its n', () => {
  const one = textOf(board, reportOf([row()]));
  assert.match(
    one,
    /In this model, in today’s system: because of “Power” about 17 \(9 to 25\) of the 50 people who need help, roughly three in ten, are not reached in time\./,
  );
  assert.match(one, /In half of the cases service is nationally back within 5 minutes\./);
  assert.match(
    textOf(board, reportOf([row({nation: {classes: [], recover_p50: interval(0), recover_p95: interval(0)}})])),
    /service is back within 5 minutes\./,
    'of those whom it touches, as the table has it: one answer',
  );
  assert.match(one, /in “Power”, 70 % is answered elsewhere after 30 minutes \(dispatch 60 %\), 5 % was repaired/);
  assert.match(one, /The first switch fails in 10 % \[3; 22\] of 40\./);
  const never = row({
    row: 'b',
    name_en: 'Other',
    lost_callers: interval(90, 80, 99),
    recover_s: {p50: interval(0), p95: interval(0), later_than_s: null},
    intake_losses: [],
    dispatch_losses: [],
    first_switch_fails: share(0, 0, 0, 1),
  });
  const two = textOf(board, reportOf([row(), never]));
  assert.match(two, /of 2 events that were simulated “Other” costs most: each time on average about 90 \(80 to 99\)/);
  assert.match(two, /nationally never falls below 90 %/);
  const nobody = row({
    recover_s: {p50: interval(0), p95: interval(0), later_than_s: null},
    any_loss: share(0, 40, 0, 0.08),
  });
  assert.match(textOf(board, reportOf([nobody])), /service is never down/);
  assert.match(textOf(board, reportOf([nobody])), /nobody more is not reached in time, in none of the 40 times/);
  assert.match(two, /cannot take in any more in “Power”/);
  const old = row({losses_told: false, intake_losses: [], dispatch_losses: []});
  assert.doesNotMatch(textOf(board, reportOf([old])), /No meldkamer lost a function/, 'its file does not say');
  assert.match(
    textOf(board, reportOf([row({intake_losses: []})])),
    /cannot dispatch any more in “Power”, 60 % is dispatched elsewhere after 30 minutes/,
  );
  const worse = row({row: 'b', name_en: 'Fire', intake_losses: [], dispatch_losses: row({}).intake_losses});
  worse.dispatch_losses = worse.dispatch_losses.map(one => ({
    ...one,
    nobody_yet: interval(0.9),
    answered_elsewhere: interval(0.1),
  }));
  assert.match(
    textOf(board, reportOf([row({intake_losses: []}), worse])),
    /cannot dispatch any more in “Fire”, 10 % is dispatched elsewhere/,
    'the row of which most is nobody’s, not the first',
  );
  assert.match(
    textOf(board, reportOf([row({first_switch_fails: share(0, 40, 0, 0.072)})])),
    /The first switch fails in ≤ 8 % of 40/,
  );
  assert.match(
    textOf(
      board,
      reportOf([row({recover_s: {p50: interval(null), p95: interval(null), later_than_s: 21600}, truncated: 20})]),
    ),
    /service is not back after 6 hours\./,
  );
  assert.match(
    textOf(board, reportOf([row({recover_s: {p50: interval(300), p95: interval(900), later_than_s: null}})])),
    /back within 5 minutes, in 95 % within 15 minutes\./,
  );
  assert.doesNotMatch(
    textOf(board, reportOf([never])),
    /No meldkamer|no annual figure|takeover/,
    'no line says that there is no answer',
  );
});

test('page one says that the interval of a year holds the frequency, and what is chance', () => {
  const total = {
    package: 'current',
    threats: 1,
    can_be_deliberate_too: [],
    not_counted_twice: [],
    lost_callers_per_year: interval(587, 260, 1268),
    of_which_chance: interval(587, 484, 731),
    year_without_loss: 0.5,
    simulated_years: 100,
    curve: [],
    tails: [],
    exceedance_per_year: [],
  };
  const report = reportOf([row()]);
  const text = textOf(board, {...report, table: {...report.table, totals: [total]}});
  assert.match(
    text,
    /Those of a year hold the frequency too.*By chance alone the figure of a year is 587 \[484; 731\]/,
  );
});

test('the CSV of the impact table says which row it is, and both ends of its intervals', () => {
  const [head = '', first = '', second = ''] = csvOf([row(), row({package: 'planned'})]);
  const at = (line: string, key: string) => line.split(',')[head.split(',').indexOf(key)];
  assert.equal(at(first, 'row'), 'DR-20@rotterdam');
  assert.deepEqual([at(first, 'package'), at(second, 'package')], ['current', 'planned']);
  assert.deepEqual(
    ['lost', 'lost_low', 'lost_high'].map(key => at(first, key)),
    ['17', '9', '25'],
  );
  assert.deepEqual(
    ['i1', 'i1_low', 'i1_high'].map(key => at(first, key)),
    ['0', '0', '0.08'],
    'none of 40 has a bound',
  );
  assert.deepEqual(
    ['onset_rule', 'likelihood_class', 'decided_by', 'model_age_days', 'worst_hours', 'share_of_line'].map(key =>
      at(first, key),
    ),
    ['any_hour', '4', 'lost_callers', '288', 'weekday 8-18', '0.25'],
  );
  for (const line of [first, second]) assert.equal(line.split(',').length, head.split(',').length);
});

test('the impact table has what criteria ask of a row', () => {
  const text = textOf(impact, reportOf([row()]));
  for (const said of [
    /every hour of the week/,
    /288 days old/,
    /K4\|0\.10 – 1\.0; expert/,
    /lost callers\|75 %/,
    /23\.0? \[11; 35\]\|Mon–Fri 8–18 h|23 \[11; 35\]\|Mon–Fri 8–18 h/,
    /2 \(1 checked\)\|duration: incident, 3 cases/,
  ])
    assert.match(text, said);
  assert.ok(!textOf(impact, {...reportOf([row()]), audience: 'bestuur'}).includes('Mon–Fri'));
});

test('definitions say where each class begins and ends', () => {
  const text = textOf(definitions, {...reportOf([]), language: 'nl'});
  assert.match(text, /Extra niet op tijd bereikte bellers\|+≤ 1\|+> 1 – 10\|+> 10 – 100\|+> 100 – 1\.000\|+> 1\.000/);
  assert.match(text, /Hersteltijd dienstverlening\|+≤ 5 min/);
  assert.match(text, /met ten hoogste 1\./);
  assert.match(text, /K1\|+≤ 0,001\|+K2/);
});

test('a sweep that cannot tell does not say that its criterion fails', () => {
  const points = (verdict: string) => [
    {value: 1, written: '1 min', refined: false, measures: {}, verdict: 'fails'},
    {value: 2, written: '2 min', refined: false, measures: {}, verdict},
  ];
  const said = (verdict: string) => {
    const result: SweepResult = {vary: 'x', criterion: 'c', points: points(verdict), answer: {holds: 'nowhere'}};
    return renderToString(
      <LanguageContext.Provider value="en">
        <SweepView result={result} offer={{labels: {nl: {}, en: {}}} as never} />
      </LanguageContext.Provider>,
    );
  };
  assert.match(said('undecided'), /more replications would tell/);
  assert.ok(!said('fails').includes('more replications'));
});
