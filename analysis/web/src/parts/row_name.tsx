import type {Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {packageName, packageWords} from './packages';
import {registerWord, registerWords} from './register_words';

const words = inBoth({
  nl: {drawn: (count: string) => (count === '1' ? '1 meldkamer, geloot' : `${count} meldkamers, geloot`), tied: 'niet te onderscheiden van de rij erboven', register: 'register', points: (n: number) => `${n} ${n === 1 ? 'aandachtspunt' : 'aandachtspunten'}`},
  en: {drawn: (count: string) => (count === '1' ? '1 meldkamer, drawn' : `${count} meldkamers, drawn`), tied: 'not to be told from the row above', register: 'register', points: (n: number) => `${n} to look at`},
});

export function nameOf(row: Row, language: Report['language']): string {
  return language === 'nl' ? row.name_nl : row.name_en;
}

/** What the row is about: name, then threat, target and package, smaller. */
export function RowName({row}: {row: Row}) {
  const say = useWords(words);
  const names = useWords(packageWords);
  const [, drawn] = row.target?.match(/^random:(\d+)$/) ?? [];
  const aimed = drawn ? `${row.threat} · ${say.drawn(drawn)}` : row.row;
  const details = [aimed, row.package === 'current' ? '' : packageName(row.package, names), row.plan, row.duration, row.varied].filter(Boolean);
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
