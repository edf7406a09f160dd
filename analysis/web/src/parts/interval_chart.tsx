import {scaleLinear} from 'd3-scale';
import type {Ends} from '../document';
import {useNumbers} from '../numbers';
import {Mark, XAxis, px, seriesClass, type Frame} from './axes';

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

export function intervalChartSize(ranges: number): [number, number] {
  return [720, lane * ranges + 60];
}

/** Values with their 95 % intervals, one below the other, beside the line of no change. */
export function IntervalChart({ranges, label}: {ranges: Range[]; label: string}) {
  const numbers = useNumbers();
  const all = ranges.flatMap(({value, ends}) => [value, ends?.[0] ?? value, ends?.[1] ?? value, 0]);
  const x = scaleLinear([Math.min(...all), Math.max(...all)], [names + 20, right]).nice(5);
  const frame: Frame = {left: names + 20, right, top: 8, bottom: lane * ranges.length + 14};
  return (
    <>
      <XAxis frame={frame} ticks={x.ticks(5).map(value => ({at: x(value), text: numbers.count(value)}))} label={label} />
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
    </>
  );
}

/** What fits beside a chart; the table has all of it. */
export function shortened(name: string): string {
  return name.length <= 34 ? name : `${name.slice(0, 33)}…`;
}
