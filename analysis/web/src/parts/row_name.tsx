import type {Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';

const words = inBoth({
  nl: {package: (name: string) => `pakket ${name}`, tied: 'niet te onderscheiden van de rij erboven'},
  en: {package: (name: string) => `package ${name}`, tied: 'not to be told from the row above'},
});

export function nameOf(row: Row, language: Report['language']): string {
  return language === 'nl' ? row.name_nl : row.name_en;
}

/** What the row is about: name, then threat, target and package, smaller. */
export function RowName({row}: {row: Row}) {
  const say = useWords(words);
  const details = [row.row, row.package === 'current' ? '' : say.package(row.package), row.plan, row.duration, row.varied].filter(Boolean);
  return (
    <>
      {nameOf(row, useLanguage())}
      <small>{details.join(' · ')}{row.tied_with_row_before && <> · {say.tied}</>}</small>
    </>
  );
}
