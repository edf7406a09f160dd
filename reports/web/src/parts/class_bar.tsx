import type {Share} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {px} from './axes';

const words = inBoth({nl: {bar: 'Kans per impactklasse'}, en: {bar: 'Probability of each impact class'}});
const width = 220;

/** Shares of I1 to I5 as one bar; a part that is wide enough says which it is. */
export function ClassBar({classes}: {classes: Share[]}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const parts = classes.map(({share}, index) => ({index, share: share ?? 0}));
  const text = parts
    .filter(({share}) => share > 0)
    .map(({index, share}) => `I${index + 1} ${numbers.share(share)}`)
    .join(', ');
  let from = 0;
  return (
    <svg
      class="class-bar"
      role="img"
      aria-label={`${say.bar}: ${text}`}
      viewBox={`0 0 ${width} 22`}
      width={width}
      height={22}
    >
      {parts.map(({index, share}) => {
        const left = from;
        from += share * width;
        return (
          share > 0 && (
            <g key={index} class={`class-${index + 1}`}>
              <rect x={px(left)} y={0} width={px(share * width)} height={22} />
              {share > 0.13 && (
                <text x={px(left + (share * width) / 2)} y={15} text-anchor="middle">
                  I{index + 1}
                </text>
              )}
            </g>
          )
        );
      })}
    </svg>
  );
}
