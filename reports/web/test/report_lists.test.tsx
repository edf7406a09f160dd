// The sections of a report that list: measures, the register, inputs, curves, and how to make it again.
import assert from 'node:assert/strict';
import test from 'node:test';
import type {
  Difference,
  Language,
  LossCurve,
  Measures,
  RegisteredRisk,
  Report,
  RiskFigures,
  RiskRegister,
  Study,
  Total,
} from '../src/document';
import {registerWord, registerWords} from '../src/parts/register_words';
import {assumptions} from '../src/sections/assumptions';
import {exceedance} from '../src/sections/exceedance';
import {measures} from '../src/sections/measures';
import {register} from '../src/sections/register';
import {reproduce} from '../src/sections/reproduce';
import {count, markupOf, textOf} from './markup';
import {interval, reportOf, row, share} from './report_row';

const change = (value: number, clear: boolean, paired = true): Difference => ({
  ...interval(value, value - 2, value + 2),
  paired,
  clear,
});

function measured(more: Partial<Measures>, language: Language = 'en'): Report {
  return reportOf([row()], {
    language,
    measures: {
      packages: [
        {
          package: 'planned',
          rows: 2,
          lost_callers: interval(-12, -20, -4),
          lost_callers_per_year: interval(-3, -5, -1),
          tied_with_package_before: false,
        },
        {
          package: 'national_pooling',
          rows: 2,
          lost_callers: interval(-11),
          lost_callers_per_year: interval(-2),
          tied_with_package_before: true,
        },
      ],
      rows: [
        {
          row: 'DR-20@rotterdam',
          package: 'planned',
          lost_callers: change(-12, true),
          lost_callers_per_year: interval(-3),
        },
        {row: 'elsewhere', package: 'planned', lost_callers: change(1, false), lost_callers_per_year: interval(0)},
      ],
      together: [],
      break_even: [],
      ...more,
    },
  });
}

test('measures say in how many comparisons the difference is more than chance', () => {
  const text = textOf(measures, measured({}));
  assert.match(text, /In 1 of 2 comparisons the difference is larger than chance/);
  assert.match(textOf(measures, measured({}, 'nl')), /Bij 1 van de 2 vergelijkingen is het verschil groter/);
});

test('a package has its sum with sign and ends, and says when it cannot be told from the one above', () => {
  const text = textOf(measures, measured({}));
  assert.match(text, /with all planned measures\|2\|-12 \[-20; -4\]\|-3 \[-5; -1\]/);
  assert.match(text, /national_pooling\|not to be told from the package above in lost callers per event\|/);
  assert.equal(count(text, /not to be told from/g), 1);
});

test('a row that the table has is named by its threat, another by its own word', () => {
  const text = textOf(measures, measured({}));
  assert.match(text, /Power[^|]*\|DR-20@rotterdam\|/);
  assert.match(text, /\|elsewhere\|/);
});

test('two measures together are told when they were simulated together', () => {
  assert.doesNotMatch(textOf(measures, measured({})), /Two together/);
  const together = [{row: 'DR-20@rotterdam', first: 'a', second: 'b', more_than_sum: change(5, true)}];
  const text = textOf(measures, measured({together}));
  assert.match(text, /Two together against the sum of each/);
  assert.match(text, /\+5/);
});

test('a drawing of many differences shows the largest of them', () => {
  const many = Array.from({length: 30}, (_, place) => ({
    row: `R-${place}`,
    package: 'planned',
    lost_callers: change(place, true),
    lost_callers_per_year: interval(0),
  }));
  const text = textOf(measures, measured({rows: many}));
  assert.match(text, /The drawing shows the 16 largest differences/);
  assert.match(text, /\|R-0\|/, 'the table has all');
});

const study = (more: Partial<Study> = {}): Study => ({
  row: 'DR-20@rotterdam',
  package: 'planned',
  plan: 'pairs',
  duration: '4 h',
  draw: 0,
  version: '1',
  commit: 'abc',
  seed: 7,
  replications: 1200,
  replications_asked: 1200,
  parameters: 10,
  parameters_assumed: 5,
  ...more,
});

test('the analyst is given the command of each result, the board is told where they stand', () => {
  const analyst = reportOf([row()], {
    program: {version: '2', commit: 'def', command: 'uitwijk report a.h5'},
    studies: [study({command: 'uitwijk run --threat DR-20', inputs: [{path: 'world.yaml', sha256: 'aa'}]})],
  });
  const text = textOf(reproduce, analyst);
  assert.match(text, /Simulated with uitwijk 1 \(abc\)\./);
  assert.match(text, /This report was made with uitwijk 2 \(def\)\./);
  assert.match(text, /To make this report again: \|uitwijk report a\.h5\|/);
  assert.match(text, /\|uitwijk run --threat DR-20\|/);
  assert.match(text, /with all planned measures · pairs · 4 h/);
  assert.match(text, /\|1,200\|/);
  const board = reportOf([row()], {audience: 'bestuur', studies: [study()]});
  assert.match(textOf(reproduce, board), /stand in the edition for the analyst/);
  assert.doesNotMatch(textOf(reproduce, board), /Command|Input files/);
});

test('an input that several results read is listed once, two texts of one name twice', () => {
  const inputs = [
    {path: 'b.yaml', sha256: 'bb'},
    {path: 'a.yaml', sha256: 'a1'},
  ];
  const other = [{path: 'a.yaml', sha256: 'a2'}];
  const text = textOf(
    reproduce,
    reportOf([row()], {studies: [study({inputs}), study({inputs}), study({inputs: other})]}),
  );
  assert.equal(count(text, /\|b\.yaml\|/g), 1);
  assert.equal(count(text, /\|a\.yaml\|/g), 2);
  assert.ok(text.indexOf('a.yaml') < text.indexOf('b.yaml'));
});

test('programs that simulated are named each once, and a long list for the board is folded', () => {
  const studies = Array.from({length: 13}, (_, seed) => study({seed, version: seed % 2 ? '1' : '2'}));
  const board = reportOf([row()], {audience: 'bestuur', studies});
  assert.match(textOf(reproduce, board), /Simulated with uitwijk 2 \(abc\) and uitwijk 1 \(abc\)\./);
  assert.match(markupOf(reproduce, board), /<details><summary>Results in this report<\/summary>/);
  assert.doesNotMatch(markupOf(reproduce, reportOf([row()], {studies: studies.slice(1)})), /<details>/);
});

const worldOf = (groups?: Report['assumptions']['worlds'][number]['groups'], language: Language = 'en') =>
  reportOf([row()], {
    language,
    assumptions: {
      worlds: [{world: 'Tiny', counts: {takeover: {assumed: 6, measured: 1}, radar: {'': 2}}, ...(groups && {groups})}],
    },
  });

test('inputs are counted by part and kind, with a total', () => {
  const text = textOf(assumptions, worldOf());
  assert.match(text, /Inputs of Tiny by kind/);
  assert.match(
    text,
    /Part\|measured\|assumed \(aanname\)\|without kind\|all\|/,
    'no column for a kind that nobody has',
  );
  assert.match(text, /takeover\|1\|6\|0\|7\|radar\|0\|0\|2\|2\|all\|1\|6\|2\|9\|/);
  assert.match(textOf(assumptions, worldOf(undefined, 'nl')), /overname\|1\|6\|0\|7\|/);
});

test('the board sees no group of inputs, and a long group of the analyst is cut into pieces', () => {
  assert.doesNotMatch(textOf(assumptions, worldOf()), /Every number of/);
  const numbers = Array.from({length: 45}, (_, place) => `a.${place} = ${place ? 2 : '2 (min)'}`);
  const text = textOf(assumptions, worldOf([{kind: 'assumed', source: 'a count', note: 'once', numbers}]));
  assert.match(text, /Every number of Tiny, with kind and source/);
  assert.match(text, /a\.0 = 2 \(min\); a\.1 = 2; /);
  assert.equal(count(text, /\|a count\|/g), 3);
  assert.equal(count(text, /\|once\|/g), 1);
});

const figures = (more: Partial<RiskFigures> = {}): RiskFigures => ({
  package: 'current',
  n: 40,
  lost_callers: interval(17, 9, 25),
  year: {level: 'hoog', level_shown: true, lost_callers_per_year: interval(7, 1, 20)},
  ...more,
});

const risk = (more: Partial<RegisteredRisk> = {}): RegisteredRisk => ({
  risk: 'R-1',
  threat: 'DR-20',
  plan: null,
  package: 'planned',
  recorded: null,
  name_nl: 'Noodstroom',
  name_en: 'Power',
  voorzieningen: [],
  cia: [],
  eigenaar: null,
  beheerder: null,
  hoofdgebruiker: [],
  mandaat: null,
  verantwoordelijkheid_betwist: null,
  status: 'open',
  decision: null,
  review: null,
  rubricering: null,
  measures: [],
  findings: [],
  current: figures(),
  residual: figures({
    package: 'planned',
    year: {level: 'midden', level_shown: false, lost_callers_per_year: interval(3)},
  }),
  ...more,
});

function registered(risks: RegisteredRisk[], more: Partial<RiskRegister> = {}, language: Language = 'en'): Report {
  const report = reportOf([row()], {language});
  return {
    ...report,
    register: {
      head: [],
      rubricering: 'R',
      today: '2026-12-01',
      register: {
        name: 'Ours',
        version: '3',
        status: 'concept',
        vastgesteld_door: '',
        datum: '',
        besluit: '',
        sha256: 's',
      },
      criteria: report.table.criteria,
      mandates: [],
      risks,
      not_registered: [],
      rows_without_threat: 0,
      ...more,
    },
  };
}

test('a register counts risks, decisions and points, with their plurals', () => {
  assert.match(textOf(register, registered([risk()])), /has 1 risk: 0 decided, 0 with something to look at/);
  const pointed = risk({risk: 'R-2', findings: [{flag: 'no_owner', about: null, text: 'nobody owns it'}]});
  const text = textOf(register, registered([risk(), pointed]));
  assert.match(text, /has 2 risks: 0 decided, 1 with something to look at/);
  assert.match(text, /\|nobody owns it\|/);
  assert.match(textOf(register, registered([risk()], {}, 'nl')), /heeft 1 risico: over 0 is besloten/);
});

test('a register says its own status, and whether levels are held against mandates', () => {
  const text = textOf(register, registered([risk()]));
  assert.match(text, /Ours, version 3; dates are held against 2026-12-01\. The register itself is concept/);
  assert.match(text, /The criteria are concept\. Therefore no level is held against a mandate/);
  const adopted = registered([risk()], {
    register: {
      name: 'Ours',
      version: '3',
      status: 'vastgesteld',
      vastgesteld_door: 'SMB',
      datum: '2026-11-20',
      besluit: 'besluit 7',
      sha256: 's',
    },
    criteria: {...reportOf([]).table.criteria, status: 'vastgesteld'},
  });
  assert.match(textOf(register, adopted), /was adopted by SMB on 2026-11-20 \(besluit 7\)\. The criteria are adopted/);
});

test('a level that too few events show says so, and under which package it is', () => {
  const text = textOf(register, registered([risk()]));
  assert.match(text, /\|high\|middle\|with all planned measures\|too few events to show it\|/);
  assert.match(textOf(register, registered([risk()], {}, 'nl')), /\|hoog\|midden\|/);
});

test('a risk without figures says why', () => {
  const none = {current: null, residual: null};
  assert.match(textOf(register, registered([risk(none)])), /\|no figures\|no figures\|/);
  const recorded = risk({...none, recorded: 'confidentiality', name_en: null, threat: null});
  const text = textOf(register, registered([recorded]));
  assert.match(text, /\|R-1\|confidentiality\|/);
  assert.match(text, /\|recorded only\|recorded only\|/);
  assert.match(textOf(register, registered([risk({current: figures({year: null})})])), /\|no frequency\|/);
});

test('a decision is told whole: choice, level, day, function, text and conditions', () => {
  const decided = risk({
    status: 'besloten',
    mandaat: 'SMB',
    review: '2027-11-20',
    decision: {
      choice: 'accepteren',
      text: 'Until it is replaced.\n',
      date: '2026-11-20',
      by: 'SMB',
      criteria_version: '1',
      criteria_sha256: null,
      result: null,
      level: 'midden',
      conditions: ['tested monthly', 'seen yearly'],
    },
  });
  const text = textOf(register, registered([decided]));
  assert.match(text, /decided: accept, up to level middle\|on 2026-11-20 by SMB\|Until it is replaced\.\|/);
  assert.match(text, /Conditions: tested monthly; seen yearly\|/);
  assert.match(text, /\|SMB\|2027-11-20\|/);
  assert.match(textOf(register, registered([risk()])), /\|not established\|no date\|nothing\|/);
});

test('what the register does not have is named below it', () => {
  const text = textOf(
    register,
    registered([risk()], {not_registered: [{risk: 'R-9', threat: 'DR-09'}], rows_without_threat: 2}),
  );
  assert.match(text, /In the results and not in the register: R-9\./);
  assert.match(text, /Rows of scenario files, which are no risk of the register: 2\./);
});

test('words of a register file are translated, unknown ones left as they are', () => {
  assert.equal(registerWord('in uitvoering', registerWords.en), 'under way');
  assert.equal(registerWord('in uitvoering', registerWords.nl), 'in uitvoering');
  assert.equal(registerWord('iets anders', registerWords.en), 'iets anders');
  assert.deepEqual(Object.keys(registerWords.nl), Object.keys(registerWords.en));
});

const total = (name: string, value: number): Total => ({
  package: name,
  threats: 1,
  can_be_deliberate_too: [],
  not_counted_twice: [],
  lost_callers_per_year: interval(7, 1, 20),
  of_which_chance: interval(7, 5, 9),
  year_without_loss: 0.5,
  simulated_years: 100,
  curve: [1, 10, 100].map(lost_callers => ({
    lost_callers,
    aep: interval(value / lost_callers, 0, 0.9),
    oep: interval(value / lost_callers / 2, 0, 0.8),
  })),
  tails: [{level: 0.95, var: 120, cvar: null, points: 12}],
  exceedance_per_year: [],
});

const lossCurve = (more: Partial<LossCurve> = {}): LossCurve => ({
  row: 'DR-20@rotterdam',
  package: 'current',
  plan: '',
  duration: '',
  varied: '',
  points: [1, 10, 100].map(lost_callers => ({lost_callers, share: share(40 / lost_callers, 40, 0, 1)})),
  dots: [0, 1, 2, 40],
  ...more,
});

function exceeding(curves: LossCurve[], totals: Total[] = [total('planned', 0.4), total('current', 0.6)]): Report {
  const report = reportOf([row()], {loss_curves: curves});
  return {...report, table: {...report.table, totals}};
}

test('the curve of a year is told of present measures, whatever comes first', () => {
  const text = textOf(exceedance, exceeding([lossCurve()]));
  assert.match(
    text,
    /The probability of a year with at least 100 extra lost callers is 0\.6 %, with present measures\./,
  );
  assert.match(text, /present measures\|1\|60 % \[0 %; 90 %\]/);
});

test('a tail that too few events make is a dash', () => {
  assert.match(textOf(exceedance, exceeding([lossCurve()])), /present measures\|95 %\|120\|–\|12\|/);
});

test('an event has a curve of its own, one that costs nobody has none', () => {
  const nobody = lossCurve({row: 'DR-07', points: [{lost_callers: 1, share: share(0, 40, 0, 0.08)}]});
  const text = textOf(exceedance, exceeding([lossCurve(), nobody]));
  assert.match(text, /Power[^|]*: given that it happens\./);
  assert.match(text, /10 % of the events cost at least 10 extra lost callers\./);
  assert.doesNotMatch(text, /DR-07/);
  assert.equal(exceedance.applies(reportOf([row()])), false);
});

test('more curves than fit are a click away', () => {
  const many = Array.from({length: 8}, (_, place) => lossCurve({row: `R-${place}`}));
  assert.match(textOf(exceedance, exceeding(many)), /The curves of the other 2 events/);
  assert.doesNotMatch(textOf(exceedance, exceeding(many.slice(0, 6))), /The curves of the other/);
});

test('without a frequency there is no curve of a year', () => {
  assert.doesNotMatch(textOf(exceedance, exceeding([lossCurve()], [])), /Tail of the year|A year, all events/);
});
