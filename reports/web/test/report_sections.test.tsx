// What the sections of a report say of a document, in both languages.
import assert from 'node:assert/strict';
import test from 'node:test';
import type {
  Coverage,
  CoverageCell,
  Difference,
  Durations,
  FamilyRecord,
  Language,
  Report,
  Tornado,
} from '../src/document';
import {packageName, packagesOf, packageWords} from '../src/parts/packages';
import {coverage} from '../src/sections/coverage';
import {durations} from '../src/sections/durations';
import {tornado} from '../src/sections/tornado';
import {validation} from '../src/sections/validation';
import {count, markupOf, textOf} from './markup';
import {interval, reportOf, row, share} from './report_row';

type Curve = Durations['curves'][number];

const point = (duration_s: number, lost: number, hits: number): Curve['points'][number] => ({
  duration_s,
  n: 40,
  lost_callers: interval(lost, lost / 2, lost * 2),
  median_class: lost > 100 ? 4 : 2,
  over_tolerable_class: share(hits, 40, 0, 0.5),
});

const curve = (more: Partial<Curve> = {}): Curve => ({
  row: 'DR-20@rotterdam',
  package: 'current',
  voorzieningen: 'huisvesting',
  points: [point(3600, 5, 0), point(4 * 3600, 50, 1), point(24 * 3600, 500, 40)],
  longest_tolerable_s: 4 * 3600,
  longest_shown_tolerable_s: 3600,
  ...more,
});

const lasting = (one: Curve, language: Language = 'en') => reportOf([row()], {language, durations: {curves: [one]}});

test('durations name the longest tolerable outage, and the longest that the intervals show', () => {
  const text = textOf(durations, lasting(curve()));
  assert.match(text, /at most 5 % of the events come above class I2/);
  assert.match(text, /Longest tolerable outage under these criteria: 4 h; shown by the intervals: 1 h\./);
  assert.match(text, /“?Power.*, present measures\./);
});

test('an outage that is tolerable to the end of the axis may be longer', () => {
  const to_the_end = curve({longest_tolerable_s: 24 * 3600, longest_shown_tolerable_s: null});
  assert.match(
    textOf(durations, lasting(to_the_end)),
    /criteria: 24 h or longer; shown by the intervals: none of those/,
  );
  assert.match(textOf(durations, lasting(to_the_end, 'nl')), /24 u of langer; .*: geen van de doorgerekende duren\./);
});

test('every duration is a mark with its class, and a row of the table with both its ends', () => {
  const markup = markupOf(durations, lasting(curve()));
  assert.equal(count(markup, /class="whisker"/g), 3);
  assert.equal(count(markup, /<text[^>]*>I[24]<\/text>/g), 3);
  const text = textOf(durations, lasting(curve()));
  assert.match(text, /50 \[25; 100\]/);
  assert.match(text, /\|I4\|/);
});

test('a curve of one duration or without intervals is drawn too', () => {
  const bare = {...point(3600, 5, 0), lost_callers: interval(5)};
  const markup = markupOf(durations, lasting(curve({points: [bare]})));
  assert.doesNotMatch(markup, /NaN|undefined|Infinity/);
});

test('durations and tornado are shown when there is something to show', () => {
  assert.equal(durations.applies(reportOf([row()])), false);
  assert.equal(durations.applies(lasting(curve())), true);
  assert.equal(tornado.applies(reportOf([row()])), false);
  assert.equal(tornado.applies(swinging([bar('a', true)])), true);
});

type Bar = Tornado['tornados'][number]['bars'][number];

const change = (value: number, clear: boolean): Difference => ({
  ...interval(value, value - 1, value + 1),
  paired: true,
  clear,
});

const bar = (parameter: string, clear: boolean): Bar => ({
  parameter,
  clear,
  ends: [
    {value: '1 min', difference: change(-30, clear), paired: true, clear},
    {value: '9 min', difference: change(45, clear), paired: true, clear},
  ],
});

function swinging(bars: Bar[], language: Language = 'en'): Report {
  const one = {row: 'DR-20@rotterdam', package: 'planned', lost_callers: interval(17, 9, 25), bars};
  return reportOf([row()], {language, tornado: {tornados: [one]}});
}

test('a tornado names the first number that moves more than chance does', () => {
  const text = textOf(tornado, swinging([bar('takeover.decide', true), bar('demand.calls', false)]));
  assert.match(text, /Most of the movement comes from takeover\.decide; without a change it costs 17 \[9; 25\] extra/);
  assert.match(text, /with all planned measures/);
  assert.match(
    textOf(tornado, swinging([bar('demand.calls', false), bar('takeover.decide', true)])),
    /comes from takeover/,
  );
});

test('when nothing moves more than chance the tornado says so', () => {
  assert.match(textOf(tornado, swinging([bar('demand.calls', false)])), /None of the numbers moves the result by more/);
  assert.match(textOf(tornado, swinging([bar('demand.calls', false)], 'nl')), /Geen van de getallen verschuift/);
});

test('both ends of a bar are rows with their sign, and say whether they are more than chance', () => {
  const text = textOf(tornado, swinging([bar('takeover.decide', true), bar('demand.calls', false)]));
  assert.equal(count(text, /\|yes\|/g), 2);
  assert.equal(count(text, /\|no\|/g), 2);
  assert.match(text, /\+45 \[\+44; \+46\]/);
  assert.match(text, /takeover\.decide = 9 min/);
});

test('settings without a result as it stands beside them are named under the tornado', () => {
  const alone = reportOf([row()], {tornado: {tornados: [], without_base: ['DR-07 demand.calls=90 calls/h']}});
  assert.ok(tornado.applies(alone));
  assert.match(textOf(tornado, alone), /no result as it stands beside it: DR-07 demand\.calls=90 calls\/h/);
});

const family = (more: Partial<FamilyRecord> = {}): FamilyRecord => ({
  family: 'telefonie',
  name_nl: 'Telefonie weg',
  name_en: 'Telephony gone',
  years: 15.5,
  seen: 3,
  expected: {mean: 2.84, p5: 1, p95: 6},
  without_own_record: null,
  ...more,
});

test('the record stands beside what the model expects, with durations for the analyst alone', () => {
  const report = reportOf([row()]);
  assert.doesNotMatch(textOf(validation, report), /Dutch record/);
  const beside = (one: FamilyRecord) => textOf(validation, {...report, table: {...report.table, record: [one]}});
  const board = beside(family());
  assert.match(board, /Consistency with the Dutch record, no validation/);
  assert.match(board, /Telephony gone\|15\.5\|3\|2\.8 \[1; 6\]\|–/);
  assert.doesNotMatch(board, /Known durations/);
  const analyst = beside(family({durations_s: [11880, 43200], model_duration: {median_s: 23760, p95_s: 104400}}));
  assert.match(analyst, /3\.3; 12\.0\|6\.6 \/ 29\.0/);
});

const cell = (analysed: CoverageCell['analysed'], simulated: string[] = [], recorded: string[] = []): CoverageCell => ({
  analysed,
  simulated,
  recorded,
});

function covered(rows: Coverage['rows'], language: Language = 'en', worlds: Coverage['worlds'] = []): Report {
  return reportOf([row()], {
    language,
    coverage: {
      schema: 'uitwijk/coverage/1',
      rubricering: '',
      programs: [],
      catalogue: {version: '7', status: 'concept', sha256: 's', threats: 45},
      simulated_threats: 3,
      worlds,
      rows,
    },
  });
}

const gms = (A: CoverageCell): Coverage['rows'] => [
  {voorziening: 'gms', bbn: 'BBN2 (a letter)', A, I: cell('recorded', [], ['DR-07']), C: cell('not_analysed')},
];

test('coverage says how many threats were simulated, and of which day the world is', () => {
  const worlds = [
    {name: 'Nederland', as_of: '2026-11-01'},
    {name: 'Tiny', as_of: null},
  ];
  const text = textOf(coverage, covered(gms(cell('simulated', ['DR-01'], ['DR-02'])), 'en', worlds));
  assert.match(text, /3 of 45 threats of the catalogue \(version 7, concept\) are in these results\./);
  assert.match(text, /simulated world: Nederland, 2026-11-01; Tiny, no day given\./);
  assert.doesNotMatch(textOf(coverage, covered([])), /State of affairs/);
});

test('a cell of the coverage has a word, a sign and its counts, with their plurals', () => {
  const text = textOf(coverage, covered(gms(cell('simulated', ['DR-01'], ['DR-02']))));
  assert.match(text, /● \|simulated\|1 of 2 threats\|/);
  assert.match(text, /○ \|recorded only\|1 threat\|/);
  assert.match(text, /– \|not analysed\|/);
  assert.match(textOf(coverage, covered(gms(cell('simulated', ['DR-01'])))), /1 of 1 threat\|/);
  assert.match(textOf(coverage, covered(gms(cell('simulated', ['DR-01'])), 'nl')), /1 van 1 dreiging\|/);
});

test('a voorziening is called by its name, one that is not known by its own word', () => {
  assert.match(
    textOf(coverage, covered(gms(cell('recorded')))),
    /Gemeenschappelijk Meldkamer Systeem\|BBN2 \(a letter\)\|/,
  );
  const other = [{...gms(cell('recorded'))[0]!, voorziening: 'radar', bbn: ''}];
  assert.match(textOf(coverage, covered(other)), /\|radar\|/);
  const known = ['spoedvraag', 'spoedrespons', 'gms', 'ois', 'ivict', 'huisvesting', 'bezetting', 'beheerprocessen'];
  for (const language of ['nl', 'en'] as const) {
    const text = textOf(
      coverage,
      covered(
        known.map(voorziening => ({...gms(cell('recorded'))[0]!, voorziening})),
        language,
      ),
    );
    for (const id of known) assert.doesNotMatch(text, new RegExp(`\\|${id}\\|`));
  }
});

test('packages have names, and the present measures come first', () => {
  assert.equal(packageName('planned', packageWords.en), 'with all planned measures');
  assert.equal(packageName('current', packageWords.nl), 'huidige maatregelen');
  assert.equal(packageName('national_pooling', packageWords.nl), 'national_pooling');
  const rows = ['planned', 'current', 'inherent', 'planned'].map(name => ({package: name}));
  assert.deepEqual(packagesOf(rows), ['current', 'planned', 'inherent']);
  assert.deepEqual(packagesOf([]), []);
});
