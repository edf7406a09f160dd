// Exceedance: the curve as it was seen, its band, percentiles, and past outages on the axis.
import {scaleLinear, scaleLog} from 'd3-scale';
import {area, line} from 'd3-shape';
import type {Ends, PastOutage} from '../document';
import {useNumbers} from '../numbers';
import {Legend, Mark, XAxis, YAxis, px, seriesClass, type Frame} from '../parts/axes';

export interface Point {
  lost: number;
  share: number;
  ends: Ends;
}
export interface Series {
  name: string;
  points: Point[];
  /** What was seen, ascending: each is an equal share of the events. */
  dots?: number[];
}

/** A percentile that is marked on the axis. */
export interface Percentile {
  name: string;
  lost: number;
}

const frame: Frame = {left: 52, right: 470, top: 30, bottom: 230};

/** The first number of callers that nothing reaches, to where the curve is worth drawing. */
function upToNone(points: Point[]): number {
  return (points.find(({share}) => share === 0) ?? points[points.length - 1])?.lost ?? 0;
}

/** To where the axis goes of charts that are compared: the same for all of them. */
export const commonEnd = (all: Series[]): number => Math.max(10, ...all.map(({points}) => upToNone(points)));

function Diamond({x, y}: {x: number; y: number}) {
  return <path class="past" d={`M${px(x)} ${px(y - 6)}l5 6l-5 6l-5 -6z`} />;
}

/** The share that reaches each number, as a stair down from one that was seen to the next. */
export function stairs(dots: number[], most: number): Point[] {
  const reach = (lost: number) => dots.filter(dot => dot >= lost).length / dots.length;
  const out: Point[] = [{lost: 1, share: reach(1), ends: null}];
  for (const lost of [...new Set(dots)].filter(dot => dot >= 1 && dot <= most)) {
    out.push({lost, share: reach(lost), ends: null}, {lost, share: reach(lost + 1e-9), ends: null});
  }
  const last = out[out.length - 1]?.share ?? 0;
  return [...out, {lost: most, share: last, ends: null}];
}

interface Drawn {
  series: Series[];
  /** Where the axis ends. */
  most: number;
  xLabel: string;
  yLabel: string;
  counted: string;
  past: PastOutage[];
  percentiles: Percentile[];
}

/** Probabilities of at least so many: one line per package, the first with its band. */
export function Curves({series, most, xLabel, yLabel, counted, past, percentiles}: Drawn) {
  const numbers = useNumbers();
  const x = scaleLog([1, most], [frame.left, frame.right]);
  const y = scaleLinear([0, 1], [frame.bottom, frame.top]);
  const shown = series.map(one => ({...one, points: one.points.filter(({lost}) => lost <= most)}));
  const path = line<Point>(
    point => px(x(point.lost)),
    point => px(y(point.share)),
  );
  const band = area<Point>(
    point => px(x(point.lost)),
    point => px(y(point.ends?.[0] ?? point.share)),
    point => px(y(point.ends?.[1] ?? point.share)),
  );
  const ticks = [1, 10, 100, 1000, 10000, 100000].filter(value => value <= most);
  return (
    <>
      <XAxis frame={frame} ticks={ticks.map(value => ({at: x(value), text: numbers.count(value)}))} label={xLabel} />
      <YAxis
        frame={frame}
        ticks={[0, 0.25, 0.5, 0.75, 1].map(value => ({at: y(value), text: numbers.share(value)}))}
        label={yLabel}
      />
      {shown[0] && <path class="band" d={band(shown[0].points) ?? ''} />}
      <Percentiles percentiles={percentiles.filter(({lost}) => lost <= most)} at={lost => x(Math.max(1, lost))} />
      {shown.map(({name, points, dots = []}, index) => (
        <g key={name}>
          <path class={seriesClass(index)} d={path(dots.length > 0 ? stairs(dots, most) : points) ?? ''} />
          {points.map(point => (
            <Mark key={point.lost} index={index} x={x(point.lost)} y={y(point.share)} />
          ))}
        </g>
      ))}
      {past
        .filter(({count}) => count <= most)
        .map(({outage, count}) => (
          <Diamond key={`${outage} ${count}`} x={x(count)} y={y(0)} />
        ))}
      {series.length > 1 && <Legend x={frame.left} y={frame.bottom + 58} names={series.map(({name}) => name)} />}
      {past.length > 0 && (
        <g>
          <Diamond x={frame.left + 14} y={pastY(series)} />
          <text x={frame.left + 34} y={pastY(series) + 4}>
            {counted}
          </text>
        </g>
      )}
    </>
  );
}

/** Below the names of the series, of which there are none when there is one. */
const namesHeight = (series: Series[]) => (series.length > 1 ? 18 * series.length : 0);
const pastY = (series: Series[]) => frame.bottom + 58 + namesHeight(series);
export const chartHeight = (series: Series[], past: PastOutage[]) =>
  frame.bottom +
  45 +
  (namesHeight(series) || past.length > 0 ? 8 : 0) +
  namesHeight(series) +
  (past.length > 0 ? 18 : 0);

/** Lines with their names beside them, each at a height of its own. */
function Percentiles({percentiles, at}: {percentiles: Percentile[]; at(lost: number): number}) {
  return (
    <g class="percentiles">
      {percentiles.map(({name, lost}, place) => {
        const x = px(at(lost));
        const late = x > frame.right - 40;
        return (
          <g key={name}>
            <line class="moment" x1={x} x2={x} y1={frame.top} y2={frame.bottom} />
            <text
              class="on-lines"
              x={late ? x - 4 : x + 4}
              y={frame.top + 14 + 16 * place}
              text-anchor={late ? 'end' : 'start'}
            >
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}
