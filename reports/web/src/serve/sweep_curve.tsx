// The curve of a sweep: a measure over the values that were tried.
import {scaleLinear} from 'd3-scale';
import {useNumbers} from '../numbers';
import {Mark, XAxis, YAxis, px, seriesClass, type Frame} from '../parts/axes';
import type {SweepResult} from './answers';

/** Where a criterion of this measure lies, like difference.lost_callers<=10. */
function boundOf({criterion}: SweepResult, name: string): number | null {
  const [, measure, value] = /^([\w.]+?)\s*[<>]=?\s*([-+\d.e]+)$/.exec(criterion ?? '') ?? [];
  return measure === name && Number.isFinite(Number(value)) ? Number(value) : null;
}

interface Point {
  value: number;
  text: string;
  mean: number;
  low: number;
  high: number;
}

/** Where the measure is defined. */
function pointsOf(result: SweepResult, name: string): Point[] {
  return result.points.flatMap(({value, written: text, measures}): Point[] => {
    const estimate = measures[name];
    if (!estimate || estimate.mean === null) return [];
    const {mean, ci95} = estimate;
    return [{value, text, mean, low: ci95?.[0] ?? mean, high: ci95?.[1] ?? mean}];
  });
}

function scalesOf(points: Point[], bound: number | null, frame: Frame) {
  const values = points.map(({value}) => value);
  const low = Math.min(0, ...points.map(point => point.low));
  const high = Math.max(...points.map(point => point.high), bound ?? 0, 1e-9);
  return {
    x: scaleLinear([Math.min(...values), Math.max(...values)], [frame.left + 10, frame.right - 10]),
    y: scaleLinear([low, high], [frame.bottom, frame.top]).nice(4),
  };
}

type Scales = ReturnType<typeof scalesOf>;

interface Props {
  result: SweepResult;
  /** Of the measure, and as people call it. */
  name: string;
  label: string;
  width: number;
}

/** With its intervals, and the criterion when it is of that measure. */
export function SweepCurve({result, name, label, width}: Props) {
  const numbers = useNumbers();
  const frame: Frame = {left: 70, right: width - 30, top: 30, bottom: 250};
  const points = pointsOf(result, name);
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first || !last) return null;
  const bound = boundOf(result, name);
  const {x, y} = scalesOf(points, bound, frame);
  const ends = first.text === last.text ? [first] : [first, last];
  return (
    <>
      <XAxis frame={frame} ticks={ends.map(({value, text}) => ({at: x(value), text}))} label={result.vary} />
      <YAxis
        frame={frame}
        ticks={y.ticks(4).map(value => ({at: y(value), text: numbers.count(value)}))}
        label={label}
      />
      {bound !== null && (
        <line class="criterion" x1={frame.left} x2={frame.right} y1={px(y(bound))} y2={px(y(bound))} />
      )}
      <Values points={points} scales={{x, y}} />
      {bound !== null && (
        <Bound text={result.criterion ?? ''} frame={frame} y={y(bound)} atLeft={first.mean <= bound} />
      )}
    </>
  );
}

/** Intervals below, marks above the line. */
function Values({points, scales: {x, y}}: {points: Point[]; scales: Scales}) {
  return (
    <>
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
