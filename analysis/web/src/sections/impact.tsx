import type {Level, Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers, type Numbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {headOfCsv} from '../parts/head_of_csv';
import {levelWords} from '../parts/levels';
import {RowName, nameOf} from '../parts/row_name';
import {headline, rowId} from '../parts/rows';
import type {Section} from '../section';

const words = inBoth({
  nl: {
    intro: 'Alles is de toename ten opzichte van dezelfde uren zonder de dreiging. Een streepje: zo weinig replicaties dragen het niet (P95 vraagt er 59, P99 299). Nul van n is een bovengrens, nooit „kan niet”.',
    annual: 'Gebeurtenissen met een frequentie', conditional: 'Gegeven dat het gebeurt: geen frequentie, in geen jaarcijfer',
    threat: 'Dreiging', n: 'n', mean: 'Extra verloren melders', perEvent: 'per gebeurtenis [95\u00a0%]',
    recover: 'Dienst terug', fails: 'Overname faalt', year: 'Per jaar', lostPerYear: 'verloren melders [95\u00a0%]', level: 'Niveau',
    truncated: 'Afgekapt', capped: (events: string, hours: string) => `${events} afgekapt op ${hours} uur: ondergrens`, assumed: 'Aanname', assumedUnder: 'van de invoergetallen', noDecision: 'geen besluit', classShares: 'Kans op I1 tot I5', judgedBy: 'eerste regel: de criteria van dit rapport',
    other: (name: string) => `Onder andere criteria („${name}”): rijen met een andere klasse of een ander niveau, hier → daar`,
    agree: (name: string) => `Onder de criteria „${name}” houdt elke rij haar klassekansen en niveau.`,
  },
  en: {
    intro: 'Everything is the increase over the same hours without the threat. A dash: so few replications cannot carry it (P95 wants 59, P99 299). None of n is an upper bound, never “cannot happen”.',
    annual: 'Events with a frequency', conditional: 'Given that it happens: no frequency, in no annual figure',
    threat: 'Threat', n: 'n', mean: 'Extra lost callers', perEvent: 'per event [95\u00a0%]',
    recover: 'Service back', fails: 'Takeover fails', year: 'A year', lostPerYear: 'lost callers [95\u00a0%]', level: 'Level',
    truncated: 'Cut off', capped: (events: string, hours: string) => `${events} cut off (afgekapt) at ${hours} h: lower bound`, assumed: 'Assumed', assumedUnder: 'of the inputs', noDecision: 'no decision', classShares: 'Probability of I1 to I5', judgedBy: 'first line: the criteria of this report',
    other: (name: string) => `Under other criteria (“${name}”): rows with another class or level, here → there`,
    agree: (name: string) => `Under the criteria “${name}” every row keeps its class shares and level.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

function columns(rows: Row[], say: Words, numbers: Numbers, language: Report['language']): Column<Row>[] {
  const percentile = (key: 'p50' | 'p90' | 'p95' | 'p99'): Column<Row> => ({
    key: `lost_${key}`, head: key.toUpperCase(), numeric: true, value: row => row.lost_percentiles[key].value,
    show: row => numbers.count(row.lost_percentiles[key].value),
  });
  return [
    {key: 'row', head: say.threat, heading: true, value: row => nameOf(row, language), show: row => <RowName row={row} before={rows[rows.indexOf(row) - 1]} />},
    {key: 'n', head: say.n, numeric: true, value: row => row.n},
    {key: 'lost_callers', head: say.mean, under: say.perEvent, numeric: true, value: row => headline(row).value,
      show: row => numbers.interval(headline(row))},
    percentile('p50'), percentile('p90'), percentile('p95'), percentile('p99'),
    ...[0, 1, 2, 3, 4].map((index): Column<Row> => ({
      key: `class_i${index + 1}`, head: `I${index + 1}`, numeric: true, value: row => row.classes[index]?.share ?? null,
      show: row => { const one = row.classes[index]; return one ? numbers.chance(one) : null; },
    })),
    {key: 'recover_p50_s', head: say.recover, under: 'P50', numeric: true, value: row => row.recover_s.p50.value,
      show: row => numbers.time(row.recover_s.p50.value)},
    {key: 'takeover_fails', head: say.fails, numeric: true, value: row => row.takeover_fails.share,
      show: row => (row.takeover_fails.of === 0 ? say.noDecision : numbers.proportion(row.takeover_fails))},
    {key: 'truncated', head: say.truncated, numeric: true, value: row => row.truncated,
      show: row => <>{row.truncated}/{row.n}{row.capped.after_s !== null && <small>{say.capped(numbers.count(row.capped.events), numbers.count(row.capped.after_s / 3600))}</small>}</>},
    {key: 'assumed', head: say.assumed, under: say.assumedUnder, numeric: true,
      value: row => row.basis.parameters_assumed / row.basis.parameters,
      show: row => numbers.share(row.basis.parameters_assumed / row.basis.parameters)},
  ];
}

function yearColumns(say: Words, numbers: Numbers, level: Record<Level, string>): Column<Row>[] {
  return [
    {key: 'lost_callers_per_year', head: say.year, under: say.lostPerYear, numeric: true,
      value: row => row.year?.lost_callers_per_year.value ?? null,
      show: row => (row.year ? numbers.interval(row.year.lost_callers_per_year) : dash)},
    {key: 'level', head: say.level, value: row => row.year?.level ?? null, show: row => (row.year ? level[row.year.level].replace(' ', '\u00a0') : dash)},
  ];
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
    {key: 'row', head: say.threat, heading: true, value: one => one.row, show: one => <>{one.row}<small>{one.package}</small></>},
    {key: 'classes', head: say.classShares, under: say.judgedBy, value: one => one.classes.map(shares).join('; '),
      show: one => <>{shares(one.classes[0])}<br />{shares(one.classes[1])}</>},
    {key: 'level', head: say.level, value: one => one.level.map(word).join(' → ')},
  ];
  return other.disagreements.length === 0 ? <p>{say.agree(other.name)}</p>
    : <DataTable caption={say.other(other.name)} columns={columns} rows={other.disagreements} id={one => `${one.row} ${one.package}`} />;
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const level = useWords(levelWords);
  const {annual, conditional} = report.table;
  const language = useLanguage();
  const all = columns(annual, say, numbers, language);
  return (
    <>
      <p>{say.intro}</p>
      {annual.length > 0 && (
        <DataTable caption={say.annual} columns={[...all.slice(0, 3), ...yearColumns(say, numbers, level), ...all.slice(3)]} rows={annual} id={rowId}
          csv={{file: 'impact-annual.csv', head: headOfCsv(report)}} />
      )}
      {conditional.length > 0 && (
        <DataTable caption={say.conditional} columns={columns(conditional, say, numbers, language)} rows={conditional} id={rowId}
          csv={{file: 'impact-conditional.csv', head: headOfCsv(report)}} />
      )}
      <OtherCriteria report={report} say={say} />
    </>
  );
}

export const impact: Section = {
  id: 'impact',
  title: {nl: 'Impacttabel', en: 'Impact table'},
  applies: report => report.table.annual.length + report.table.conditional.length > 0,
  Body,
};
