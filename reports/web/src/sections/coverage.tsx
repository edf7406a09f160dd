import type {Coverage, CoverageCell, Report} from '../document';
import {inBoth, useWords, wordOf} from '../language';
import {useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {headOfCsv} from '../parts/head_of_csv';
import type {Section} from '../section';

type Row = Coverage['rows'][number];

const words = inBoth({
  nl: {
    sentence: (simulated: string, all: string, version: string, status: string) =>
      `${simulated} van de ${all} dreigingen van de catalogus (versie ${version}, ${status}) staan in deze resultaten.`,
    worlds: (list: string) => `Stand van de gesimuleerde wereld: ${list}.`,
    undated: 'geen dag vermeld',
    caption: 'Dekkingsoverzicht: wat is gesimuleerd, alleen vastgelegd, of niet geanalyseerd',
    what: 'Voorziening of proces',
    A: 'Beschikbaarheid',
    I: 'Integriteit',
    C: 'Vertrouwelijkheid',
    simulated: 'gesimuleerd',
    recorded: 'vastgelegd',
    not_analysed: 'niet geanalyseerd',
    of: (some: string, all: string) => `${some} van ${all} ${all === '1' ? 'dreiging' : 'dreigingen'}`,
    one: (all: string) => `${all} ${all === '1' ? 'dreiging' : 'dreigingen'}`,
    note:
      'Vertrouwelijkheid wordt niet gesimuleerd: die kost geen oproepen. BBN: een label met bron; inhoud BBN2+ ' +
      'niet in bronnen: aanname.',
    spoedvraag: 'Spoedvraag (oproepketen)',
    spoedrespons: 'Spoedrespons (radio en alarmering)',
    gms: 'Gemeenschappelijk Meldkamer Systeem',
    ois: 'Ondersteunende informatiesystemen',
    ivict: 'IV/ICT-infrastructuur',
    huisvesting: 'Huisvesting en facilitaire services',
    bezetting: 'Bezetting',
    beheerprocessen: 'Processen van de beheerorganisatie',
  },
  en: {
    sentence: (simulated: string, all: string, version: string, status: string) =>
      `${simulated} of ${all} threats of the catalogue (version ${version}, ${status}) are in these results.`,
    worlds: (list: string) => `State of affairs of the simulated world: ${list}.`,
    undated: 'no day given',
    caption: 'Coverage overview: what was simulated, recorded only, or not analysed',
    what: 'Facility or process',
    A: 'Availability',
    I: 'Integrity',
    C: 'Confidentiality',
    simulated: 'simulated',
    recorded: 'recorded only',
    not_analysed: 'not analysed',
    of: (some: string, all: string) => `${some} of ${all} ${all === '1' ? 'threat' : 'threats'}`,
    one: (all: string) => `${all} ${all === '1' ? 'threat' : 'threats'}`,
    note:
      'Confidentiality is not simulated: it costs no calls. BBN: a label with its source; inhoud BBN2+ niet in ' +
      'bronnen: aanname (its content is assumed).',
    spoedvraag: 'Spoedvraag (call chain)',
    spoedrespons: 'Spoedrespons (radio and paging)',
    gms: 'Gemeenschappelijk Meldkamer Systeem',
    ois: 'Ondersteunende informatiesystemen (supporting systems)',
    ivict: 'IV/ICT infrastructure',
    huisvesting: 'Huisvesting (housing and facilities)',
    bezetting: 'Staffing',
    beheerprocessen: 'Processes of the management organisation',
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;
const signs = {simulated: '●', recorded: '○', not_analysed: '–'};

function Cell({cell, say}: {cell: CoverageCell; say: Words}) {
  const numbers = useNumbers();
  const all = cell.simulated.length + cell.recorded.length;
  return (
    <>
      <span aria-hidden="true">{signs[cell.analysed]} </span>
      {say[cell.analysed]}
      {cell.analysed === 'simulated' && (
        <small>{say.of(numbers.count(cell.simulated.length), numbers.count(all))}</small>
      )}
      {cell.analysed === 'recorded' && <small>{say.one(numbers.count(all))}</small>}
    </>
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const {catalogue, simulated_threats, worlds, rows} = report.coverage;
  const aspect = (key: 'A' | 'I' | 'C'): Column<Row> => ({
    key,
    head: say[key],
    value: row => say[row[key].analysed],
    show: row => <Cell cell={row[key]} say={say} />,
    fields: [
      {key, value: row => row[key].analysed},
      {key: `${key}_simulated`, value: row => row[key].simulated.length},
      {key: `${key}_recorded`, value: row => row[key].recorded.length},
    ],
  });
  const columns: Column<Row>[] = [
    {
      key: 'voorziening',
      head: say.what,
      heading: true,
      value: row => wordOf(say, row.voorziening),
      show: row => (
        <>
          {wordOf(say, row.voorziening)}
          {row.bbn && <small>{row.bbn}</small>}
        </>
      ),
    },
    aspect('A'),
    aspect('I'),
    aspect('C'),
  ];
  return (
    <>
      <p>
        {say.sentence(
          numbers.count(simulated_threats),
          numbers.count(catalogue.threats),
          catalogue.version,
          catalogue.status,
        )}{' '}
        {worlds.length > 0 &&
          `${say.worlds(worlds.map(one => `${one.name}, ${one.as_of ?? say.undated}`).join('; '))} `}
        {say.note}
      </p>
      <DataTable
        caption={say.caption}
        columns={columns}
        rows={rows}
        id={row => row.voorziening}
        csv={{file: 'coverage.csv', head: headOfCsv(report)}}
      />
    </>
  );
}

export const coverage: Section = {
  id: 'coverage',
  title: {nl: 'Dekkingsoverzicht', en: 'Coverage overview'},
  applies: () => true,
  background: true,
  Body,
};
