// How much of the answer stands on numbers that somebody measured or published.
import type {Kind, Report} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';

const words = inBoth({
  nl: {
    said: (confirmed: string, all: string, assumed: string) =>
      `Van de ${all} invoergetallen achter dit antwoord is ${confirmed} gemeten of gepubliceerd en ${assumed} aanname; ` +
      'de rest is afgeleid of geschat.',
    where: 'Welke',
  },
  en: {
    said: (confirmed: string, all: string, assumed: string) =>
      `Of the ${all} inputs behind this answer ${confirmed} were measured or published and ${assumed} are assumed ` +
      '(aanname); the others were derived or estimated.',
    where: 'Which',
  },
});

/** Over the worlds of the report, as the section on what is assumed counts them. */
export function countOf(report: Report, kinds: readonly Kind[] | null): number {
  const parts = report.assumptions.worlds.flatMap(({counts}) => Object.values(counts));
  return parts
    .flatMap(part => Object.entries(part))
    .reduce((sum, [kind, count]) => sum + (kinds === null || kinds.some(one => one === kind) ? (count ?? 0) : 0), 0);
}

export function Confirmed({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const all = countOf(report, null);
  if (all === 0) return null;
  const share = (kinds: readonly Kind[]) => numbers.share(countOf(report, kinds) / all);
  return (
    <p class="confirmed">
      {say.said(share(['measured', 'reported']), numbers.count(all), share(['assumed']))}{' '}
      <a href="#assumptions">{say.where}</a>
    </p>
  );
}
