// The time axis that charts of one outage share.
import type {ScaleLinear} from 'd3-scale';
import {px} from '../parts/axes';
import {ticksBetween, useClock} from './clock';

export type Scale = ScaleLinear<number, number>;

export function TimeAxis({x, top, bottom}: {x: Scale; top: number; bottom: number}) {
  const clock = useClock();
  const [from, to] = x.domain() as [number, number];
  return (
    <g class="axis">
      {ticksBetween(from, to).map(minute => {
        const at = px(x(minute));
        return (
          <g key={minute}>
            <line class={minute === 0 ? 'onset' : 'grid'} x1={at} x2={at} y1={top} y2={bottom} />
            <text x={at} y={bottom + 14} text-anchor="middle">
              {minute === 0 ? '0' : clock.span(minute)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
