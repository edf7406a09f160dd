import type {InBoth} from '../language';
import {inBoth} from '../language';

export const packageWords: InBoth<{current: string; planned: string; inherent: string}> = inBoth({
  nl: {
    current: 'huidige maatregelen',
    planned: 'met alle geplande maatregelen',
    inherent: 'zonder bestaande maatregelen (hypothetisch)',
  },
  en: {
    current: 'present measures',
    planned: 'with all planned measures',
    inherent: 'without existing measures (hypothetical)',
  },
});

/** What people read for a package of measures; its own name when it has no other. */
export function packageName(name: string, say: {current: string; planned: string; inherent: string}): string {
  return name === 'current' || name === 'planned' || name === 'inherent' ? say[name] : name;
}

/** Present measures first, the others as they come. */
export function packagesOf(rows: {package: string}[]): string[] {
  const names = rows.map(row => row.package).filter((name, index, all) => all.indexOf(name) === index);
  return [...names.filter(name => name === 'current'), ...names.filter(name => name !== 'current')];
}
