// What the impact table says of a row; its CSV has the columns of ../row_columns.ts.
import type {Audience, Incidence, Interval, Language, Level, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers, type Numbers} from '../numbers';
import type {Column} from '../parts/data_table';
import {levelWords} from '../parts/levels';
import {RowName, nameOf} from '../parts/row_name';
import {decider, headline} from '../parts/rows';

const words = inBoth({
  nl: {
    threat: 'Dreiging',
    n: 'n',
    mean: 'Extra niet op tijd bereikte bellers',
    perEvent: 'per gebeurtenis [95\u00a0%]',
    recover: 'Dienst terug',
    elsewhere: 'Aanname elders na 10/30/60 min',
    elsewhereDispatch: 'Uitgifte elders',
    firstFails: 'Eerste schakeling mislukt',
    year: 'Per jaar',
    lostPerYear: 'niet op tijd bereikte bellers [95\u00a0%]',
    level: 'Niveau',
    noLoss: 'geen uitval',
    noSwitch: 'niet geprobeerd',
    truncated: 'Afgekapt',
    capped: (events: string, hours: string) => `${events} afgekapt op ${hours} uur: ondergrens`,
    assumed: 'Aanname',
    assumedUnder: 'van de invoergetallen',
    decided: 'Beslist door',
    decidedUnder: 'meestal',
    lost_callers: 'niet op tijd bereikte bellers',
    late_help: 'later gealarmeerd',
    late_callers: 'later geholpen',
    unreachable_112: '112 onbereikbaar',
    dispatch_impossible: 'uitgifte onmogelijk',
    wrong_dispatch: 'foute uitgifte',
    recovery: 'hersteltijd',
    none: 'geen',
    likelihood: 'Kansklasse',
    perYear: 'gebeurtenissen per jaar',
    frequency: 'Frequentie',
    incident: 'incident',
    expert: 'expert',
    analyst: 'analist',
    worst: 'Slechtste uren',
    weekday: 'ma–vr',
    weekend: 'weekend',
    hours: (from: number, until: number) => `${from}–${until}\u00a0u`,
    evidence: 'Bekende incidenten',
    known: (all: string, checked: string) => `${all} (${checked} nagegaan)`,
    duration: (basis: string) => `duur: ${basis}`,
    cases: (n: string) => `${n} gevallen`,
  },
  en: {
    threat: 'Threat',
    n: 'n',
    mean: 'Extra lost callers',
    perEvent: 'per event [95\u00a0%]',
    recover: 'Service back',
    elsewhere: 'Intake elsewhere after 10/30/60 min',
    elsewhereDispatch: 'Dispatch elsewhere',
    firstFails: 'First switch fails',
    year: 'A year',
    lostPerYear: 'lost callers [95\u00a0%]',
    level: 'Level',
    noLoss: 'nothing lost',
    noSwitch: 'not tried',
    truncated: 'Cut off',
    capped: (events: string, hours: string) => `${events} cut off (afgekapt) at ${hours} h: lower bound`,
    assumed: 'Assumed',
    assumedUnder: 'of the inputs',
    decided: 'Decided by',
    decidedUnder: 'most often',
    lost_callers: 'lost callers',
    late_help: 'late help',
    late_callers: 'late callers',
    unreachable_112: '112 unreachable',
    dispatch_impossible: 'dispatch impossible',
    wrong_dispatch: 'wrong dispatch',
    recovery: 'time to recover',
    none: 'none',
    likelihood: 'Likelihood',
    perYear: 'events a year',
    frequency: 'Frequency',
    incident: 'incident',
    expert: 'expert',
    analyst: 'analyst',
    worst: 'Worst hours',
    weekday: 'Mon–Fri',
    weekend: 'weekend',
    hours: (from: number, until: number) => `${from}–${until}\u00a0h`,
    evidence: 'Known incidents',
    known: (all: string, checked: string) => `${all} (${checked} checked)`,
    duration: (basis: string) => `duration: ${basis}`,
    cases: (n: string) => `${n} cases`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;
/** What any column needs to say its part. */
interface Context {
  rows: Row[];
  say: Words;
  numbers: Numbers;
  language: Language;
  level: Record<Level, string>;
}

const word = (say: Words, key: string) => (key in say ? ((say as unknown as Record<string, string>)[key] ?? key) : key);

function lossColumns({rows, say, numbers, language}: Context): Column<Row>[] {
  return [
    {
      key: 'row',
      head: say.threat,
      heading: true,
      value: row => nameOf(row, language),
      show: row => <RowName row={row} before={rows[rows.indexOf(row) - 1]} />,
    },
    {
      key: 'n',
      head: say.n,
      numeric: true,
      value: row => row.n,
    },
    {
      key: 'lost_callers',
      head: say.mean,
      under: say.perEvent,
      numeric: true,
      value: row => headline(row).value,
      show: row => numbers.interval(headline(row)),
    },
  ];
}

/** Of the row's own events a year, as its level is: "K3", or "K2-K3" where both have 5 % or more. */
function likelihoodClasses(shares: number[]): string {
  const named = shares.flatMap((share, index) => (share >= 0.05 ? [`K${index + 1}`] : []));
  return [...new Set([named[0], named.at(-1)])].join('-');
}

function yearColumns({say, numbers, level}: Context): Column<Row>[] {
  return [
    {
      key: 'likelihood',
      head: say.likelihood,
      under: say.perYear,
      value: row => row.year?.events_per_year_mean ?? null,
      show: row =>
        row.year && (
          <>
            {likelihoodClasses(row.year.likelihood_classes)}
            <small>
              {row.year.events_per_year.map(value => numbers.rate(value)).join(' – ')};{' '}
              {word(say, row.basis.likelihood_basis)}
            </small>
          </>
        ),
    },
    {
      key: 'lost_callers_per_year',
      head: say.year,
      under: say.lostPerYear,
      numeric: true,
      value: row => row.year?.lost_callers_per_year.value ?? null,
      show: row => (row.year ? numbers.interval(row.year.lost_callers_per_year) : dash),
    },
    {
      key: 'level',
      head: say.level,
      value: row => row.year?.level ?? null,
      show: row => (row.year ? level[row.year.level].replace(' ', '\u00a0') : dash),
    },
  ];
}

function frequencyColumn({say}: Context): Column<Row> {
  return {key: 'no_frequency_because', head: say.frequency, value: row => row.basis.no_frequency_because};
}

function classColumns({say, numbers}: Context): Column<Row>[] {
  const percentile = (key: 'p50' | 'p90' | 'p95' | 'p99'): Column<Row> => ({
    key: `lost_${key}`,
    head: key.toUpperCase(),
    numeric: true,
    value: row => row.lost_percentiles[key].value,
    show: row => numbers.count(row.lost_percentiles[key].value),
  });
  return [
    percentile('p50'),
    percentile('p90'),
    percentile('p95'),
    percentile('p99'),
    ...[0, 1, 2, 3, 4].map((index): Column<Row> => ({
      key: `class_i${index + 1}`,
      head: `I${index + 1}`,
      numeric: true,
      value: row => row.classes[index]?.share ?? null,
      show: row => {
        const one = row.classes[index];
        return one ? numbers.chance(one) : null;
      },
    })),
    {
      key: 'decided_by',
      head: say.decided,
      under: say.decidedUnder,
      value: row => decider(row)?.[0] ?? null,
      show: row => {
        const by = decider(row);
        return by ? (
          <>
            {word(say, by[0])}
            <small>{numbers.share(by[1] / row.n)}</small>
          </>
        ) : (
          dash
        );
      },
    },
  ];
}

/** "P50", and smaller "P95 3.3 h"; what lies beyond the windows is longer than they are. */
function recovery({say, numbers}: Context): Column<Row> {
  const time = ({value}: Interval) => numbers.time(value);
  const half = ({recover_s: {p50, later_than_s}, truncated, n}: Row) =>
    p50.value === null && later_than_s !== null && 2 * truncated >= n ? `> ${numbers.time(later_than_s)}` : time(p50);
  return {
    key: 'recover_p50_s',
    head: say.recover,
    under: 'P50, P95',
    numeric: true,
    value: row => row.recover_s.p50.value ?? row.recover_s.later_than_s,
    show: row => (
      <>
        {half(row)}
        <small>{time(row.recover_s.p95)}</small>
      </>
    ),
  };
}

/** "50 % / 70 % / 75 %" */
const elsewhere = (losses: Incidence[], numbers: Numbers) =>
  losses.map(one => numbers.share(one.answered_elsewhere.value)).join(' / ');

/** A file of before does not say what became of them. */
function lossesOf(row: Row, losses: Incidence[], say: Words, numbers: Numbers): string {
  if (!row.losses_told) return dash;
  return losses.length === 0 ? say.noLoss : elsewhere(losses, numbers);
}

function courseColumns(context: Context): Column<Row>[] {
  const {say, numbers} = context;
  return [
    recovery(context),
    {
      key: 'intake_losses',
      head: say.elsewhere,
      numeric: true,
      value: row => row.intake_losses[1]?.answered_elsewhere.value ?? null,
      show: row => lossesOf(row, row.intake_losses, say, numbers),
    },
    {
      key: 'dispatch_losses',
      head: say.elsewhereDispatch,
      numeric: true,
      value: row => row.dispatch_losses[1]?.answered_elsewhere.value ?? null,
      show: row => lossesOf(row, row.dispatch_losses, say, numbers),
    },
    {
      key: 'first_switch_fails',
      head: say.firstFails,
      numeric: true,
      value: row => row.first_switch_fails.share,
      show: row => (row.first_switch_fails.of === 0 ? say.noSwitch : numbers.proportion(row.first_switch_fails)),
    },
    {
      key: 'truncated',
      head: say.truncated,
      numeric: true,
      value: row => row.truncated,
      show: row => (
        <>
          {row.truncated}/{row.n}
          {row.capped.after_s !== null && (
            <small>{say.capped(numbers.count(row.capped.events), numbers.count(row.capped.after_s / 3600))}</small>
          )}
        </>
      ),
    },
    {
      key: 'assumed',
      head: say.assumed,
      under: say.assumedUnder,
      numeric: true,
      value: row => row.basis.parameters_assumed / row.basis.parameters,
      show: row => numbers.share(row.basis.parameters_assumed / row.basis.parameters),
    },
  ];
}

/** Which hours are worst, and what is known of such events. */
function analystColumns({say, numbers}: Context): Column<Row>[] {
  const hours = ({worst_hours: worst}: Row) =>
    worst ? `${worst.weekend ? say.weekend : say.weekday} ${say.hours(worst.from_hour, worst.until_hour)}` : null;
  const durationOf = ({basis}: Row) =>
    [
      word(say, basis.duration_basis) || dash,
      basis.duration_cases > 0 ? say.cases(numbers.count(basis.duration_cases)) : '',
    ]
      .filter(Boolean)
      .join(', ');
  return [
    {
      key: 'worst_hours',
      head: say.worst,
      under: say.mean,
      numeric: true,
      value: row => row.worst_hours?.lost_callers.value ?? null,
      show: row =>
        row.worst_hours ? (
          <>
            {numbers.interval(row.worst_hours.lost_callers)}
            <small>{hours(row)}</small>
          </>
        ) : (
          dash
        ),
    },
    {
      key: 'incidents',
      head: say.evidence,
      value: row => row.basis.incidents,
      show: row =>
        row.threat ? (
          <>
            {say.known(numbers.count(row.basis.incidents), numbers.count(row.basis.incidents_checked))}
            <small>{say.duration(durationOf(row))}</small>
          </>
        ) : (
          dash
        ),
    },
  ];
}

/** `annual`: of rows with a frequency. A column in which no row has anything is left out. */
export function useImpactColumns(rows: Row[], annual: boolean, audience: Audience): Column<Row>[] {
  const context: Context = {
    rows,
    say: useWords(words),
    numbers: useNumbers(),
    language: useLanguage(),
    level: useWords(levelWords),
  };
  const all = [
    ...lossColumns(context),
    ...(annual ? yearColumns(context) : [frequencyColumn(context)]),
    ...classColumns(context),
    ...courseColumns(context),
    ...(audience === 'analist' ? analystColumns(context) : []),
  ].filter(({value}) => rows.some(row => value(row) !== null && value(row) !== ''));
  return [...all.filter(({key}) => decisive.includes(key)), ...all.filter(({key}) => !decisive.includes(key))];
}

/** Seen first, at whatever width: what it is, how much, its level, what decided it, and for how long. */
const decisive = ['row', 'n', 'lost_callers', 'level', 'decided_by', 'recover_p50_s'];
