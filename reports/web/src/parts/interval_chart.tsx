import {scaleLinear, scaleSymlog} from 'd3-scale';
import type {Ends} from '../document';
import {useNumbers} from '../numbers';
import {inTwo} from '../outage/labels';
import {Legend, Mark, XAxis, px, seriesClass, type Frame} from './axes';

export interface Range {
  id: string;
  name: string;
  value: number;
  ends: Ends;
  /** Which mark; those of one kind have one. */
  series: number;
}

interface Layout {
  width: number;
  /** Height of one value. */
  lane: number;
  /** Where names end that stand beside their value; 0: they stand above it. */
  names: number;
  left: number;
  right: number;
  /** Marks on the axis, about. */
  most: number;
}
const wide: Layout = {width: 720, lane: 30, names: 250, left: 270, right: 690, most: 5};
const slim: Layout = {width: 340, lane: 46, names: 0, left: 16, right: 324, most: 3};
const layoutOf = (narrow: boolean) => (narrow ? slim : wide);

interface Shape {
  /** How many names of series stand below. */
  legend?: number;
  narrow?: boolean;
}

export function intervalChartSize(ranges: number, {legend = 0, narrow = false}: Shape = {}): [number, number] {
  const {width, lane} = layoutOf(narrow);
  return [width, lane * ranges + 60 + (legend ? 18 * legend + 8 : 0)];
}

/** From the lowest power of ten to the highest, with 0 between. */
function powersOfTen(low: number, high: number): number[] {
  const up = (most: number) =>
    Array.from({length: Math.max(0, Math.ceil(Math.log10(Math.max(1, most)) - 1e-9) + 1)}, (_, power) => 10 ** power);
  return [
    ...(low < 0
      ? up(-low)
          .reverse()
          .map(value => -value)
      : []),
    0,
    ...(high > 0 ? up(high) : []),
  ];
}

interface Props {
  ranges: Range[];
  label: string;
  /** Names of the series, when they are shown below. */
  legend?: string[];
  /** Each power of ten as wide as the next, for values of different size. */
  byDecades?: boolean;
  /** As wide as the screen of a telephone, names above their values. */
  narrow?: boolean;
}

/** Values with their 95 % intervals, one below the other, beside the line of no change. */
export function IntervalChart({ranges, label, legend = [], byDecades = false, narrow = false}: Props) {
  const numbers = useNumbers();
  const {lane, names, left, right, most} = layoutOf(narrow);
  const all = ranges.flatMap(({value, ends}) => [value, ends?.[0] ?? value, ends?.[1] ?? value, 0]);
  const span = [left, right] as const;
  const decades = powersOfTen(Math.min(...all), Math.max(...all));
  const x = byDecades
    ? scaleSymlog([decades[0] ?? 0, decades[decades.length - 1] ?? 1], span)
    : scaleLinear([Math.min(...all), Math.max(...all)], span).nice(most);
  const ticks = byDecades ? decades.filter(value => Math.abs(value) !== 1) : x.ticks(most);
  const frame: Frame = {left, right, top: 8, bottom: lane * ranges.length + 14};
  return (
    <>
      <XAxis frame={frame} ticks={ticks.map(value => ({at: x(value), text: numbers.count(value)}))} label={label} />
      <line x1={px(x(0))} x2={px(x(0))} y1={frame.top} y2={frame.bottom} class="base" />
      {ranges.map(({id, name, value, ends, series}, index) => {
        const top = frame.top + lane * index;
        const y = names ? top + lane / 2 : top + lane - 14;
        return (
          <g key={id}>
            {names ? (
              <BesideName x={names} y={y} lines={inTwo(name, longestName)} />
            ) : (
              <text x={left} y={top + 16} class="on-lines">
                {name}
              </text>
            )}
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

/** Of a line that fits beside the drawing, also in the larger letters of a telephone. */
const longestName = 29;

function BesideName({x, y, lines}: {x: number; y: number; lines: string[]}) {
  return (
    <>
      {lines.map((text, line) => (
        <text key={line} x={x} y={y + 4 + 13 * (line - (lines.length - 1) / 2)} text-anchor="end">
          {text}
        </text>
      ))}
    </>
  );
}
