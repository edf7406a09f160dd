import type {Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers, type Numbers} from '../numbers';
import {ClassBar} from '../parts/class_bar';
import {DataTable, type Column} from '../parts/data_table';
import {headOfCsv} from '../parts/head_of_csv';
import {levelWords} from '../parts/levels';
import {packageName, packageWords, packagesOf} from '../parts/packages';
import {RowName, nameOf} from '../parts/row_name';
import {asTheyStand, headline, rowId, rowsOf, sameEvent} from '../parts/rows';
import type {Section} from '../section';

const words = inBoth({
  nl: {
    question: 'De vraag',
    asked: 'Als dit uitvalt of wordt aangevallen: hoeveel 112-melders gaan daardoor verloren, voor hoe lang, en houdt de overname stand?',
    answer: 'Het antwoord',
    worst: (count: string, name: string, lost: string) =>
      `Van ${count} doorgerekende dreigingen en scenario's gaan bij „${name}” de meeste melders verloren: gemiddeld ${lost} extra verloren melders per keer, met de huidige maatregelen.`,
    annual: (lost: string, none: string) =>
      `Door alle gebeurtenissen met een frequentie samen gaan per jaar ${lost} extra melders verloren; de kans op een jaar zonder extra verloren melder is ${none}.`,
    noTotal: 'Alleen rijen met een andere duur, instelling of een ander plan hebben een frequentie; daarom is er geen jaarcijfer.',
    noAnnual: 'Geen ervan heeft een frequentie; er is daarom geen jaarcijfer.',
    measure: (name: string, by: string) => `Het pakket „${name}” verandert het aantal verloren melders per jaar met ${by}.`,
    measureEvent: (name: string, by: string) => `Het pakket „${name}” verandert het aantal verloren melders, opgeteld over één keer elk, met ${by}.`,
    takeover: (fails: string) => `Waar tot overname werd besloten, faalde zij in ${fails} van de gevallen.`,
    noTakeover: 'In geen ervan werd tot overname besloten.',
    brackets: 'Tussen haken staat het 95%-interval.',
    lost: (minutes: string) => `Verloren: een melder met hulpvraag die binnen ${minutes} na zijn eerste poging geen centralist van de juiste discipline sprak.`,
    classes: 'Kans per impactklasse, en risiconiveau vóór en na maatregelen',
    threat: 'Dreiging', bar: 'Kans per klasse', level: 'Niveau', status: 'Waar dit op steunt',
    assumed: (assumed: string, all: string, share: string) =>
      `${assumed} van de ${all} invoergetallen (${share}) zijn aanname. Aanname zijn ook de klassegrenzen, de matrix, de F-N-lijn, de waarschijnlijkheid van opzettelijke dreigingen en de mandaten.`,
    adopted: (name: string, version: string, by: string, date: string) => `Criteria: ${name} ${version}, vastgesteld door ${by} op ${date}.`,
    concept: (name: string, version: string) => `Criteria: ${name} ${version}, status concept: door niemand vastgesteld.`,
    chance: 'De intervallen zijn van toeval alleen: de invoer is niet over zijn bandbreedte getrokken.',
    both: 'De intervallen van gemiddelden en jaarsommen zijn van toeval en van de invoer over zijn bandbreedte samen; klassekansen, percentielen en curven zijn over alle trekkingen samen, met intervallen van toeval alleen.',
    incomplete: (count: string) => `${count} replicaties zijn mislukt en tellen niet mee.`,
    partial: (done: string, asked: string, without: string, rows: string) => `Onvolledig: ${done} van de ${asked} gevraagde replicaties zijn er; ${without} van de ${rows} rijen hebben er geen.`,
    truncated: (count: string) => `In ${count} gebeurtenissen is het venster afgekapt: hun aantallen zijn een ondergrens.`,
    noFrequency: 'geen frequentie',
    heaviest: (some: string, all: string) => `De ${some} van de ${all} waarbij per keer de meeste melders verloren gaan; alle staan in de impacttabel.`,
  },
  en: {
    question: 'The question',
    asked: 'If this fails, or is attacked: how many 112 callers are lost because of it, for how long, and does the takeover hold?',
    answer: 'The answer',
    worst: (count: string, name: string, lost: string) =>
      `Of ${count} threats and scenarios that were simulated “${name}” costs most callers: ${lost} extra lost callers each time, on average, with present measures.`,
    annual: (lost: string, none: string) =>
      `Through all events with a frequency together ${lost} extra callers a year are lost; the probability of a year without an extra lost caller is ${none}.`,
    noTotal: 'Only rows of other durations, settings or plans have a frequency; therefore there is no annual figure.',
    noAnnual: 'None of them has a frequency; therefore there is no annual figure.',
    measure: (name: string, by: string) => `The package “${name}” changes the number of lost callers a year by ${by}.`,
    measureEvent: (name: string, by: string) => `The package “${name}” changes the number of lost callers, summed over each happening once, by ${by}.`,
    takeover: (fails: string) => `Where a takeover was decided, it failed in ${fails} of the cases.`,
    noTakeover: 'In none of them a takeover was decided.',
    brackets: 'Between brackets stands the 95 % interval.',
    lost: (minutes: string) => `Lost: a caller in need of help who has not spoken to a call-taker of the right discipline within ${minutes} of the first attempt.`,
    classes: 'Probability of each impact class, and risk level before and after measures',
    threat: 'Threat', bar: 'Probability of classes', level: 'Level', status: 'What this stands on',
    assumed: (assumed: string, all: string, share: string) =>
      `${assumed} of ${all} inputs (${share}) are assumed (aanname). Also assumed: class bounds, matrix, F-N line, likelihood of deliberate threats, mandates.`,
    adopted: (name: string, version: string, by: string, date: string) => `Criteria: ${name} ${version}, adopted by ${by} on ${date}.`,
    concept: (name: string, version: string) => `Criteria: ${name} ${version}, status concept: adopted by nobody.`,
    chance: 'The intervals are of chance only: the inputs were not drawn over their ranges.',
    both: 'The intervals of means and sums of a year are of chance and of the inputs over their ranges together; class probabilities, percentiles and curves are over all draws together, with intervals of chance only.',
    incomplete: (count: string) => `${count} replications failed and are not counted.`,
    partial: (done: string, asked: string, without: string, rows: string) => `Partial: ${done} of ${asked} replications asked for are there; ${without} of ${rows} rows have none.`,
    truncated: (count: string) => `In ${count} events the window was cut off: their counts are lower bounds.`,
    noFrequency: 'no frequency',
    heaviest: (some: string, all: string) => `The ${some} of ${all} that lose most callers each time; all of them stand in the impact table.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

function Body({report}: {report: Report}) {
  const say = useWords(words);
  return (
    <>
      <h3>{say.question}</h3>
      <p>{say.asked}</p>
      <h3>{say.answer}</h3>
      <Answer report={report} say={say} />
      <ClassesAndLevels report={report} say={say} />
      <h3>{say.status}</h3>
      <Standing report={report} say={say} />
    </>
  );
}

/** Three sentences; each states a result. */
function Answer({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const language = useLanguage();
  const rows = asTheyStand(rowsOf(report)).filter(row => row.package === 'current');
  const worst = [...rows].sort((a, b) => (headline(b).value ?? 0) - (headline(a).value ?? 0))[0];
  const total = report.table.totals.find(one => one.package === 'current');
  return (
    <>
      <ol class="answer">
        {worst && <li>{say.worst(numbers.count(rows.length), nameOf(worst, language), numbers.interval(headline(worst)))}</li>}
        <li>{total ? say.annual(numbers.interval(total.lost_callers_per_year), numbers.share(total.year_without_loss)) : report.table.without_total?.length ? say.noTotal : say.noAnnual}</li>
        <li><OfMeasures report={report} rows={rows} say={say} /></li>
      </ol>
      <p><small>{say.brackets} {say.lost(numbers.time(report.table.criteria.lost_after_s))}</small></p>
    </>
  );
}

/** What the package that changes most changes; without packages, how takeovers went. */
function OfMeasures({report, rows, say}: {report: Report; rows: Row[]; say: Words}) {
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const best = report.measures.packages[0];
  if (best) {
    const yearly = best.lost_callers_per_year.value !== null;
    const by = yearly ? best.lost_callers_per_year : best.lost_callers;
    return <>{(yearly ? say.measure : say.measureEvent)(packageName(best.package, names), numbers.interval(by))}</>;
  }
  const [hits, of] = [0, 1].map(which => rows.reduce((sum, row) => sum + (which ? row.takeover_fails.of : row.takeover_fails.hits), 0));
  return <>{of ? say.takeover(`${numbers.share((hits ?? 0) / of)} (${hits}/${of})`) : say.noTakeover}</>;
}

/** More rows than this do not fit the first sheet of paper. */
const most = 7;

/** Those that lose most callers, in the order of the table. */
function heaviest(rows: Row[]): Row[] {
  const least = rows.map(row => headline(row).value ?? 0).sort((a, b) => b - a)[most - 1] ?? 0;
  return rows.filter(row => (headline(row).value ?? 0) >= least).slice(0, most);
}

function ClassesAndLevels({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const language = useLanguage();
  const level = useWords(levelWords);
  const names = useWords(packageWords);
  const all = asTheyStand(rowsOf(report)).filter(row => row.package !== 'inherent');
  const current = all.filter(row => row.package === 'current');
  const rows = current.length > most ? heaviest(current) : current;
  const levelOf = (row: Row, name: string): string | null => all.find(one => sameEvent(one, row) && one.package === name)?.year?.level ?? null;
  const columns: Column<Row>[] = [
    {key: 'row', head: say.threat, heading: true, value: row => nameOf(row, language), show: row => <RowName row={row} />},
    {key: 'classes', head: say.bar, value: row => row.classes.map(one => numbers.chance(one)).join(' '),
      show: row => <><ClassBar classes={row.classes} /><small>{classesText(row, numbers)}</small></>},
    ...packagesOf(all).map((name): Column<Row> => ({
      key: `level_${name}`, head: say.level, under: packageName(name, names), value: row => levelOf(row, name),
      show: row => (row.year ? level[levelOf(row, name) as keyof typeof level] ?? dash : say.noFrequency),
    })),
  ];
  return (
    <>
      <DataTable caption={say.classes} columns={columns} rows={rows} id={rowId} csv={{file: 'classes.csv', head: headOfCsv(report)}} />
      {rows.length < current.length && <p><small>{say.heaviest(numbers.count(rows.length), numbers.count(current.length))}</small></p>}
    </>
  );
}

function Standing({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const {criteria} = report.table;
  const rows = rowsOf(report);
  const most = [...rows].sort((a, b) => b.basis.parameters_assumed - a.basis.parameters_assumed)[0]?.basis;
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  const {extent} = report.table;
  const truncated = rows.reduce((sum, row) => sum + row.truncated, 0);
  return (
    <ul>
      {most && <li>{say.assumed(numbers.count(most.parameters_assumed), numbers.count(most.parameters), numbers.share(most.parameters_assumed / most.parameters))}</li>}
      <li>{criteria.status === 'concept' ? say.concept(criteria.name, criteria.version)
        : say.adopted(criteria.name, criteria.version, criteria.vastgesteld_door, criteria.datum)}</li>
      <li>{rows.some(row => row.uncertainty) ? say.both : say.chance}</li>
      {extent.partial && <li>{say.partial(numbers.count(extent.replications), numbers.count(extent.replications_asked), numbers.count(extent.rows_without), numbers.count(extent.rows))}</li>}
      {failed > 0 && <li>{say.incomplete(numbers.count(failed))}</li>}
      {truncated > 0 && <li>{say.truncated(numbers.count(truncated))}</li>}
    </ul>
  );
}

function classesText(row: Row, numbers: Numbers): string {
  return row.classes.map((one, index) => `I${index + 1}\u00a0${numbers.chance(one)}`).join(' · ');
}

export const board: Section = {
  id: 'board',
  title: {nl: 'Samenvatting voor het bestuur', en: 'Summary for the board'},
  applies: () => true,
  Body,
};
