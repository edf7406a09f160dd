import type {Level} from '../document';
import {inBoth} from '../language';

/** Of the risk matrix, lowest first. */
export const levels: readonly Level[] = ['laag', 'midden', 'hoog', 'zeer_hoog'];

export const levelWords = inBoth<Record<Level, string>>({
  nl: {laag: 'laag', midden: 'midden', hoog: 'hoog', zeer_hoog: 'zeer hoog'},
  en: {laag: 'low', midden: 'middle', hoog: 'high', zeer_hoog: 'very high'},
});
