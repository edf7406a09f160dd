import {inBoth, type InBoth} from '../language';

type Words = Record<string, string>;

/** Words of a register file, which is Dutch: status of a risk, choice of a decision, status of a treatment. */
export const registerWords: InBoth<Words> = inBoth<Words>({
  nl: {
    'niet vastgesteld': 'niet vastgesteld',
    open: 'open',
    'in behandeling': 'in behandeling',
    besloten: 'besloten',
    gesloten: 'gesloten',
    accepteren: 'accepteren',
    mitigeren: 'mitigeren',
    vermijden: 'vermijden',
    overdragen: 'overdragen',
    gepland: 'gepland',
    'in uitvoering': 'in uitvoering',
    gereed: 'gereed',
    vervallen: 'vervallen',
  },
  en: {
    'niet vastgesteld': 'not established',
    open: 'open',
    'in behandeling': 'in treatment',
    besloten: 'decided',
    gesloten: 'closed',
    accepteren: 'accept',
    mitigeren: 'mitigate',
    vermijden: 'avoid',
    overdragen: 'transfer',
    gepland: 'planned',
    'in uitvoering': 'under way',
    gereed: 'done',
    vervallen: 'dropped',
  },
});

export function registerWord(word: string, say: Words): string {
  return say[word] ?? word;
}
