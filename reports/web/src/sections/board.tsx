import type {Incidence, Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers, type Numbers} from '../numbers';
import {FirstScreen} from '../board/first_screen';
import {kindOf, presentRows} from '../board/kinds';
import {useSpoken} from '../board/spoken';
import {ClassBar} from '../parts/class_bar';
import {classText} from '../parts/class_bounds';
import {rowFields, shareFields} from '../parts/csv_fields';
import {DataTable, type Column} from '../parts/data_table';
import {headOfCsv} from '../parts/head_of_csv';
import {isRaised, levelWords, raisedSign} from '../parts/levels';
import {packageName, packageWords, packagesOf} from '../parts/packages';
import {RowName, nameOf} from '../parts/row_name';
import {asTheyStand, headline, isYears, rowId, rowsOf, sameEvent} from '../parts/rows';
import type {Section} from '../section';

/** Half an hour after the loss, as texts. */
interface LossShares {
  name: string;
  intake: string;
  dispatch: string;
  repaired: string;
  nobody: string;
}

const words = inBoth({
  nl: {
    annual: (lost: string, none: string) =>
      `Onopzettelijk: door alle gebeurtenissen met een frequentie samen worden per jaar ${lost} extra niet op ` +
      `tijd bereikt; de kans op een jaar waarin het niemand is, is ${none}.`,
    onceIn: (years: string) => `eens in de ${years} jaar`,
    timesAYear: (times: string) => `${times} keer per jaar`,
    deliberate: (name: string, lost: string, often: string) =>
      `Opzettelijk: hoe vaak is niet vastgesteld. Gebeurt „${name}”, dan worden ${lost} extra niet op tijd ` +
      `bereikt; ${often} weegt dat evenveel als al het onopzettelijke samen.`,
    noTotal:
      'Alleen rijen met een andere duur, instelling of een ander plan hebben een frequentie; daarom is er geen ' +
      'jaarcijfer.',
    takeover: ({name, intake, dispatch, repaired, nobody}: LossShares) =>
      `Van wat meldkamers bij „${name}” niet meer kunnen aannemen, wordt na 30 minuten ${intake} elders aangenomen` +
      `${dispatch && ` (uitgifte ${dispatch})`}, was ${repaired} eerst hersteld en is ${nobody} nog van niemand.`,
    onlyDispatch: (name: string, dispatch: string) =>
      `Van wat meldkamers bij „${name}” niet meer kunnen uitgeven, gebeurt dat na 30 minuten voor ${dispatch} elders.`,
    firstSwitch: (share: string, of: string) => ` De eerste schakeling mislukt in ${share} van ${of}.`,
    brackets: 'Tussen haken staat het 95%-interval.',
    lost: (minutes: string) =>
      `Niet op tijd bereikt: een echte beller die binnen ${minutes} na zijn eerste poging geen centralist van de ` +
      'juiste discipline sprak.',
    bounds: (bounds: string) =>
      `I1 tot I5 zijn de impactklassen; naar het aantal mensen dat extra niet op tijd bereikt wordt: ${bounds}.`,
    raised: (sign: string) =>
      `${sign} Hoger dan het vak van de gemiddelde klasse in de matrix: zo veel gebeurtenissen vallen in een hogere klasse.`,
    classes: 'Kans per impactklasse, en risiconiveau vóór en na maatregelen',
    threat: 'Dreiging',
    bar: 'Kans per klasse',
    level: 'Niveau',
    status: 'Waar dit op steunt',
    assumed: (assumed: string, all: string, share: string) =>
      `${assumed} van de ${all} invoergetallen (${share}) zijn aanname. Aanname zijn ook de klassegrenzen, de ` +
      'matrix, de F-N-lijn, de waarschijnlijkheid van opzettelijke dreigingen en de mandaten.',
    adopted: (name: string, version: string, by: string, date: string) =>
      `Criteria: ${name} ${version}, vastgesteld door ${by} op ${date}.`,
    concept: (name: string, version: string) =>
      `Criteria: ${name} ${version}, status concept: door niemand vastgesteld.`,
    chance: 'De intervallen zijn van toeval alleen: de invoer is niet over zijn bandbreedte getrokken.',
    both:
      'De intervallen van gemiddelden en jaarsommen zijn van toeval en van de invoer over zijn bandbreedte ' +
      'samen; klassekansen, percentielen en curven zijn over alle trekkingen samen, met intervallen van toeval ' +
      'alleen.',
    yearToo: 'Die van een jaar bevatten ook de frequentie, getrokken over haar klasse.',
    yearByChance: (interval: string) => `Van toeval alleen is het jaarcijfer ${interval}.`,
    incomplete: (count: string) => `${count} replicaties zijn mislukt en tellen niet mee.`,
    partial: (done: string, asked: string, without: string, rows: string) =>
      `Onvolledig: ${done} van de ${asked} gevraagde replicaties zijn er; ${without} van de ${rows} rijen ` +
      'hebben er geen.',
    truncated: (count: string) =>
      `In ${count === '1' ? '1 gebeurtenis' : `${count} gebeurtenissen`} is het venster afgekapt: wat daar geteld is, is ` +
      'een ondergrens.',
    lateReturn: (count: string) =>
      `In ${count === '1' ? '1 gebeurtenis' : `${count} gebeurtenissen`} waren de oproepen aan het eind niet terug: de terugkeer is later.`,
    noFrequency: 'geen frequentie',
    heaviest: (some: string, all: string) =>
      `De ${some} van de ${all} waarbij per keer de meeste bellers niet op tijd bereikt worden; alle staan in de impacttabel.`,
  },
  en: {
    annual: (lost: string, none: string) =>
      `Unintentional: through all events with a frequency together ${lost} more a year are not reached in time; ` +
      `the probability of a year in which it is nobody is ${none}.`,
    onceIn: (years: string) => `once in ${years} years`,
    timesAYear: (times: string) => `${times} times a year`,
    deliberate: (name: string, lost: string, often: string) =>
      `Deliberate: how often is not established. When “${name}” happens, ${lost} more are not reached in time; ` +
      `${often} that weighs as much as everything unintentional together.`,
    noTotal: 'Only rows of other durations, settings or plans have a frequency; therefore there is no annual figure.',
    takeover: ({name, intake, dispatch, repaired, nobody}: LossShares) =>
      `Of what meldkamers cannot take in any more in “${name}”, ${intake} is answered elsewhere after 30 minutes` +
      `${dispatch && ` (dispatch ${dispatch})`}, ${repaired} was repaired first and ${nobody} is nobody's yet.`,
    onlyDispatch: (name: string, dispatch: string) =>
      `Of what meldkamers cannot dispatch any more in “${name}”, ${dispatch} is dispatched elsewhere after 30 minutes.`,
    firstSwitch: (share: string, of: string) => ` The first switch fails in ${share} of ${of}.`,
    brackets: 'Between brackets stands the 95 % interval.',
    lost: (minutes: string) =>
      'Not reached in time (lost): a caller in need of help who has not spoken to a call-taker of the right discipline ' +
      `within ${minutes} of the first attempt.`,
    bounds: (bounds: string) =>
      `I1 to I5 are the impact classes; by the number of people more who are not reached in time: ${bounds}.`,
    raised: (sign: string) =>
      `${sign} Above the cell of the mean class in the matrix: so many events fall into a higher class.`,
    classes: 'Probability of each impact class, and risk level before and after measures',
    threat: 'Threat',
    bar: 'Probability of classes',
    level: 'Level',
    status: 'What this stands on',
    assumed: (assumed: string, all: string, share: string) =>
      `${assumed} of ${all} inputs (${share}) are assumed (aanname). Also assumed: class bounds, matrix, F-N ` +
      'line, likelihood of deliberate threats, mandates.',
    adopted: (name: string, version: string, by: string, date: string) =>
      `Criteria: ${name} ${version}, adopted by ${by} on ${date}.`,
    concept: (name: string, version: string) => `Criteria: ${name} ${version}, status concept: adopted by nobody.`,
    chance: 'The intervals are of chance only: the inputs were not drawn over their ranges.',
    both:
      'The intervals of means and sums of a year are of chance and of the inputs over their ranges together; ' +
      'class probabilities, percentiles and curves are over all draws together, with intervals of chance only.',
    yearToo: 'Those of a year hold the frequency too, drawn over its class.',
    yearByChance: (interval: string) => `By chance alone the figure of a year is ${interval}.`,
    incomplete: (count: string) => `${count} replications failed and are not counted.`,
    partial: (done: string, asked: string, without: string, rows: string) =>
      `Partial: ${done} of ${asked} replications asked for are there; ${without} of ${rows} rows have none.`,
    truncated: (count: string) =>
      `In ${count === '1' ? '1 event' : `${count} events`} the window was cut off: counts there are lower bounds.`,
    lateReturn: (count: string) =>
      `In ${count === '1' ? '1 event' : `${count} events`} the calls were not home at the end: the return is later.`,
    noFrequency: 'no frequency',
    heaviest: (some: string, all: string) =>
      `The ${some} of ${all} that lose most callers each time; all of them stand in the impact table.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

function Body({report}: {report: Report}) {
  const say = useWords(words);
  return (
    <>
      <FirstScreen report={report}>
        <Answer report={report} say={say} />
      </FirstScreen>
      <ClassesAndLevels report={report} say={say} />
      <h3>{say.status}</h3>
      <Standing report={report} say={say} />
    </>
  );
}

/** A year; what is deliberate; whether the takeover holds. Each states a result, and stands there when there is one. */
function Answer({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const spoken = useSpoken();
  const language = useLanguage();
  const rows = presentRows(report);
  const total = report.table.totals.find(one => one.package === 'current');
  const deliberate = heaviestDeliberate(rows);
  const lines = [
    total && say.annual(spoken.people(total.lost_callers_per_year), numbers.share(total.year_without_loss)),
    !total && report.table.without_total?.length && say.noTotal,
    deliberate &&
      say.deliberate(
        nameOf(deliberate, language),
        spoken.people(headline(deliberate)),
        howOften(deliberate.as_much_as_all_per_year ?? 1, say, numbers),
      ),
    takeoverText(rows, say, numbers, language),
  ].filter((line): line is string => !!line);
  return (
    <>
      {lines.length > 0 && (
        <ul class="answer">
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <small>
          {say.brackets} {say.lost(numbers.time(report.table.criteria.lost_after_s))}
        </small>
      </p>
    </>
  );
}

/** Nobody says "once in 0.1 years". */
const howOften = (perYear: number, say: Words, numbers: Numbers) =>
  perYear > 1 ? say.timesAYear(numbers.count(perYear)) : say.onceIn(numbers.count(1 / perYear));

/** Of the deliberate threats without a frequency, the one that weighs as much as the rest most rarely. */
function heaviestDeliberate(rows: Row[]): Row | undefined {
  const unknown = rows.filter(row => row.actors && row.as_much_as_all_per_year !== null);
  return unknown.sort((a, b) => (a.as_much_as_all_per_year ?? 0) - (b.as_much_as_all_per_year ?? 0))[0];
}

const afterHalfAnHour = (losses: Incidence[]) => losses.find(one => one.after_s === 1800);

/** The row of whose losses most is nobody's after half an hour. */
function leastTakenOver(rows: Row[], losses: (row: Row) => Incidence[]): Row | undefined {
  const nobody = (row: Row) => afterHalfAnHour(losses(row))?.nobody_yet.value ?? 0;
  return rows.filter(row => losses(row).length > 0).sort((a, b) => nobody(b) - nobody(a))[0];
}

/** Nothing where no meldkamer lost what another one can take over. */
function takeoverText(rows: Row[], say: Words, numbers: Numbers, language: Report['language']): string {
  const half = afterHalfAnHour;
  const worst = leastTakenOver(rows, row => row.intake_losses);
  const intake = worst && half(worst.intake_losses);
  if (!worst || !intake) {
    const dispatch = leastTakenOver(rows, row => row.dispatch_losses);
    const share = dispatch && half(dispatch.dispatch_losses)?.answered_elsewhere.value;
    return dispatch ? say.onlyDispatch(nameOf(dispatch, language), numbers.share(share ?? null)) : '';
  }
  const {first_switch_fails: fails} = worst;
  const dispatched = half(worst.dispatch_losses)?.answered_elsewhere.value;
  const shares = say.takeover({
    name: nameOf(worst, language),
    intake: numbers.share(intake.answered_elsewhere.value),
    dispatch: dispatched == null ? '' : numbers.share(dispatched),
    repaired: numbers.share(intake.repaired_first.value),
    nobody: numbers.share(intake.nobody_yet.value),
  });
  const bound = fails.hits === 0 || fails.hits === fails.of;
  const said = bound ? numbers.chance(fails) : numbers.proportion(fails);
  return fails.of === 0 ? shares : shares + say.firstSwitch(said, numbers.count(fails.of));
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
  // History has no class: it happened. A year has none: it is no event.
  const all = asTheyStand(rowsOf(report)).filter(
    row => row.package !== 'inherent' && row.role !== 'history' && !isYears(row),
  );
  const current = all.filter(row => row.package === 'current');
  const rows = current.length > most ? heaviest(current) : current;
  if (rows.length === 0 || kindOf(report) === 'nothing') return null;
  const ofPackage = (row: Row, name: string) => all.find(one => sameEvent(one, row) && one.package === name);
  const levelOf = (row: Row, name: string): string | null => ofPackage(row, name)?.year?.level ?? null;
  const signOf = (row: Row, name: string): string => {
    const of = ofPackage(row, name);
    return of && isRaised(report, of) ? ` ${raisedSign}` : '';
  };
  const lostBounds = report.bounds.impact['lost_callers'] ?? [];
  const columns: Column<Row>[] = [
    {
      key: 'row',
      head: say.threat,
      heading: true,
      value: row => nameOf(row, language),
      show: row => <RowName row={row} />,
      fields: [{key: 'name', value: row => nameOf(row, language)}, ...rowFields, {key: 'n', value: row => row.n}],
    },
    {
      key: 'classes',
      head: say.bar,
      value: row => row.classes.map(one => numbers.chance(one)).join(' '),
      show: row => (
        <>
          <ClassBar classes={row.classes} />
          <small>{classesText(row, numbers)}</small>
        </>
      ),
      fields: [0, 1, 2, 3, 4].flatMap(index => shareFields<Row>(`class_i${index + 1}`, row => row.classes[index])),
    },
    ...packagesOf(all).map((name): Column<Row> => ({
      key: `level_${name}`,
      head: say.level,
      under: packageName(name, names),
      value: row => levelOf(row, name),
      show: row =>
        row.year ? (level[levelOf(row, name) as keyof typeof level] ?? dash) + signOf(row, name) : say.noFrequency,
    })),
  ];
  return (
    <>
      <DataTable
        caption={say.classes}
        columns={columns}
        rows={rows}
        id={rowId}
        csv={{file: 'classes.csv', head: headOfCsv(report)}}
      />
      <p>
        <small>
          {lostBounds.length > 0 &&
            say.bounds(
              [0, 1, 2, 3, 4]
                .map(index => `I${index + 1} ${classText(lostBounds, index, value => numbers.count(value))}`)
                .join(', '),
            )}{' '}
          {packagesOf(all).some(name => rows.some(row => signOf(row, name))) && say.raised(raisedSign)}
        </small>
      </p>
      {rows.length < current.length && (
        <p>
          <small>{say.heaviest(numbers.count(rows.length), numbers.count(current.length))}</small>
        </p>
      )}
    </>
  );
}

function Standing({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const {criteria} = report.table;
  const rows = rowsOf(report);
  const most = [...rows].sort((a, b) => b.basis.parameters_assumed - a.basis.parameters_assumed)[0]?.basis;
  const total = report.table.totals.find(one => one.package === 'current');
  const failed = rows.reduce((sum, row) => sum + row.failed, 0);
  const {extent} = report.table;
  const truncated = rows.reduce((sum, row) => sum + row.truncated, 0);
  const lateReturn = rows.reduce((sum, row) => sum + row.late_return, 0);
  return (
    <ul>
      {most && (
        <li>
          {say.assumed(
            numbers.count(most.parameters_assumed),
            numbers.count(most.parameters),
            numbers.share(most.parameters_assumed / most.parameters),
          )}
        </li>
      )}
      <li>
        {criteria.status === 'concept'
          ? say.concept(criteria.name, criteria.version)
          : say.adopted(criteria.name, criteria.version, criteria.vastgesteld_door, criteria.datum)}
      </li>
      <li>
        {rows.some(row => row.uncertainty) ? say.both : say.chance}
        {report.table.annual.length > 0 && ` ${say.yearToo}`}
        {total && ` ${say.yearByChance(numbers.interval(total.of_which_chance))}`}
      </li>
      {extent.partial && (
        <li>
          {say.partial(
            numbers.count(extent.replications),
            numbers.count(extent.replications_asked),
            numbers.count(extent.rows_without),
            numbers.count(extent.rows),
          )}
        </li>
      )}
      {failed > 0 && <li>{say.incomplete(numbers.count(failed))}</li>}
      {truncated > 0 && <li>{say.truncated(numbers.count(truncated))}</li>}
      {lateReturn > 0 && <li>{say.lateReturn(numbers.count(lateReturn))}</li>}
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
