// What helps: packages of measures in people a year, or what must be true for them where their effect is assumed.
import type {Interval, Report} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {packageName, packageWords} from '../parts/packages';
import {rounded} from './spoken';

const words = inBoth({
  nl: {
    title: 'Wat helpt',
    fewer: (name: string, n: string, ends: string, of: string) => `„${name}”: ${n}${ends} mensen${of} minder.`,
    more: (name: string, n: string, ends: string, of: string) => `„${name}”: ${n}${ends} mensen${of} méér.`,
    unclear: (name: string) => `„${name}”: geen verschil dat groter is dan het toeval.`,
    ofYear: (all: string, share: string) => ` van de ${all} per jaar (${share})`,
    once: ', opgeteld over één keer elk,',
    even: (name: string, share: string) =>
      `„${name}” (effect is aanname): één persoon per jaar vanaf ${share} van dat effect.`,
    to: (low: string, high: string) => ` (${low} tot ${high})`,
  },
  en: {
    title: 'What helps',
    fewer: (name: string, n: string, ends: string, of: string) => `“${name}”: ${n}${ends} people${of} fewer.`,
    more: (name: string, n: string, ends: string, of: string) => `“${name}”: ${n}${ends} people${of} more.`,
    unclear: (name: string) => `“${name}”: no difference that is larger than chance.`,
    ofYear: (all: string, share: string) => ` of the ${all} a year (${share})`,
    once: ', summed over each happening once,',
    even: (name: string, share: string) =>
      `“${name}” (effect is assumed): one person a year from ${share} of that effect.`,
    to: (low: string, high: string) => ` (${low} to ${high})`,
  },
});

const most = 3;

/** Leaves zero on one side. */
const isClear = ({ci95}: Interval): boolean =>
  ci95 !== null && ci95[0] !== null && ci95[1] !== null && ci95[0] * ci95[1] > 0;

export function Helps({report}: {report: Report}) {
  const say = useWords(words);
  const names = useWords(packageWords);
  const numbers = useNumbers();
  const {packages, break_even} = report.measures;
  const total = report.table.totals.find(one => one.package === 'current')?.lost_callers_per_year.value ?? null;
  const plain = (value: number) =>
    numbers.count(Math.abs(value) < 9.5 ? Math.round(10 * Math.abs(value)) / 10 : rounded(Math.abs(value)));
  const gain = (name: string, by: Interval, yearly: boolean): string => {
    if (by.value === null || !isClear(by)) return say.unclear(name);
    const [near = 0, far = 0] = [...(by.ci95 ?? [])].map(end => Math.abs(end ?? 0)).sort((a, b) => a - b);
    const of =
      yearly && total ? say.ofYear(plain(total), numbers.share(Math.abs(by.value) / total)) : yearly ? '' : say.once;
    return (by.value < 0 ? say.fewer : say.more)(name, plain(by.value), say.to(plain(near), plain(far)), of);
  };
  const lines = [
    ...packages.map(one => {
      const yearly = one.lost_callers_per_year.value !== null;
      return gain(packageName(one.package, names), yearly ? one.lost_callers_per_year : one.lost_callers, yearly);
    }),
    ...break_even.flatMap(({package: name, share_of_effect: share}) =>
      share === null ? [] : [say.even(packageName(name, names), numbers.share(share))],
    ),
  ].slice(0, most);
  return lines.length === 0 ? null : (
    <>
      <h3>{say.title}</h3>
      <ul class="helps">
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
