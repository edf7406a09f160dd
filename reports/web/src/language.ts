// Words in two languages, beside the component that says them; a missing one is a type error.
import {createContext} from 'preact';
import {useContext} from 'preact/hooks';
import type {Language} from './document';

type Phrase = string | ((...of: never[]) => string);
type InTheOther<Words> = {[Key in keyof Words]: Words[Key] extends string ? string : Words[Key]};

export interface InBoth<Words> {
  nl: Words;
  en: InTheOther<Words>;
}

export function inBoth<Words extends Record<string, Phrase>>(words: InBoth<Words>): InBoth<Words> {
  return words;
}

export const LanguageContext = createContext<Language>('nl');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useWords<Words>(words: InBoth<Words>): InTheOther<Words> {
  return words[useLanguage()] as InTheOther<Words>;
}

/** The word for a name out of a document; the name itself when there is none. */
export function wordOf(words: object, name: string): string {
  const word = (words as Record<string, unknown>)[name];
  return typeof word === 'string' ? word : name;
}
