import {useState} from 'preact/hooks';
import {inBoth, useLanguage, useWords} from '../language';
import {useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {useNarrow} from '../parts/narrow';
import type {Offer, Parameter, SweepResult} from './answers';
import {TextField, problemOf} from './fields';
import {JobForm} from './job_form';
import {Limit} from './limit';
import {written} from './measures_view';
import {countOf, orderOf, type Question} from './question';
import {SweepCurve} from './sweep_curve';
import {useJob} from './use_job';

const words = inBoth({
  nl: {
    title: 'Hoeveel is genoeg?',
    vary: 'Getal dat verandert',
    range: 'Van en tot',
    rangeHint: 'Met eenheid, zoals 1 min..30 min of 3..12; /5 erachter: vijf punten',
    until: 'Tot dit geldt',
    untilHint: 'Zoals difference.lost_callers<=10; leeg: alleen de kromme',
    run: 'Zoek',
    n: 'Replicaties per waarde',
    nowhere: 'Bij geen van de waarden geldt het criterium met zekerheid.',
    moreWouldTell: 'Bij sommige is het niet te zeggen; meer replicaties zeggen meer.',
    everywhere: 'Het criterium geldt bij alle waarden.',
    mixed: 'Het criterium geldt nu eens wel en dan weer niet.',
    from: (value: string) => `Het criterium geldt vanaf ${value}.`,
    up_to: (value: string) => `Het criterium geldt tot en met ${value}.`,
    value: 'Waarde',
    verdict: 'Criterium',
    holds: 'geldt',
    fails: 'geldt niet',
    undecided: 'niet te zeggen',
    difference: 'verschil',
    twin: 'zonder dreiging',
    curve: (what: string, low: string, high: string) => `${what}: van ${low} naar ${high} over het bereik.`,
  },
  en: {
    title: 'How much is enough?',
    vary: 'Number to vary',
    range: 'From and to',
    rangeHint: 'With its unit, like 1 min..30 min or 3..12; /5 behind it: five points',
    until: 'Until this holds',
    untilHint: 'Like difference.lost_callers<=10; empty: the curve alone',
    run: 'Search',
    n: 'Replications of each value',
    nowhere: 'At none of the values is it certain that the criterion holds.',
    moreWouldTell: 'At some it cannot be told; more replications would tell.',
    everywhere: 'The criterion holds at all values.',
    mixed: 'The criterion holds now and then.',
    from: (value: string) => `The criterion holds from ${value}.`,
    up_to: (value: string) => `The criterion holds up to ${value}.`,
    value: 'Value',
    verdict: 'Criterion',
    holds: 'holds',
    fails: 'fails',
    undecided: 'undecided',
    difference: 'difference',
    twin: 'without the threat',
    curve: (what: string, low: string, high: string) => `${what}: from ${low} to ${high} over the range.`,
  },
});

const fields = ['vary', 'range', 'until', 'replications'];

interface Props {
  question: Question;
  parameters: Parameter[];
  offer: Offer;
  /** How long a replication took in the preview. */
  pace_s: number | null;
}

/** Both ends of a range, or as many as it says. */
export const pointsOf = (range: string) => Number(/\/([0-9]{1,6})$/.exec(range.trim())?.[1] ?? 2);

export function Sweep({question, parameters, offer, pace_s}: Props) {
  const say = useWords(words);
  const [vary, setVary] = useState('');
  const [range, setRange] = useState('');
  const [until, setUntil] = useState('difference.lost_callers<=10');
  const [n, setN] = useState('50');
  const running = useJob<SweepResult>('sweep');
  const problems = running.job?.problems ?? [];
  const order = orderOf(question, 'sweep', {vary, range, until, replications: countOf(n)});
  return (
    <JobForm
      id="sweep"
      title={say.title}
      action={say.run}
      running={running}
      begin={running.begin}
      order={order}
      fields={fields}
      outcome={running.result && <SweepView result={running.result} offer={offer} />}
    >
      <TextField
        id="vary"
        label={say.vary}
        value={vary}
        onChange={setVary}
        suggestions={parameters.map(({address}) => address)}
        problem={problemOf(problems, 'vary')}
      />
      <TextField
        id="range"
        label={say.range}
        hint={say.rangeHint}
        value={range}
        onChange={setRange}
        problem={problemOf(problems, 'range')}
      />
      <TextField
        id="until"
        label={say.until}
        hint={say.untilHint}
        value={until}
        onChange={setUntil}
        problem={problemOf(problems, 'until')}
      />
      <TextField id="sweep-n" label={say.n} value={n} onChange={setN} problem={problemOf(problems, 'replications')} />
      <Limit offer={offer} pace_s={pace_s} replications={pointsOf(range) * Number(n)} />
    </JobForm>
  );
}

function answerOf(say: (typeof words)['en'], {answer, points}: SweepResult): string {
  if (!answer) return '';
  const at = points.find(({value}) => value === answer.value)?.written ?? '';
  if (answer.holds === 'from') return say.from(at);
  if (answer.holds === 'up_to') return say.up_to(at);
  if (answer.holds !== 'nowhere') return answer.holds === 'everywhere' ? say.everywhere : say.mixed;
  return points.some(({verdict}) => verdict === 'undecided') ? `${say.nowhere} ${say.moreWouldTell}` : say.nowhere;
}

type Point = SweepResult['points'][number];

/** The names of a sweep's measures, as people call them. */
function useNamed(offer: Offer): (name: string) => string {
  const say = useWords(words);
  const labels = offer.labels[useLanguage()];
  return name => {
    const [, of, measure = name] = /^(difference|twin)\.(.*)$/.exec(name) ?? [];
    return `${labels[measure] ?? measure}${of === 'difference' || of === 'twin' ? ` (${say[of]})` : ''}`;
  };
}

const namesOf = ({points}: SweepResult) => Object.keys(points[0]?.measures ?? {});

export function SweepView({result, offer}: {result: SweepResult; offer: Offer}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const named = useNamed(offer);
  const width = useNarrow() ? 340 : 720;
  const shown = namesOf(result)[0] ?? '';
  const [first, last] = [result.points[0], result.points[result.points.length - 1]];
  return (
    <div class="result">
      <p class="answer" role="status">
        {answerOf(say, result)}
      </p>
      <Figure
        title={result.vary}
        sentence={say.curve(
          named(shown),
          written(numbers, shown, first?.measures[shown]),
          written(numbers, shown, last?.measures[shown]),
        )}
        size={[width, 300]}
        table={<PointTable result={result} named={named} />}
      >
        <SweepCurve result={result} name={shown} label={named(shown)} width={width} />
      </Figure>
    </div>
  );
}

function PointTable({result, named}: {result: SweepResult; named(name: string): string}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const verdicts: Record<string, string> = {holds: say.holds, fails: say.fails, undecided: say.undecided};
  const value: Column<Point> = {
    key: 'value',
    head: say.value,
    heading: true,
    numeric: true,
    value: point => point.value,
    show: point => point.written,
  };
  const measures = namesOf(result).map((name): Column<Point> => ({
    key: name,
    head: named(name),
    numeric: true,
    value: point => point.measures[name]?.mean ?? null,
    show: point => written(numbers, name, point.measures[name], name.startsWith('difference.')),
  }));
  const verdict: Column<Point> = {
    key: 'verdict',
    head: say.verdict,
    value: point => verdicts[point.verdict ?? ''] ?? '–',
  };
  return (
    <DataTable
      caption={result.vary}
      rows={result.points}
      id={point => point.written}
      columns={[value, ...measures, ...(result.answer ? [verdict] : [])]}
    />
  );
}
