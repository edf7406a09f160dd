// What a picture or a file that leaves the page must say of where it comes from.
import {createContext} from 'preact';

export interface Source {
  /** Begins the names of files. */
  name: string;
  rubricering: string;
  /** What stands below a picture, small: the status of the criteria, the program. */
  foot: string;
  /** Lines at the head of a CSV file. */
  head: string[];
}

export const SourceContext = createContext<Source>({name: 'uitwijk', rubricering: '', foot: '', head: []});

/** Letters, digits and dashes, so that every system takes it: "Uitval, 6 u." is uitval-6-u. */
export function fileName(...parts: string[]): string {
  const plain = (part: string) =>
    part
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '');
  return parts.map(plain).filter(Boolean).join('_') || 'uitwijk';
}
