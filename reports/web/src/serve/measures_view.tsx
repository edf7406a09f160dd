// Numbers of a run: a table, and the differences with their intervals.
import {inBoth, useLanguage, useWords} from '../language';
import {useNumbers, type Numbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {SourceContext} from '../parts/source';
import {IntervalChart, intervalChartSize} from '../parts/interval_chart';
import {useNarrow} from '../parts/narrow';
import type {Estimate, Estimates, Offer, Part, RunResult} from './answers';
import {Warnings} from './warnings';

const words = inBoth({
  nl: {
    measure: 'Maat',
    here: 'Met dreiging',
    only: 'In dit scenario',
    twin: 'Zonder dreiging',
    difference: 'Verschil',
    caption: 'Landelijk, gemiddelde per replicatie ± half 95 %-interval',
    chart: 'Wat de dreiging doet:',
    callers: 'bellers of oproepen per keer',
    centres: 'Per meldkamer',
    centre: 'Meldkamer',
    lost: 'verloren bellers',
    taken: 'overgenomen',
    short: 'minuten tekort',
    sentence: (lost: string, n: string) => `gemiddeld ${lost} verloren bellers meer dan zonder, over ${n} replicaties.`,
    alone: (lost: string, n: string) =>
      `Gemiddeld ${lost} verloren bellers per keer, over ${n} replicaties; dit scenario heeft geen dreiging.`,
    truncated: (n: string) => `${n} replicaties eindigden voor hun verhaal uit was: ondergrenzen.`,
    lateReturn: (n: string) => `${n} replicaties eindigden voordat de oproepen terug waren: de terugkeer is later.`,
    failed: (n: string) => `${n} replicaties mislukten en tellen niet mee.`,
    preview: 'Een voorproef van zo weinig replicaties heeft brede intervallen.',
  },
  en: {
    measure: 'Measure',
    here: 'With the threat',
    only: 'In this scenario',
    twin: 'Without it',
    difference: 'Difference',
    caption: 'National, mean per replication ± half of its 95 % interval',
    chart: 'What the threat does:',
    callers: 'callers or calls each time',
    centres: 'Per meldkamer',
    centre: 'Meldkamer',
    lost: 'lost callers',
    taken: 'taken over',
    short: 'minutes short',
    sentence: (lost: string, n: string) =>
      `${lost} lost callers more than without it on average, over ${n} replications.`,
    alone: (lost: string, n: string) =>
      `${lost} lost callers each time on average, over ${n} replications; this scenario has no threat.`,
    truncated: (n: string) => `${n} replications ended before their story did: lower bounds.`,
    lateReturn: (n: string) => `${n} replications ended before the calls were home again: the return is later.`,
    failed: (n: string) => `${n} replications failed and do not count.`,
    preview: 'A preview of so few replications has wide intervals.',
  },
});

const fewReplications = 50;

/** In the unit that its name tells. */
export function written(numbers: Numbers, name: string, estimate: Estimate | undefined, signed = false): string {
  if (!estimate || estimate.mean === null) return '–';
  const value = estimate.mean;
  // Without any spread there is nothing to add: 0 is 0.
  const half = estimate.ci95 === null || estimate.ci95[0] === estimate.ci95[1] ? null : estimate.ci95[1] - value;
  const one = (x: number) =>
    name.endsWith('_s')
      ? numbers.time(x)
      : name.endsWith('_share')
        ? signed
          ? numbers.points(x)
          : `${numbers.decimal(100 * x, 1)}\u00a0%`
        : numbers.count(x);
  const size = one(Math.abs(value));
  const sign = !/[1-9]/.test(size) ? '' : value < 0 ? '-' : signed ? '+' : ''; // what is shown as nothing has none
  return `${sign}${size}${half === null ? '' : ` ± ${one(half)}`}`;
}

function Measures({result, offer}: {result: RunResult; offer: Offer}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const labels = offer.labels[useLanguage()];
  const names = offer.measures.map(({name}) => name).filter(name => result.measures[name]);
  const column = (key: string, head: string, of: Estimates, signed = false): Column<string> => ({
    key,
    head,
    numeric: true,
    value: name => of[name]?.mean ?? null,
    show: name => written(numbers, name, of[name], signed),
  });
  const columns: Column<string>[] = [
    {key: 'measure', head: say.measure, heading: true, value: name => labels[name] ?? name},
    column('measures', result.twin ? say.here : say.only, result.measures),
    ...(result.twin ? [column('twin', say.twin, result.twin)] : []),
    ...(result.difference ? [column('difference', say.difference, result.difference, true)] : []),
  ];
  return (
    <DataTable
      caption={say.caption}
      columns={columns}
      rows={[...names]}
      id={name => name}
      csv={{file: 'uitwijk.csv', head: [result.command, result.rubricering]}}
    />
  );
}

function Centres({result}: {result: RunResult}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const rows = Object.entries(result.centres).filter((entry): entry is [string, Part] => typeof entry[1] !== 'string');
  const column = (key: string, head: string): Column<[string, Part]> => ({
    key,
    head,
    numeric: true,
    value: ([, part]) => (part.difference ?? part.measures)[key]?.mean ?? null,
    show: ([, part]) => written(numbers, key, (part.difference ?? part.measures)[key], part.difference !== null),
  });
  return (
    <details>
      <summary>{say.centres}</summary>
      <DataTable
        caption={`${say.centres}${result.difference ? ` (${say.difference.toLowerCase()})` : ''}`}
        rows={rows}
        id={([id]) => id}
        columns={[
          {key: 'centre', head: say.centre, heading: true, value: ([id]) => id},
          column('lost_callers', say.lost),
          column('taken_over_calls', say.taken),
          column('short_min', say.short),
        ]}
      />
    </details>
  );
}

/** Everything that a run says. */
export function MeasuresView({result, offer}: {result: RunResult; offer: Offer}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const narrow = useNarrow();
  const labels = offer.labels[useLanguage()];
  const of = result.difference ?? result.measures;
  const ranges = offer.measures
    .filter(({chart}) => chart)
    .map(({name}) => name)
    .filter(name => of[name]?.mean !== null && of[name] !== undefined)
    .map(name => ({
      id: name,
      name: labels[name] ?? name,
      value: of[name]?.mean ?? 0,
      ends: of[name]?.ci95 ?? null,
      series: 0,
    }));
  const lost = written(numbers, 'lost_callers', of['lost_callers']);
  const n = numbers.count(result.replications);
  const head = [result.command, result.rubricering];
  const source = {name: 'uitwijk', rubricering: result.rubricering, foot: result.command, head};
  return (
    <div class="result">
      <p class="marking">{result.rubricering}</p>
      <Warnings warnings={result.warnings} />
      <SourceContext.Provider value={source}>
        <Figure
          title={say.chart}
          sentence={result.difference ? say.sentence(lost, n) : say.alone(lost, n)}
          size={intervalChartSize(ranges.length, {narrow})}
          table={<Measures result={result} offer={offer} />}
        >
          <IntervalChart ranges={ranges} label={say.callers} narrow={narrow} />
        </Figure>
      </SourceContext.Provider>
      {result.replications <= fewReplications && <p class="quiet">{say.preview}</p>}
      {result.truncated > 0 && <p>{say.truncated(numbers.count(result.truncated))}</p>}
      {result.late_return > 0 && <p>{say.lateReturn(numbers.count(result.late_return))}</p>}
      {result.failed_replications > 0 && <p class="problem">{say.failed(numbers.count(result.failed_replications))}</p>}
      <Centres result={result} />
    </div>
  );
}
