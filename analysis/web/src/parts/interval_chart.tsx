import {scaleLinear, scaleSymlog} from 'd3-scale';
import type {Ends} from '../document';
import {useNumbers} from '../numbers';
import {Legend, Mark, XAxis, px, seriesClass, type Frame} from './axes';

export interface Range {
  id: string;
  name: string;
  value: number;
  ends: Ends;
  /** Which mark; those of one kind have one. */
  series: number;
}

const lane = 30;
const names = 250;
const right = 690;

export function intervalChartSize(ranges: number, legend = 0): [number, number] {
  return [720, lane * ranges + 60 + (legend ? 18 * legend + 8 : 0)];
}

/** From the lowest power of ten to the highest, with 0 between. */
function powersOfTen(low: number, high: number): number[] {
  const up = (most: number) => Array.from({length: Math.max(0, Math.ceil(Math.log10(Math.max(1, most)) - 1e-9) + 1)}, (_, power) => 10 ** power);
  return [...(low < 0 ? up(-low).reverse().map(value => -value) : []), 0, ...(high > 0 ? up(high) : [])];
}

interface Props {
  ranges: Range[];
  label: string;
  /** Names of the series, when they are shown below. */
  legend?: string[];
  /** Each power of ten as wide as the next, for values of different size. */
  byDecades?: boolean;
}

/** Values with their 95 % intervals, one below the other, beside the line of no change. */
export function IntervalChart({ranges, label, legend = [], byDecades = false}: Props) {
  const numbers = useNumbers();
  const all = ranges.flatMap(({value, ends}) => [value, ends?.[0] ?? value, ends?.[1] ?? value, 0]);
  const span = [names + 20, right] as const;
  const decades = powersOfTen(Math.min(...all), Math.max(...all));
  const x = byDecades ? scaleSymlog([decades[0] ?? 0, decades[decades.length - 1] ?? 1], span) : scaleLinear([Math.min(...all), Math.max(...all)], span).nice(5);
  const ticks = byDecades ? decades.filter(value => Math.abs(value) !== 1) : x.ticks(5);
  const frame: Frame = {left: names + 20, right, top: 8, bottom: lane * ranges.length + 14};
  return (
    <>
      <XAxis frame={frame} ticks={ticks.map(value => ({at: x(value), text: numbers.count(value)}))} label={label} />
      <line x1={px(x(0))} x2={px(x(0))} y1={frame.top} y2={frame.bottom} class="base" />
      {ranges.map(({id, name, value, ends, series}, index) => {
        const y = frame.top + lane * (index + 0.5);
        return (
          <g key={id}>
            <text x={names} y={y + 4} text-anchor="end">{shortened(name)}</text>
            {ends && ends[0] !== null && ends[1] !== null && (
              <line class={seriesClass(series)} x1={px(x(ends[0]))} x2={px(x(ends[1]))} y1={y} y2={y} />
            )}
            <Mark index={series} x={x(value)} y={y} />
          </g>
        );
      })}
      {legend.length > 0 && <Legend x={frame.left} y={frame.bottom + 58} names={legend} />}
    </>
  );
}

/** What fits beside a chart; the table has all of it. */
export function shortened(name: string): string {
  return name.length <= 34 ? name : `${name.slice(0, 33)}…`;
}
