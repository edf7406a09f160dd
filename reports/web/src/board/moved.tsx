// Planned work: the calls that rooms answer for another one, from the moment that they are moved to when they are home.
import {max} from 'd3-array';
import {scaleLinear} from 'd3-scale';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {ticksBetween, useClock} from '../outage/clock';
import {binsOf, type Outage} from '../outage/outage';
import {bandPath, curveSteps, stepPath} from '../outage/steps';
import {px} from '../parts/axes';

const words = inBoth({
  nl: {
    sentence: (minutes: number, most: string) =>
      `Gesprekken voor een ander per ${minutes} minuten: gemiddeld ten hoogste ${most}. De band is P5 tot P95.`,
  },
  en: {
    sentence: (minutes: number, most: string) =>
      `Calls for another in ${minutes} minutes: on average ${most} at most. The band is P5 to P95.`,
  },
});

const [width, height] = [360, 150];
const [left, right, top, bottom] = [30, 22, 8, 24];

export function Moved({outage}: {outage: Outage}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const steps = curveSteps(outage, outage.curves.all.answered_for_others);
  const most = max(steps.mean, ({value}) => value) ?? 0;
  const clock = useClock();
  const [from, to] = [outage.edges[0] ?? 0, outage.edges[binsOf(outage)] ?? 1];
  const x = scaleLinear([from, to], [left, width - right]);
  const y = scaleLinear([0, Math.max(1, max(steps.p95, ({value}) => value) ?? 1, most)], [height - bottom, top]).nice(
    2,
  );
  const sentence = say.sentence(outage.bin_min, numbers.count(most));
  return (
    <div class="moved story">
      <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
        {ticksBetween(from, to, 4).map(minute => (
          <g key={minute} class="axis">
            <line
              class={minute === 0 ? 'onset' : 'grid'}
              x1={px(x(minute))}
              x2={px(x(minute))}
              y1={top}
              y2={height - bottom}
            />
            <text x={px(x(minute))} y={height - bottom + 15} text-anchor="middle">
              {minute === 0 ? '0' : clock.span(minute)}
            </text>
          </g>
        ))}
        {y.ticks(2).map(value => (
          <g key={value} class="axis">
            <line class="grid" x1={left} x2={width - right} y1={px(y(value))} y2={px(y(value))} />
            <text x={left - 5} y={px(y(value) + 4)} text-anchor="end">
              {numbers.count(value)}
            </text>
          </g>
        ))}
        <path class="band" d={bandPath(steps.p5, steps.p95, x, y)} />
        <path class="mean" d={stepPath(steps.mean, x, y)} />
      </svg>
      <p>{sentence}</p>
    </div>
  );
}
