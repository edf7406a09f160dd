// Where most of a number is a rare case: every replication, or every equal part of them, as a dot.
import {scaleSymlog} from 'd3-scale';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {px} from '../parts/axes';
import {rounded} from './spoken';

const words = inBoth({
  nl: {
    each: (n: string) => `Elke stip is één van ${n} keer dat het is doorgerekend.`,
    part: (n: string, share: string) => `Elke stip is ${share} van ${n} keer dat het is doorgerekend.`,
    year: (n: string) => `Elke stip is één van ${n} doorgerekende jaren.`,
    usually: (half: string, tail: string) => `In de helft hooguit ${half}, in de slechtste tiende ten minste ${tail}.`,
    few: (least: string, most: string) => `Van ${least} tot ${most}.`,
    axis: 'extra mensen die niet op tijd bereikt worden',
  },
  en: {
    each: (n: string) => `Each dot is one of ${n} times that it was simulated.`,
    part: (n: string, share: string) => `Each dot is ${share} of ${n} times that it was simulated.`,
    year: (n: string) => `Each dot is one of ${n} years that were simulated.`,
    usually: (half: string, tail: string) => `In half ${half} at most, in the worst tenth ${tail} at least.`,
    few: (least: string, most: string) => `From ${least} to ${most}.`,
    axis: 'more people not reached in time',
  },
});

const width = 360;
const side = 12;
const pitch = 11;
const foot = 40;
/** Fewer have no tenth. */
const leastForTenth = 10;

/** Stacked where they lie in the same place. */
function stacked(dots: number[], x: (value: number) => number): {at: number; level: number}[] {
  const height = new Map<number, number>();
  return dots.map(dot => {
    const at = Math.round(x(Math.max(0, dot)) / pitch) * pitch;
    const level = height.get(at) ?? 0;
    height.set(at, level + 1);
    return {at, level};
  });
}

interface Props {
  /** Ascending. */
  dots: number[];
  /** How many replications they stand for. */
  n: number;
  years?: boolean;
  /** The one that is looked at. */
  chosen?: number;
  onChoose?(dot: number): void;
}

export function Dots({dots, n, years = false, chosen, onChoose}: Props) {
  const say = useWords(words);
  const numbers = useNumbers();
  const most = Math.max(10, dots[dots.length - 1] ?? 0);
  const x = scaleSymlog([0, most], [side, width - side]);
  const placed = stacked(dots, x);
  const height = pitch * (1 + Math.max(0, ...placed.map(({level}) => level))) + foot;
  const of = numbers.count(n);
  const who = years ? say.year(of) : dots.length < n ? say.part(of, numbers.share(1 / dots.length)) : say.each(of);
  const at = (share: number) =>
    rounded(Math.max(0, dots[Math.min(dots.length - 1, Math.floor(share * dots.length))] ?? 0));
  const spread =
    dots.length < leastForTenth
      ? say.few(numbers.count(at(0)), numbers.count(at(1)))
      : say.usually(numbers.count(at(0.499)), numbers.count(at(0.9)));
  const sentence = `${who} ${spread}`;
  return (
    <div class="dots">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence}>
        <line class="axis-line" x1="0" x2={width} y1={height - foot + 2} y2={height - foot + 2} />
        {[0, 1, 10, 100, 1000, 10000]
          .filter(value => value <= most)
          .map(value => (
            <text key={value} x={px(x(value))} y={height - foot + 16} text-anchor="middle">
              {numbers.count(value)}
            </text>
          ))}
        <text x={width / 2} y={height - 6} text-anchor="middle" class="label">
          {say.axis}
        </text>
        {placed.map(({at: left, level}, dot) => (
          <circle
            key={dot}
            class={dot === chosen ? 'chosen' : undefined}
            cx={left}
            cy={height - foot - 4 - pitch * level}
            r="4.5"
            onClick={onChoose && (() => onChoose(dot))}
          />
        ))}
      </svg>
      <p>{sentence}</p>
    </div>
  );
}
