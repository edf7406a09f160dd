// Behind the risks: who answers for them, what is being done, who may take which level; for the analyst also remarks
// and bases.
import type {RegisteredRisk, RiskRegister} from '../document';
import {inBoth, useWords} from '../language';
import {dash} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {levelWords} from '../parts/levels';
import {registerWord, registerWords} from '../parts/register_words';

const words = inBoth({
  nl: {
    who: 'Wie ervoor staat: functies, geen personen',
    risk: 'Risico',
    owner: 'Eigenaar',
    manager: 'Beheerder',
    users: 'Hoofdgebruiker',
    supplier: 'Leverancier',
    disputed: 'Betwist',
    yes: 'ja',
    no: 'nee',
    none: 'niet vastgesteld',
    doing: 'Maatregelen in het register',
    what: 'Maatregel',
    due: 'Gereed op',
    status: 'Status',
    mandates: 'Mandaten: tot en met welk niveau een functie een restrisico mag aanvaarden',
    mandate: 'Functie',
    upTo: 'Tot en met',
    source: 'Bron',
    bases: 'Grondslag van besluiten en toelichting',
    criteria: 'Criteria',
    result: 'Cijfers (SHA-256)',
    note: 'Toelichting',
    line: 'Regel',
    crosswalk: 'Waar wat staat, naar ISO/IEC 27005',
    finding: 'Bevinding',
    answer: 'Antwoord in',
    old: ':2018',
    fresh: ':2022',
  },
  en: {
    who: 'Who answers for them: functions, no persons',
    risk: 'Risk',
    owner: 'Owner (eigenaar)',
    manager: 'Beheerder',
    users: 'Hoofdgebruiker',
    supplier: 'Supplier',
    disputed: 'Disputed',
    yes: 'yes',
    no: 'no',
    none: 'not established',
    doing: 'Measures in the register',
    what: 'Measure',
    due: 'Due',
    status: 'Status',
    mandates: 'Mandates: up to which level a function may take on a residual risk',
    mandate: 'Function',
    upTo: 'Up to',
    source: 'Source',
    bases: 'Bases of decisions, and remarks',
    criteria: 'Criteria',
    result: 'Figures (SHA-256)',
    note: 'Remark',
    line: 'Line',
    crosswalk: 'What is answered where, by ISO/IEC 27005',
    finding: 'Finding',
    answer: 'Answered by',
    old: ':2018',
    fresh: ':2022',
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;
type Treatment = RegisteredRisk['measures'][number] & {risk: string};

export function RegisterBackground({register}: {register: RiskRegister}) {
  const say = useWords(words);
  return (
    <>
      {register.risks.length > 0 && <Who register={register} say={say} />}
      <Treatments register={register} say={say} />
      {register.mandates.length > 0 && <Mandates register={register} say={say} />}
      {register.risks.some(({line}) => line !== undefined) && <Bases register={register} say={say} />}
      {register.crosswalk && <Crosswalk crosswalk={register.crosswalk} say={say} />}
    </>
  );
}

function Who({register: {risks}, say}: {register: RiskRegister; say: Words}) {
  const disputed = ({verantwoordelijkheid_betwist: is}: RegisteredRisk) =>
    is === null ? say.none : is ? say.yes : say.no;
  const columns: Column<RegisteredRisk>[] = [
    {key: 'risk', head: say.risk, heading: true, value: ({risk}) => risk},
    {key: 'owner', head: say.owner, value: ({eigenaar}) => eigenaar ?? say.none},
    {key: 'manager', head: say.manager, value: ({beheerder}) => beheerder ?? say.none},
    {key: 'users', head: say.users, value: ({hoofdgebruiker}) => hoofdgebruiker.join(', ') || say.none},
    ...(risks.some(({leverancier}) => leverancier !== undefined)
      ? [{key: 'supplier', head: say.supplier, value: ({leverancier}: RegisteredRisk) => leverancier ?? say.none}]
      : []),
    {key: 'disputed', head: say.disputed, value: disputed},
  ];
  return <DataTable caption={say.who} columns={columns} rows={risks} id={({risk}) => risk} />;
}

function Treatments({register: {risks}, say}: {register: RiskRegister; say: Words}) {
  const word = useWords(registerWords);
  const all = risks.flatMap(({risk, measures}) => measures.map((one): Treatment => ({...one, risk})));
  if (all.length === 0) return null;
  const columns: Column<Treatment>[] = [
    {key: 'what', head: say.what, heading: true, value: ({what}) => what},
    {key: 'risk', head: say.risk, value: ({risk}) => risk},
    {key: 'owner', head: say.owner, value: ({owner}) => owner ?? say.none},
    {key: 'due', head: say.due, value: ({due}) => due ?? say.none},
    {key: 'status', head: say.status, value: ({status}) => registerWord(status, word)},
  ];
  return <DataTable caption={say.doing} columns={columns} rows={all} id={({risk, what}) => `${risk} ${what}`} />;
}

function Mandates({register: {mandates}, say}: {register: RiskRegister; say: Words}) {
  const level = useWords(levelWords);
  const columns: Column<RiskRegister['mandates'][number]>[] = [
    {key: 'function', head: say.mandate, heading: true, value: one => one.function},
    {key: 'up_to', head: say.upTo, value: one => (one.up_to ? level[one.up_to] : say.none)},
    {key: 'source', head: say.source, value: one => one.source ?? dash},
  ];
  return <DataTable caption={say.mandates} columns={columns} rows={mandates} id={one => one.function} />;
}

function Bases({register: {risks}, say}: {register: RiskRegister; say: Words}) {
  const columns: Column<RegisteredRisk>[] = [
    {key: 'risk', head: say.risk, heading: true, value: ({risk}) => risk},
    {key: 'line', head: say.line, numeric: true, value: ({line}) => line ?? null},
    {key: 'criteria', head: say.criteria, value: ({decision}) => decision?.criteria_version ?? dash},
    {
      key: 'result',
      head: say.result,
      value: ({decision}) => decision?.result ?? dash,
      show: ({decision}) => (decision?.result ? <code>{decision.result}</code> : dash),
    },
    {key: 'note', head: say.note, value: ({note, recorded}) => [recorded, note].filter(Boolean).join('. ') || dash},
  ];
  return <DataTable caption={say.bases} columns={columns} rows={risks} id={({risk}) => risk} />;
}

type Crossing = NonNullable<RiskRegister['crosswalk']>['rows'][number];

function Crosswalk({crosswalk: {note, rows}, say}: {crosswalk: NonNullable<RiskRegister['crosswalk']>; say: Words}) {
  const columns: Column<Crossing>[] = [
    {key: 'finding', head: say.finding, heading: true, value: one => one.finding},
    {key: 'of_2018', head: say.old, value: one => one.iso27005_2018},
    {key: 'of_2022', head: say.fresh, value: one => one.iso27005_2022},
    {key: 'answered_by', head: say.answer, value: one => one.answered_by},
  ];
  return (
    <>
      <DataTable caption={say.crosswalk} columns={columns} rows={rows} id={one => one.finding} />
      <p>
        <small>{note}</small>
      </p>
    </>
  );
}
