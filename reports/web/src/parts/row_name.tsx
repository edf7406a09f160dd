import type {Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {packageName, packageWords} from './packages';
import {registerWord, registerWords} from './register_words';
import {isYears, rowsOf} from './rows';

const words = inBoth({
  nl: {
    drawn: (count: string) => (count === '1' ? '1 meldkamer, geloot' : `${count} meldkamers, geloot`),
    partner: 'met haar partner',
    otherInputs: (line: number) => `andere invoer (${line})`,
    otherDefinitions: (version: number) =>
      `geteld volgens andere definities (${version}): niet te vergelijken met de andere rijen`,
    all: 'alle meldkamers',
    tied: (other: string, yearly: boolean) =>
      `niet te onderscheiden van ${other} in niet op tijd bereikte bellers per ${yearly ? 'jaar' : 'gebeurtenis'}`,
    register: 'register',
    year: 'Een jaar, in zijn geheel doorgerekend',
    points: (n: number) => `${n} ${n === 1 ? 'aandachtspunt' : 'aandachtspunten'}`,
  },
  en: {
    drawn: (count: string) => (count === '1' ? '1 meldkamer, drawn' : `${count} meldkamers, drawn`),
    partner: 'with its partner',
    otherInputs: (line: number) => `other inputs (${line})`,
    otherDefinitions: (version: number) =>
      `counted by other definitions (${version}): not to be compared with the other rows`,
    all: 'all meldkamers',
    tied: (other: string, yearly: boolean) =>
      `not to be told from ${other} in lost callers ${yearly ? 'a year' : 'per event'}`,
    register: 'register',
    year: 'A year, simulated whole',
    points: (n: number) => `${n} to look at`,
  },
});

export function nameOf(row: Row, language: Report['language']): string {
  if (isYears(row)) return words[language].year;
  return language === 'nl' ? row.name_nl : row.name_en;
}

/** Names a row of which only its word is known, by that word where the table has no such row. */
export function useNameOfRow(report: Report): (row: string) => string {
  const language = useLanguage();
  return name => {
    const row = rowsOf(report).find(one => one.row === name);
    return row ? nameOf(row, language) : name;
  };
}

/** "DR-07 · 1 meldkamer, drawn", "DR-20@rotterdam". */
export function useAim(): (row: Row) => string {
  const say = useWords(words);
  const one = (target: string) => {
    const [, count, partner] = target.match(/^random:(\d+)(\+partner)?$/) ?? [];
    if (count) return say.drawn(count) + (partner ? `, ${say.partner}` : '');
    return target === 'all' ? say.all : target;
  };
  return row =>
    row.target && /random:|^all/.test(row.target) && !row.threat.includes(',')
      ? `${row.threat} · ${row.target.split(',').map(one).join(', ')}`
      : row.row;
}

/**
 * What the row is about: name, then threat, target and package, smaller. `before`: the row that the table has before
 * it.
 */
export function RowName({row, before}: {row: Row; before?: Row | undefined}) {
  const say = useWords(words);
  const aim = useAim();
  const names = useWords(packageWords);
  const detailsOf = (one: Row) =>
    [
      aim(one),
      one.package === 'current' ? '' : packageName(one.package, names),
      one.plan,
      /^\d{4}-/.test(one.onset_rule) && one.threat ? `--at ${one.onset_rule}` : '',
      one.onset_rule.startsWith('over ') && !aim(one).endsWith(one.onset_rule) ? one.onset_rule : '',
      one.duration.replace(' ', '\u00a0'),
      one.varied,
      one.other_inputs && [say.otherInputs(one.other_inputs.line), ...(one.other_inputs.has ?? [])].join(' '),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <>
      {nameOf(row, useLanguage())}
      <small>{detailsOf(row)}</small>
      {row.other_definitions !== null && <small>{say.otherDefinitions(row.other_definitions)}</small>}
      {row.tied_with_row_before && before && <small>{say.tied(detailsOf(before), row.year !== null)}</small>}
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
  const said = [
    registerWord(status, word),
    decision && registerWord(decision, word),
    findings.length > 0 && say.points(findings.length),
  ].filter(Boolean);
  return (
    <small>
      {say.register}: {said.join(', ')}
    </small>
  );
}
