import type {FamilyRecord, PastOutage, Report} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import type {Section} from '../section';

interface Check {
  what: string;
  held: string;
}

const words = inBoth({
  nl: {
    intro:
      'Wat bij elke bouw van dit programma wordt getoetst. Elke vergelijking met theorie vraagt dat de theorie ' +
      'in het 99,7%-interval ligt, dat het interval smal is, en dat dezelfde proef met 5 % andere invoer de ' +
      'theorie mist.',
    theory: 'Tegen de wachtrijtheorie',
    history: 'Tegen wat bekend is van gewone dagen en storingen',
    what: 'Wat',
    held: 'Waartegen',
    counts: 'Naast aantallen van storingen, elk op zijn eigen definitie',
    outage: 'Storing',
    counted: 'Geteld',
    published: 'Aantal',
    mean: 'Model, gemiddeld',
    range: 'Waar 95 % van de replicaties ligt',
    holds: 'Ligt erin',
    yes: 'ja',
    no: 'nee',
    source: 'Bron',
    derived: 'afgeleid',
    kind: 'Toetst dit?',
    isTest: 'ja',
    isUsed: (what: string) => `nee, gebruikt voor: ${what}`,
    isUnpublished: 'nee, nooit gepubliceerd: zelf afgeleid',
    replications: 'Replicaties',
    tests: (held: string, all: string) =>
      `Toetsen: ${held} van de ${all} aantallen die gepubliceerd en nergens voor gebruikt zijn, liggen waar 95 % van de ` +
      'nagespeelde storingen ligt.',
    noTests: 'Geen van deze aantallen toetst het model.',
    used: (held: string, all: string) =>
      `Geen toets: uit ${all} gepubliceerde aantallen is zelf invoer afgeleid (${held} liggen erin).`,
    unpublished: (held: string, all: string) =>
      `Geen toets: ${all} ${all === '1' ? 'is' : 'zijn'} nooit gepubliceerd maar zelf afgeleid (${held} ` +
      `${held === '1' ? 'ligt' : 'liggen'} erin).`,
    countsNote:
      'Een storing gebeurde één keer; het aantal wordt daarom vergeleken met losse replicaties, niet met hun ' +
      'gemiddelde. Wat van de wereld uit een storing is afgeleid, wordt door die storing niet getoetst.',
    record: 'Consistentiecontrole met wat in Nederland bekend werd, geen validatie',
    family: 'Familie',
    years: 'Jaren',
    seen: 'Gezien',
    expected: 'Verwacht [90 %]',
    without: 'Verwacht zonder het eigen verslag [90 %]',
    durations: 'Bekende duren, uur',
    model: 'Catalogus, mediaan / P95, uur',
    recordNote:
      'Dit verslag heeft de frequenties bepaald: dat de aantallen kloppen, bewijst niets; een verschil wijst op een ' +
      'klasse die het verleden tegenspreekt. Een streepje: de klassen zijn vanwege dit verslag gekozen.',
    theoryList:
      'Erlang B, C en A|blokkering, wachttijd, afhaken bij vaste bezetting\n' +
      'M/D/c; prioriteiten; willekeurige volgorde|wachttijd en deel binnen de norm\n' +
      'herhaald bellen|keten van bezette lijnen en wachtende herhalers\n' +
      'twee stappen achter elkaar; overloop naar een partner|wachttijd per stap; verplaatste oproepen\n' +
      'dienstwissel; totale uitval en herstel|keten in de tijd (uniformisatie)\n' +
      'onderdelen, gemeenschappelijke oorzaak|beschikbaarheid in gesloten vorm',
    historyList:
      'een gemiddelde dag|10.137 bellers per dag\n' +
      'KPN, 24 juni 2019|niemand bereikt 112 van 15.34 tot 18.52 uur\n' +
      'jaarwisseling 2022-2023|3.605 oproepen in het eerste uur, binnen 10 %\n' +
      'Bergen op Zoom, april 2023|Rotterdam neemt over\n' +
      'GMS, 7 februari 2026|langer werk, nauwelijks niet op tijd bereikte bellers',
    note:
      'Het verleden is nagespeeld in het huidige bestel van tien meldkamers. Er wordt geen klasse aan toegekend. ' +
      'Dat de simulatie met theorie klopt, zegt niets over de juistheid van een aanname.',
  },
  en: {
    intro:
      'What is tested at every build of this program. Each comparison with theory demands that theory lies in ' +
      'the 99.7 % interval, that the interval is narrow, and that the same trial with an input 5 % off misses ' +
      'the theory.',
    theory: 'Against queueing theory',
    history: 'Against what is known of ordinary days and outages',
    what: 'What',
    held: 'Held against',
    counts: 'Beside counts of outages, each on its own definition',
    outage: 'Outage',
    counted: 'Counted',
    published: 'Count',
    mean: 'Model, mean',
    range: 'Where 95 % of the replications lie',
    holds: 'Lies within',
    yes: 'yes',
    no: 'no',
    source: 'Source',
    derived: 'derived',
    kind: 'Is it a test?',
    isTest: 'yes',
    isUsed: (what: string) => `no, used for: ${what}`,
    isUnpublished: 'no, never published: derived by us',
    replications: 'Replications',
    tests: (held: string, all: string) =>
      `Tests: ${held} of the ${all} counts that were published and used for nothing lie where 95 % of the replayed ` +
      'outages lie.',
    noTests: 'None of these counts tests the model.',
    used: (held: string, all: string) =>
      `No test: of ${all} published counts inputs were derived (${held} lie within).`,
    unpublished: (held: string, all: string) =>
      `No test: ${all} ${all === '1' ? 'was' : 'were'} never published but derived by us (${held} ` +
      `${held === '1' ? 'lies' : 'lie'} within).`,
    countsNote:
      'An outage happened once; its count is held against single replications, therefore, not against their ' +
      'mean. What of the world was derived from an outage is not tested by it.',
    record: 'Consistency with the Dutch record, no validation',
    family: 'Family',
    years: 'Years',
    seen: 'Seen',
    expected: 'Expected [90 %]',
    without: 'Expected without its own record [90 %]',
    durations: 'Known durations, h',
    model: 'Catalogue, median / P95, h',
    recordNote:
      'This record set the frequencies: counts that agree prove nothing; a difference shows a class that history ' +
      'contradicts. A dash: the classes were chosen because of this record.',
    theoryList:
      'Erlang B, C and A|blocking, waiting, giving up with constant staff\n' +
      'M/D/c; priorities; random order|waiting and the share within the norm\n' +
      'redialling|chain of busy lines and callers about to redial\n' +
      'two stages in a row; overflow to a partner|waiting at each stage; calls moved\n' +
      'change of shift; total outage and recovery|chain in time (uniformisation)\n' +
      'components, common cause|availability in closed form',
    historyList:
      'a mean day|10,137 callers a day\n' +
      'KPN, 24 June 2019|nobody reaches 112 from 15:34 to 18:52\n' +
      'New Year 2022-2023|3,605 calls in the first hour, within 10 %\n' +
      'Bergen op Zoom, April 2023|Rotterdam takes over\n' +
      'GMS, 7 February 2026|longer work, hardly any lost callers',
    note:
      'The past is replayed in today’s system of ten meldkamers. No class is given to it. That the simulation ' +
      'agrees with theory says nothing about whether an assumption is right.',
  },
});

function checksOf(text: string): Check[] {
  return text.split('\n').map(line => {
    const [what = '', held = ''] = line.split('|');
    return {what, held};
  });
}

type CountSort = 'tests' | 'used' | 'unpublished';

/** What was derived from an outage is not tested by it, and what nobody published tests nothing. */
function sortOf({basis, used_for_en}: PastOutage): CountSort {
  if (basis === 'derived') return 'unpublished';
  return used_for_en ? 'used' : 'tests';
}

function Counts({past}: {past: PastOutage[]}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const dutch = useLanguage() === 'nl';
  const replayed = past.filter(({model}) => model !== null);
  const columns: Column<PastOutage>[] = [
    {key: 'outage', head: say.outage, heading: true, value: row => (dutch ? row.name_nl : row.name_en)},
    {key: 'counted', head: say.counted, value: row => (dutch ? row.definition_nl : row.definition_en)},
    {
      key: 'published',
      head: say.published,
      numeric: true,
      value: ({count}) => count,
      show: ({count}) => numbers.count(count),
    },
    {
      key: 'mean',
      head: say.mean,
      numeric: true,
      value: ({model}) => model?.mean ?? null,
      show: ({model}) => numbers.count(model?.mean),
    },
    {
      key: 'range',
      head: say.range,
      numeric: true,
      value: ({model}) => model?.range95[0] ?? null,
      show: ({model}) => numbers.ends(model?.range95 ?? null),
    },
    {key: 'holds', head: say.holds, value: ({model}) => (model ? (model.holds_count ? say.yes : say.no) : dash)},
    {
      key: 'replications',
      head: say.replications,
      numeric: true,
      value: ({model}) => model?.replications ?? null,
      show: ({model}) => numbers.count(model?.replications),
    },
    {
      key: 'source',
      head: say.source,
      value: ({source, basis}) => (basis === 'derived' ? `${source}, ${say.derived}` : source),
    },
    {
      key: 'is_test',
      head: say.kind,
      value: row =>
        sortOf(row) === 'unpublished'
          ? say.isUnpublished
          : sortOf(row) === 'used'
            ? say.isUsed(dutch ? row.used_for_nl : row.used_for_en)
            : say.isTest,
    },
  ];
  const summary = (sort: CountSort): string => {
    const all = replayed.filter(row => sortOf(row) === sort);
    const held = all.filter(({model}) => model?.holds_count);
    if (all.length > 0) return say[sort](numbers.count(held.length), numbers.count(all.length));
    return sort === 'tests' ? say.noTests : '';
  };
  return (
    <>
      <p>{(['tests', 'used', 'unpublished'] as const).map(summary).filter(Boolean).join(' ')}</p>
      <DataTable caption={say.counts} columns={columns} rows={past} id={({outage, count}) => `${outage} ${count}`} />
      <p>
        <small>{say.countsNote}</small>
      </p>
    </>
  );
}

/** What the model expects of each family beside what became known of it; durations are the analyst's. */
function Consistency({record}: {record: FamilyRecord[]}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const dutch = useLanguage() === 'nl';
  const hours = (seconds: number) => numbers.decimal(seconds / 3600, 1);
  const count = (one: FamilyRecord['expected']) =>
    one ? `${numbers.decimal(one.mean, 1)} ${numbers.ends([one.p5, one.p95])}` : dash;
  const columns: Column<FamilyRecord>[] = [
    {key: 'family', head: say.family, heading: true, value: row => (dutch ? row.name_nl : row.name_en)},
    {
      key: 'years',
      head: say.years,
      numeric: true,
      value: ({years}) => years,
      show: ({years}) => numbers.decimal(years, 1),
    },
    {key: 'seen', head: say.seen, numeric: true, value: ({seen}) => seen, show: ({seen}) => numbers.count(seen)},
    {
      key: 'expected',
      head: say.expected,
      numeric: true,
      value: ({expected}) => expected?.mean ?? null,
      show: ({expected}) => count(expected),
    },
    {
      key: 'without_own_record',
      head: say.without,
      numeric: true,
      value: row => row.without_own_record?.mean ?? null,
      show: row => count(row.without_own_record),
    },
  ];
  if (record.some(({durations_s}) => durations_s !== undefined))
    columns.push(
      {key: 'durations_s', head: say.durations, value: row => row.durations_s?.map(hours).join('; ') || dash},
      {
        key: 'model_duration',
        head: say.model,
        value: ({model_duration: model}) => (model ? `${hours(model.median_s)} / ${hours(model.p95_s)}` : dash),
      },
    );
  return (
    <>
      <DataTable caption={say.record} columns={columns} rows={record} id={row => row.name_nl} />
      <p>
        <small>{say.recordNote}</small>
      </p>
    </>
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const columns: Column<Check>[] = [
    {key: 'what', head: say.what, heading: true, value: ({what}) => what},
    {key: 'held', head: say.held, value: ({held}) => held},
  ];
  return (
    <>
      <p>{say.intro}</p>
      <DataTable caption={say.theory} columns={columns} rows={checksOf(say.theoryList)} id={({what}) => what} />
      <DataTable caption={say.history} columns={columns} rows={checksOf(say.historyList)} id={({what}) => what} />
      <Counts past={report.table.history} />
      {report.table.record && <Consistency record={report.table.record} />}
      <p>{say.note}</p>
    </>
  );
}

export const validation: Section = {
  id: 'validation',
  title: {nl: 'Validatie', en: 'Validation'},
  applies: () => true,
  background: true,
  Body,
};
