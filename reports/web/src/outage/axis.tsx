// The time axis that charts of one outage share: what happens at once gets the space.
import {scaleLinear, type ScaleLinear} from 'd3-scale';
import {inBoth, useWords} from '../language';
import {px} from '../parts/axes';
import {ticksBetween, useClock} from './clock';
import {binsOf, type Outage} from './outage';

export type Scale = ScaleLinear<number, number>;

const words = inBoth({nl: {narrower: 'hierna smaller getekend'}, en: {narrower: 'drawn narrower from here'}});

/** The first half hour takes this part of an axis that is longer than two hours. */
const soon = 30;
const longer = 120;
const partSoon = 0.38;
const partBefore = 0.05;

/** From the first edge to the last, in two scales: the half hour after the onset, and the hours. */
export function timeScale(outage: Outage, left: number, right: number): Scale {
  const [from, to] = [outage.edges[0] ?? 0, outage.edges[binsOf(outage)] ?? 1];
  if (to - from <= longer || from > 0 || to <= soon) return scaleLinear([from, to], [left, right]);
  const width = right - left;
  const onset = left + (from < 0 ? partBefore * width : 0);
  const [domain, range] = [
    [0, soon, to],
    [onset, onset + partSoon * width, right],
  ];
  return from < 0 ? scaleLinear([from, ...domain], [left, ...range]) : scaleLinear(domain, range);
}

/** Where the scale changes; nothing on an axis that has one. */
const breakOf = (x: Scale): number | undefined => (x.domain().length > 2 ? soon : undefined);

function ticksOf(x: Scale): number[] {
  const domain = x.domain();
  const [from, to] = [domain[0] ?? 0, domain[domain.length - 1] ?? 1];
  const change = breakOf(x);
  if (change === undefined) return ticksBetween(from, to);
  const near = 34;
  const later = ticksBetween(change, to, 6).filter(minute => x(minute) - x(change) > near);
  return [0, 10, 20, change, ...later];
}

export function TimeAxis({x, top, bottom}: {x: Scale; top: number; bottom: number}) {
  const clock = useClock();
  const say = useWords(words);
  const change = breakOf(x);
  return (
    <g class="axis">
      {change !== undefined && (
        <line class="scale-change" x1={px(x(change))} x2={px(x(change))} y1={top} y2={bottom}>
          <title>{say.narrower}</title>
        </line>
      )}
      {ticksOf(x).map(minute => {
        const at = px(x(minute));
        return (
          <g key={minute}>
            {minute !== change && <line class={minute === 0 ? 'onset' : 'grid'} x1={at} x2={at} y1={top} y2={bottom} />}
            <text x={at} y={bottom + 14} text-anchor="middle">
              {minute === 0 ? '0' : clock.span(minute)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
