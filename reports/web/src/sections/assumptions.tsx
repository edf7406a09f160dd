import type {Assumptions, Kind, Report} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {headOfCsv} from '../parts/head_of_csv';
import type {Section} from '../section';

type World = Assumptions['worlds'][number];
type Group = NonNullable<World['groups']>[number];

const words = inBoth({
  nl: {
    intro:
      'Elk invoergetal van de wereld heeft een soort en een bron. Een interval in dit rapport zegt hoeveel ' +
      'keer is gesimuleerd en niet hoe goed een aanname is. Zoals de bestanden van de wereld ze geven, vóór ' +
      'wat een scenario of maatregel verandert:',
    caption: (world: string) => `Invoergetallen van ${world} naar soort`,
    what: 'Onderdeel',
    measured: 'gemeten',
    reported: 'gerapporteerd',
    derived: 'afgeleid',
    estimated: 'geschat',
    assumed: 'aanname',
    '': 'zonder soort',
    all: 'totaal',
    named: 'Aanname zijn in elk geval',
    list:
      'overnameparen en -tijden; roosters; het uurprofiel; de norm voor aannemen; alle hersteltijden en ' +
      'beschikbaarheidscijfers; de belasting van de KMar; de capaciteit bij gedeeltelijke uitval van C2000; ' +
      'geduld en opnieuw bellen; de waarschijnlijkheid van opzettelijke dreigingen; klassegrenzen; mandaten.',
    groups: (world: string) => `Elk getal van ${world}, met soort en bron`,
    kind: 'Soort',
    source: 'Bron',
    note: 'Toelichting',
    values: 'Getallen',
    number: 'Aantal',
    world: 'wereld',
    stages: 'stappen',
    disciplines: 'disciplines',
    regions: "veiligheidsregio's",
    meldkamers: 'meldkamers',
    demand: 'aanbod',
    callers: 'bellers',
    kinds: 'soorten bellers',
    components: 'voorzieningen en onderdelen',
    functions: 'functies',
    network: 'netwerk',
    takeover: 'overname',
    takeover_plans: 'overnameplannen',
    scale_up: 'opschaling',
    other_work: 'ander werk',
    channels: 'andere kanalen',
    roles: 'rollen',
    sites: 'locaties',
  },
  en: {
    intro:
      'Every input of the world has a kind and a source. An interval in this report says how often was ' +
      'simulated, not how good an assumption is. As the files of the world give them, before what a scenario ' +
      'or measure changes:',
    caption: (world: string) => `Inputs of ${world} by kind`,
    what: 'Part',
    measured: 'measured',
    reported: 'reported',
    derived: 'derived',
    estimated: 'estimated',
    assumed: 'assumed (aanname)',
    '': 'without kind',
    all: 'all',
    named: 'Assumed (aanname) are in any case',
    list:
      'takeover pairs and times; rosters; the hourly profile; the answer norm; all repair times and availability ' +
      'figures; the load of the KMar; the capacity of a partial loss of C2000; patience and redial; the ' +
      'likelihood of deliberate threats; class bounds; mandates.',
    groups: (world: string) => `Every number of ${world}, with kind and source`,
    kind: 'Kind',
    source: 'Source',
    note: 'Note',
    values: 'Numbers',
    number: 'How many',
    world: 'world',
    stages: 'stages',
    disciplines: 'disciplines',
    regions: 'safety regions',
    meldkamers: 'meldkamers',
    demand: 'demand',
    callers: 'callers',
    kinds: 'kinds of callers',
    components: 'facilities and components',
    functions: 'functions',
    network: 'network',
    takeover: 'takeover',
    takeover_plans: 'takeover plans',
    scale_up: 'scaling up',
    other_work: 'other work',
    channels: 'other channels',
    roles: 'roles',
    sites: 'sites',
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;
const kinds: readonly (Kind | '')[] = ['measured', 'reported', 'derived', 'estimated', 'assumed', ''];

/** A row of a table must fit on a sheet of paper. */
const mostInARow = 20;

/** Long groups in pieces; the first has the note. */
function inPieces(groups: Group[]): Group[] {
  return groups.flatMap(group => {
    const pieces: Group[] = [];
    for (let from = 0; from < group.numbers.length; from += mostInARow)
      pieces.push({
        ...group,
        note: from === 0 ? group.note : '',
        numbers: group.numbers.slice(from, from + mostInARow),
      });
    return pieces;
  });
}

interface Line {
  part: string;
  counts: World['counts'][string];
}

const sum = (counts: World['counts'][string]) => kinds.reduce((all, kind) => all + (counts[kind] ?? 0), 0);

function Counts({report, world, say}: {report: Report; world: World; say: Words}) {
  const numbers = useNumbers();
  const lines = Object.entries(world.counts).map(([part, counts]): Line => ({part, counts}));
  const total = kinds.reduce<Line['counts']>(
    (all, kind) => ({...all, [kind]: lines.reduce((some, {counts}) => some + (counts[kind] ?? 0), 0)}),
    {},
  );
  const named = (part: string) => (part in say ? ((say as unknown as Record<string, string>)[part] ?? part) : part);
  const columns: Column<Line>[] = [
    {key: 'part', head: say.what, heading: true, value: ({part}) => named(part)},
    ...kinds
      .filter(kind => (total[kind] ?? 0) > 0)
      .map((kind): Column<Line> => ({
        key: kind || 'none',
        head: say[kind],
        numeric: true,
        value: ({counts}) => counts[kind] ?? 0,
        show: ({counts}) => numbers.count(counts[kind] ?? 0),
      })),
    {
      key: 'all',
      head: say.all,
      numeric: true,
      value: ({counts}) => sum(counts),
      show: ({counts}) => numbers.count(sum(counts)),
    },
  ];
  return (
    <DataTable
      caption={say.caption(world.world)}
      columns={columns}
      rows={[...lines, {part: say.all, counts: total}]}
      id={({part}) => part}
      csv={{file: 'inputs.csv', head: headOfCsv(report)}}
    />
  );
}

function Groups({report, world, say}: {report: Report; world: World; say: Words}) {
  const numbers = useNumbers();
  const columns: Column<Group>[] = [
    {key: 'source', head: say.source, heading: true, value: ({source}) => source},
    {key: 'kind', head: say.kind, value: ({kind}) => say[kind]},
    {
      key: 'number',
      head: say.number,
      numeric: true,
      value: group => group.numbers.length,
      show: group => numbers.count(group.numbers.length),
    },
    {key: 'note', head: say.note, value: ({note}) => note},
    {key: 'numbers', head: say.values, value: group => group.numbers.join('; ')},
  ];
  return (
    <details>
      <summary>{say.groups(world.world)}</summary>
      <DataTable
        caption={say.groups(world.world)}
        columns={columns}
        rows={inPieces(world.groups ?? [])}
        id={group => `${group.kind} ${group.source} ${group.note} ${group.numbers[0]}`}
        csv={{file: 'assumptions.csv', head: headOfCsv(report)}}
      />
    </details>
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  return (
    <>
      <p>{say.intro}</p>
      {report.assumptions.worlds.map((world, index) => (
        <Counts key={index} report={report} world={world} say={say} />
      ))}
      <p>
        <strong>{say.named}</strong>: {say.list}
      </p>
      {report.assumptions.worlds.map(
        (world, index) => world.groups && <Groups key={index} report={report} world={world} say={say} />,
      )}
    </>
  );
}

export const assumptions: Section = {
  id: 'assumptions',
  title: {nl: 'Aannames', en: 'Assumptions'},
  applies: () => true,
  background: true,
  Body,
};
