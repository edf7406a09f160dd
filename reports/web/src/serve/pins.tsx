import {useState} from 'preact/hooks';
import {inBoth, useLanguage, useWords} from '../language';
import {useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import type {Offer, RunResult} from './answers';
import {changesOf, type Changes} from './change';
import {Command} from './command_line';
import {Choice} from './fields';
import {written} from './measures_view';

const words = inBoth({
  nl: {
    title: 'Naast elkaar',
    caption: 'Vastgezette resultaten; met een dreiging: het verschil met de wereld zonder',
    measure: 'Maat',
    remove: 'Maak los',
    first: 'Van',
    second: 'Naar',
    change: 'Verandering',
    paired:
      'Gepaard: dezelfde seed en replicaties, dus dezelfde bellers. Wat in elke replicatie gelijk is, verandert 0.',
    independent:
      'Het interval van de verandering neemt beide resultaten als onafhankelijk, want seed of replicaties zijn niet ' +
      'dezelfde; uitwijk compare rekent gepaard waar dat kan.',
    compare: 'Vergelijking van twee',
    one: 'Resultaat',
  },
  en: {
    title: 'Side by side',
    caption: 'Pinned results; with a threat: the difference from the world without',
    measure: 'Measure',
    remove: 'Unpin',
    first: 'From',
    second: 'To',
    change: 'Change',
    paired:
      'By pairs: the same seed and replications, so the same callers. What is the same in every replication changes ' +
      'by 0.',
    independent:
      'The interval of the change takes both results as independent, for seed or replications are not the same; ' +
      'uitwijk compare goes by pairs where it can.',
    compare: 'Comparison of two',
    one: 'Result',
  },
});

export interface Pin {
  id: number;
  result: RunResult;
}

/** Places among the pins: the one that a change is from, and the one that it is to. */
type Ends = [from: number, to: number];

const estimatesOf = ({result}: Pin) => result.difference ?? result.measures;
const letter = (index: number) => String.fromCharCode(65 + (index % 26));

export function Pins({pins, offer, remove}: {pins: Pin[]; offer: Offer; remove(id: number): void}) {
  const say = useWords(words);
  const [ends, setEnds] = useState<Ends>([0, 1]);
  if (pins.length === 0) return null;
  const [from, to] = ends.map(end => pins[end]);
  const changes = from && to && changesOf(from.result, to.result);
  const names = offer.measures.map(({name}) => name).filter(name => pins.some(pin => estimatesOf(pin)[name]));
  return (
    <section aria-labelledby="pins-title">
      <h2 id="pins-title">{say.title}</h2>
      <PinList pins={pins} remove={remove} />
      <PinTable pins={pins} names={names} offer={offer} />
      {changes && pins.length > 1 && (
        <>
          <h3>{say.compare}</h3>
          <EndsForm pins={pins} ends={ends} choose={setEnds} />
          <ChangeTable changes={changes} ends={ends} names={names} offer={offer} />
          <p class="quiet">{changes?.paired ? say.paired : say.independent}</p>
        </>
      )}
    </section>
  );
}

function PinList({pins, remove}: {pins: Pin[]; remove(id: number): void}) {
  const say = useWords(words);
  return (
    <ol class="pins">
      {pins.map((pin, index) => (
        <li key={pin.id}>
          <strong>{letter(index)}</strong> <Command words={pin.result.command} />{' '}
          <button type="button" aria-label={`${say.remove}: ${letter(index)}`} onClick={() => remove(pin.id)}>
            {say.remove}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Names of measures by their label. */
function useMeasureColumn(offer: Offer): Column<string> {
  const say = useWords(words);
  const labels = offer.labels[useLanguage()];
  return {key: 'measure', head: say.measure, heading: true, value: name => labels[name] ?? name};
}

function PinTable({pins, names, offer}: {pins: Pin[]; names: string[]; offer: Offer}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const measure = useMeasureColumn(offer);
  const columns = pins.map((pin, index): Column<string> => ({
    key: letter(index),
    head: `${letter(index)}: ${pin.result.name}`,
    numeric: true,
    value: name => estimatesOf(pin)[name]?.mean ?? null,
    show: name => written(numbers, name, estimatesOf(pin)[name], pin.result.difference !== null),
  }));
  return (
    <DataTable
      caption={say.caption}
      columns={[measure, ...columns]}
      rows={names}
      id={name => name}
      csv={{file: 'uitwijk-pins.csv', head: pins.map(({result}) => result.command)}}
    />
  );
}

/** Which two are compared. */
function EndsForm({pins, ends: [from, to], choose}: {pins: Pin[]; ends: Ends; choose(ends: Ends): void}) {
  const say = useWords(words);
  const options = pins.map((_, index) => [String(index), `${say.one} ${letter(index)}`] as const);
  return (
    <div class="grid">
      <Choice
        id="from"
        label={say.first}
        value={String(from)}
        options={options}
        onChange={value => choose([Number(value), to])}
      />
      <Choice
        id="to"
        label={say.second}
        value={String(to)}
        options={options}
        onChange={value => choose([from, Number(value)])}
      />
    </div>
  );
}

interface ChangeProps {
  changes: Changes;
  ends: Ends;
  names: string[];
  offer: Offer;
}

function ChangeTable({changes, ends, names, offer}: ChangeProps) {
  const say = useWords(words);
  const numbers = useNumbers();
  const measure = useMeasureColumn(offer);
  const moved: Column<string> = {
    key: 'change',
    head: say.change,
    numeric: true,
    value: name => changes.of(name)?.mean ?? null,
    show: name => written(numbers, name, changes.of(name), true),
  };
  return (
    <DataTable
      caption={`${letter(ends[0])} → ${letter(ends[1])}`}
      columns={[measure, moved]}
      rows={names}
      id={name => name}
    />
  );
}
