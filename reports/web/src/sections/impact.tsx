import type {Level, Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {kindOf} from '../board/kinds';
import {headOfCsv} from '../parts/head_of_csv';
import {levelWords} from '../parts/levels';
import {nameOf} from '../parts/row_name';
import {headline, isYears, rowId, rowsOf} from '../parts/rows';
import {rowColumns} from '../row_columns';
import type {Section} from '../section';
import {useImpactColumns} from './impact_columns';

const words = inBoth({
  nl: {
    intro:
      'Alles is de toename ten opzichte van dezelfde uren zonder de dreiging. Een streepje: zo weinig ' +
      'replicaties dragen het niet (P95 vraagt er 59, P99 299). Nul van n is een bovengrens, nooit „kan niet”.',
    worst: 'Slechtste uren: het ergste van zes delen van de week, dus toeval hielp mee.',
    annual: 'Gebeurtenissen met een frequentie',
    conditional: 'Gegeven dat het gebeurt: geen frequentie, in geen jaarcijfer',
    years: 'Jaren die in hun geheel zijn doorgerekend: geen gebeurtenis, geen klasse',
    yearly: 'Extra niet op tijd bereikt',
    annualYears: 'Jaren',
    perYear: 'per jaar [95 %]',
    calm: 'Jaren zonder',
    begin: 'Begin van de gebeurtenissen',
    any_hour: 'elk uur van de week even vaak, voor elke dreiging dezelfde trekking',
    year: 'elk moment van een jaar',
    scenario: 'zoals het scenario zegt',
    model: (day: string) => `De invoer geeft de stand van zaken van ${day}`,
    age: (days: string) => `: ${days} dagen oud`,
    undated: 'De invoer heeft geen dag: haar leeftijd is onbekend.',
    threat: 'Dreiging',
    level: 'Niveau',
    classShares: 'Kans op I1 tot I5',
    judgedBy: 'eerste regel: de criteria van dit rapport',
    other: (name: string) =>
      `Onder andere criteria („${name}”): rijen met een andere klasse of een ander niveau, hier → daar`,
    agree: (name: string) => `Onder de criteria „${name}” houdt elke rij haar klassekansen en niveau.`,
  },
  en: {
    intro:
      'Everything is the increase over the same hours without the threat. A dash: so few replications cannot ' +
      'carry it (P95 wants 59, P99 299). None of n is an upper bound, never “cannot happen”.',
    worst: 'Worst hours: the worst of six parts of the week, so chance has helped.',
    annual: 'Events with a frequency',
    conditional: 'Given that it happens: no frequency, in no annual figure',
    years: 'Years that were simulated whole: no event, no class',
    yearly: 'Extra not reached in time',
    annualYears: 'Years',
    perYear: 'a year [95 %]',
    calm: 'Years without',
    begin: 'Onset of the events',
    any_hour: 'every hour of the week as often, the same draws for every threat',
    year: 'any time of a year',
    scenario: 'as the scenario says',
    model: (day: string) => `The input has the state of affairs of ${day}`,
    age: (days: string) => `: ${days} days old`,
    undated: 'The input has no day: its age is not known.',
    threat: 'Threat',
    level: 'Level',
    classShares: 'Probability of I1 to I5',
    judgedBy: 'first line: the criteria of this report',
    other: (name: string) => `Under other criteria (“${name}”): rows with another class or level, here → there`,
    agree: (name: string) => `Under the criteria “${name}” every row keeps its class shares and level.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

function each(texts: string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) === index);
}

/** When the events begin, and how old the input is. */
function Background({rows, say}: {rows: Row[]; say: Words}) {
  const numbers = useNumbers();
  const language = useLanguage();
  const rules = each(rows.map(({onset_rule}) => onset_rule));
  const ofRule = (rule: string) =>
    rule === '' ? say.scenario : rule === 'any_hour' || rule === 'year' ? say[rule] : rule;
  const namesOf = (rule: string) =>
    each(rows.filter(row => row.onset_rule === rule).map(row => nameOf(row, language))).join(', ');
  const age = ({basis}: Row) =>
    basis.model_as_of === null
      ? say.undated
      : say.model(basis.model_as_of) +
        (basis.model_age_days === null ? '' : say.age(numbers.count(basis.model_age_days))) +
        '.';
  return (
    <p>
      {say.begin}: {rules.map(rule => ofRule(rule) + (rules.length > 1 ? ` (${namesOf(rule)})` : '')).join('; ')}.{' '}
      {each(rows.map(age)).join(' ')}
    </p>
  );
}

type Disagreement = NonNullable<Report['table']['other_criteria']>['disagreements'][number];

/** Which rows hang on the bounds. */
function OtherCriteria({report, say}: {report: Report; say: Words}) {
  const level = useWords(levelWords);
  const numbers = useNumbers();
  const other = report.table.other_criteria;
  if (!other) return null;
  const shares = (classes: number[]) => classes.map(one => numbers.share(one)).join(' · ');
  const word = (one: Level | null) => (one ? level[one] : dash);
  const columns: Column<Disagreement>[] = [
    {
      key: 'row',
      head: say.threat,
      heading: true,
      value: one => one.row,
      show: one => (
        <>
          {one.row}
          <small>{one.package}</small>
        </>
      ),
    },
    {
      key: 'classes',
      head: say.classShares,
      under: say.judgedBy,
      value: one => one.classes.map(shares).join('; '),
      show: one => (
        <>
          {shares(one.classes[0])}
          <br />
          {shares(one.classes[1])}
        </>
      ),
    },
    {key: 'level', head: say.level, value: one => one.level.map(word).join(' → ')},
  ];
  return other.disagreements.length === 0 ? (
    <p>{say.agree(other.name)}</p>
  ) : (
    <DataTable
      caption={say.other(other.name)}
      columns={columns}
      rows={other.disagreements}
      id={one => `${one.row} ${one.package}`}
    />
  );
}

function Rows({report, annual, caption}: {report: Report; annual: boolean; caption: string}) {
  const rows = annual ? report.table.annual : report.table.conditional.filter(row => !isYears(row));
  const columns = useImpactColumns(rows, annual, report.audience);
  const file = annual ? 'impact-annual.csv' : 'impact-conditional.csv';
  return rows.length === 0 ? null : (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      id={rowId}
      csv={{file, head: headOfCsv(report), fields: rowColumns}}
      wide
    />
  );
}

/** What a year has: a number of it, and how often it is none. */
function Years({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const language = useLanguage();
  const rows = report.table.conditional.filter(isYears);
  const columns: Column<Row>[] = [
    {key: 'row', head: say.annualYears, heading: true, value: row => nameOf(row, language)},
    {key: 'n', head: 'n', numeric: true, value: row => row.n, show: row => numbers.count(row.n)},
    {
      key: 'lost',
      head: say.yearly,
      under: say.perYear,
      numeric: true,
      value: row => headline(row).value,
      show: row => numbers.interval(headline(row)),
    },
    {
      key: 'calm',
      head: say.calm,
      numeric: true,
      value: row => row.n - row.any_loss.hits,
      show: row => `${numbers.count(row.n - row.any_loss.hits)}/${numbers.count(row.n)}`,
    },
  ];
  return rows.length === 0 ? null : <DataTable caption={say.years} columns={columns} rows={rows} id={rowId} />;
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  return (
    <>
      <p>
        {say.intro}
        {report.audience === 'analist' && ` ${say.worst}`}
      </p>
      <Background rows={rowsOf(report)} say={say} />
      <Rows report={report} annual caption={say.annual} />
      <Rows report={report} annual={false} caption={say.conditional} />
      <Years report={report} say={say} />
      <OtherCriteria report={report} say={say} />
    </>
  );
}

export const impact: Section = {
  id: 'impact',
  title: {nl: 'Impacttabel', en: 'Impact table'},
  applies: report => rowsOf(report).length > 0 && kindOf(report) !== 'nothing',
  Body,
};
