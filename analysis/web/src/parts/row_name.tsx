import type {Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {registerWord, registerWords} from './register_words';

const words = inBoth({
  nl: {package: (name: string) => `pakket ${name}`, tied: 'niet te onderscheiden van de rij erboven', register: 'register', points: (n: number) => `${n} ${n === 1 ? 'aandachtspunt' : 'aandachtspunten'}`},
  en: {package: (name: string) => `package ${name}`, tied: 'not to be told from the row above', register: 'register', points: (n: number) => `${n} to look at`},
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
      <InRegister row={row} />
    </>
  );
}

/** What the register says of it, when one was laid beside it that has it. */
function InRegister({row}: {row: Row}) {
  const say = useWords(words);
  const word = useWords(registerWords);
  const {register} = row.basis;
  if (!register) return null;
  const {status, decision, findings} = register;
  const said = [registerWord(status, word), decision && registerWord(decision, word), findings.length > 0 && say.points(findings.length)].filter(Boolean);
  return <small>{say.register}: {said.join(', ')}</small>;
}
