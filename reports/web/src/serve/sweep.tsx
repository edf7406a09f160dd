import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import {inBoth, useLanguage, useWords} from '../language';
import {useNumbers} from '../numbers';
import {Mark, XAxis, YAxis, px, seriesClass, type Frame} from '../parts/axes';
import {DataTable} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {useNarrow} from '../parts/narrow';
import type {Offer, Parameter, SweepResult} from './answers';
import {TextField, problemOf} from './fields';
import {JobForm} from './job_form';
import {written} from './measures_view';
import {countOf, orderOf, type Question} from './question';
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
    n: 'Herhalingen per waarde',
    nowhere: 'Bij geen van de waarden geldt het criterium met zekerheid.',
    moreWouldTell: 'Bij sommige is het niet te zeggen; meer herhalingen zeggen meer.',
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

export function Sweep({question, parameters, offer}: {question: Question; parameters: Parameter[]; offer: Offer}) {
  const say = useWords(words);
  const [vary, setVary] = useState('');
  const [range, setRange] = useState('');
  const [until, setUntil] = useState('difference.lost_callers<=10');
  const [n, setN] = useState('50');
  const running = useJob<SweepResult>();
  const problems = running.job?.problems ?? [];
  const search = () => running.begin(orderOf(question, 'sweep', {vary, range, until, replications: countOf(n)}));
  return (
    <JobForm
      id="sweep"
      title={say.title}
      action={say.run}
      running={running}
      begin={search}
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

export function SweepView({result, offer}: {result: SweepResult; offer: Offer}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const labels = offer.labels[useLanguage()];
  const width = useNarrow() ? 340 : 720;
  const names = Object.keys(result.points[0]?.measures ?? {});
  const shown = names[0] ?? '';
  const named = (name: string) => {
    const [, of, measure = name] = /^(difference|twin)\.(.*)$/.exec(name) ?? [];
    return `${labels[measure] ?? measure}${of === 'difference' || of === 'twin' ? ` (${say[of]})` : ''}`;
  };
  const verdicts: Record<string, string> = {holds: say.holds, fails: say.fails, undecided: say.undecided};
  const first = result.points[0],
    last = result.points[result.points.length - 1];
  const table = (
    <DataTable
      caption={result.vary}
      rows={result.points}
      id={({written: text}) => text}
      columns={[
        {
          key: 'value',
          head: say.value,
          heading: true,
          numeric: true,
          value: point => point.value,
          show: point => point.written,
        },
        ...names.map(name => ({
          key: name,
          head: named(name),
          numeric: true,
          value: (point: SweepResult['points'][number]) => point.measures[name]?.mean ?? null,
          show: (point: SweepResult['points'][number]) =>
            written(numbers, name, point.measures[name], name.startsWith('difference.')),
        })),
        ...(result.answer
          ? [
              {
                key: 'verdict',
                head: say.verdict,
                value: (point: SweepResult['points'][number]) => verdicts[point.verdict ?? ''] ?? '–',
              },
            ]
          : []),
      ]}
    />
  );
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
        table={table}
      >
        <Curve result={result} name={shown} label={named(shown)} width={width} />
      </Figure>
    </div>
  );
}

/** Where a criterion of this measure lies, like difference.lost_callers<=10. */
function boundOf({criterion}: SweepResult, name: string): number | null {
  const [, measure, value] = /^([\w.]+?)\s*[<>]=?\s*([-+\d.e]+)$/.exec(criterion ?? '') ?? [];
  return measure === name && Number.isFinite(Number(value)) ? Number(value) : null;
}

/** The first measure over the values, with its intervals, and the criterion when it is of that measure. */
function Curve({result, name, label, width}: {result: SweepResult; name: string; label: string; width: number}) {
  const numbers = useNumbers();
  const frame: Frame = {left: 70, right: width - 30, top: 30, bottom: 250};
  const points = result.points.flatMap(({value, written: text, measures}) => {
    const estimate = measures[name];
    return estimate && estimate.mean !== null
      ? [
          {
            value,
            text,
            mean: estimate.mean,
            low: estimate.ci95?.[0] ?? estimate.mean,
            high: estimate.ci95?.[1] ?? estimate.mean,
          },
        ]
      : [];
  });
  if (points.length === 0) return null;
  const x = scaleLinear(
    [Math.min(...points.map(({value}) => value)), Math.max(...points.map(({value}) => value))],
    [frame.left + 10, frame.right - 10],
  );
  const bound = boundOf(result, name);
  const y = scaleLinear(
    [Math.min(0, ...points.map(({low}) => low)), Math.max(...points.map(({high}) => high), bound ?? 0, 1e-9)],
    [frame.bottom, frame.top],
  ).nice(4);
  const ends = [points[0], points[points.length - 1]].flatMap(point =>
    point ? [{at: x(point.value), text: point.text}] : [],
  );
  return (
    <>
      <XAxis
        frame={frame}
        ticks={ends.filter((tick, index) => index === 0 || tick.text !== ends[0]?.text)}
        label={result.vary}
      />
      <YAxis
        frame={frame}
        ticks={y.ticks(4).map(value => ({at: y(value), text: numbers.count(value)}))}
        label={label}
      />
      {bound !== null && (
        <line class="criterion" x1={frame.left} x2={frame.right} y1={px(y(bound))} y2={px(y(bound))} />
      )}
      {points.map(({value, low, high}) => (
        <line key={value} class="whisker" x1={px(x(value))} x2={px(x(value))} y1={px(y(low))} y2={px(y(high))} />
      ))}
      <polyline
        class={seriesClass(0)}
        points={points.map(({value, mean}) => `${px(x(value))},${px(y(mean))}`).join(' ')}
      />
      {points.map(({value, mean}) => (
        <Mark key={value} index={0} x={x(value)} y={y(mean)} />
      ))}
      {bound !== null && (
        <Bound text={result.criterion ?? ''} frame={frame} y={y(bound)} atLeft={(points[0]?.mean ?? 0) <= bound} />
      )}
    </>
  );
}

/** The name of a bound, at the end where the curve lies below it. */
function Bound({text, frame, y, atLeft}: {text: string; frame: Frame; y: number; atLeft: boolean}) {
  return (
    <text
      class="criterion-name on-lines"
      x={atLeft ? frame.left + 4 : frame.right}
      y={px(y - 6)}
      text-anchor={atLeft ? 'start' : 'end'}
    >
      {text}
    </text>
  );
}
