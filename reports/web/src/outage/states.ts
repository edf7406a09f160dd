// How a meldkamer is doing: a letter in the document, a shape on the map, words everywhere.
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import type {Outage, State} from './outage';

export const statesWorstFirst: State[] = ['x', 'l', 'o', 'p', '.'];

const words = inBoth({
  nl: {
    x: 'niemand neemt op',
    o: 'elders beantwoord',
    l: 'pogingen mislukken',
    p: 'komt mensen te kort',
    '.': 'gewoon',
    lAtLeast: (share: string, least: number) =>
      `pogingen mislukken (ten minste ${least} in een tijdvak en ${share} ervan)`,
    pAtLeast: (share: string) => `komt mensen te kort (wachtenden ten minste ${share} van wie dienst heeft)`,
  },
  en: {
    x: 'nobody answers',
    o: 'answered elsewhere',
    l: 'attempts fail',
    p: 'runs short',
    '.': 'as usual',
    lAtLeast: (share: string, least: number) => `attempts fail (at least ${least} in a bin and ${share} of them)`,
    pAtLeast: (share: string) => `runs short (waiting are at least ${share} of those on duty)`,
  },
});

export function useStateWords() {
  const say = useWords(words);
  const numbers = useNumbers();
  return {
    short: (state: State) => say[state],
    /** With the bound that it stands on. */
    full: (state: State, outage: Outage) =>
      state === 'l'
        ? say.lAtLeast(numbers.share(outage.states.losing_share), outage.states.losing_least)
        : state === 'p'
          ? say.pAtLeast(numbers.share(outage.states.pressed_share))
          : say[state],
  };
}
