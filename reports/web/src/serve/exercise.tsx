import {useState} from 'preact/hooks';
import {inBoth, useWords, wordOf} from '../language';
import {useNumbers} from '../numbers';
import {DataTable} from '../parts/data_table';
import type {Clock, Estimates, ExerciseResult, Offer, Parameter, Problem} from './answers';
import {Choice, TextField, problemOf} from './fields';
import {JobForm} from './job_form';
import {Limit} from './limit';
import {written} from './measures_view';
import type {Question} from './question';
import {useJob} from './use_job';

const words = inBoth({
  nl: {
    title: 'Oefening naast de voorspelling',
    file: 'Waarnemingen',
    typed: 'Hieronder ingevuld',
    name: 'Naam van de oefening',
    source: 'Bron',
    meldkamer: 'Meldkamer',
    at: 'Verloren om',
    lost_for: 'Hoe lang verloren',
    partner: 'Wie nam aan',
    detect: 'Verloren tot bekend',
    decide: 'Bekend tot bevolen',
    switch: 'Bevolen tot aangenomen',
    verify: 'Hersteld tot zeker',
    return: 'Zeker tot terug',
    run: 'Vergelijk',
    clock: 'Klok',
    observed: 'Gezien',
    predicted: 'Voorspeld P5–P50–P95',
    below: 'Voorspellingen eronder',
    cutOff: 'Replicaties waarin de uitval eerder voorbij was',
    caption: 'Wat gezien is naast wat het model voorspelt',
    outcome: 'Wat het uitmaakt',
    as_modelled: 'zoals gemodelleerd',
    as_observed: 'zoals gezien',
    updated: 'bijgesteld',
    world: 'Wereld',
    extra_lost_callers: 'extra verloren bellers',
    extra_delayed_callers: 'extra vertraagde bellers',
    answered_again_s: 'weer beantwoord na',
    time: 'Zoals 4 min; leeg: niet opgeschreven',
  },
  en: {
    title: 'An exercise beside the prediction',
    file: 'Observations',
    typed: 'Filled in below',
    name: 'Name of the exercise',
    source: 'Source',
    meldkamer: 'Meldkamer',
    at: 'Lost at',
    lost_for: 'Lost for',
    partner: 'Who answered',
    detect: 'Lost to known',
    decide: 'Known to ordered',
    switch: 'Ordered to answering',
    verify: 'Repaired to sure',
    return: 'Sure to back',
    run: 'Compare',
    clock: 'Clock',
    observed: 'Observed',
    predicted: 'Predicted P5–P50–P95',
    below: 'Predictions below',
    cutOff: 'Replications in which the loss was over before',
    caption: 'What was seen beside what the model predicts',
    outcome: 'What it makes of it',
    as_modelled: 'as modelled',
    as_observed: 'as observed',
    updated: 'updated',
    world: 'World',
    extra_lost_callers: 'extra lost callers',
    extra_delayed_callers: 'extra delayed callers',
    answered_again_s: 'answered again after',
    time: 'Like 4 min; empty: not written down',
  },
});

const clocks = ['detect', 'decide', 'switch', 'verify', 'return'] as const;
const facts = ['name', 'source', 'meldkamer', 'at', 'lost_for', 'partner'] as const;
type Key = (typeof clocks)[number] | (typeof facts)[number];
type Seen = Partial<Record<Key, string>>;
const fields = ['exercise', ...[...facts, ...clocks].map(key => `observed.${key}`)];

/** Meldkamers of the world, as its numbers are addressed. */
function roomsOf(parameters: Parameter[]): string[] {
  const addresses = parameters.filter(({address}) => address.startsWith('meldkamers.'));
  return [...new Set(addresses.map(({address}) => address.split('.')[1] ?? ''))].sort();
}

interface Props {
  question: Question;
  offer: Offer;
  parameters: Parameter[];
  /** How long a replication took in the preview. */
  pace_s: number | null;
}

const replications = 200;

export function Exercise({question, offer, parameters, pace_s}: Props) {
  const say = useWords(words);
  const [file, setFile] = useState('');
  const [seen, setSeen] = useState<Seen>({});
  const running = useJob<ExerciseResult>('exercise');
  const problems = running.job?.problems ?? [];
  const observed = Object.fromEntries(Object.entries(seen).filter(([, value]) => value));
  const world = question.world || offer.world[0]?.id;
  const order = {
    kind: 'exercise',
    ...(file ? {exercise: file} : {observed}),
    ...(world ? {world} : {}),
    ...(question.plan ? {plan: question.plan} : {}),
    set: question.set,
    replications,
  };
  return (
    <JobForm
      id="exercise"
      title={say.title}
      action={say.run}
      running={running}
      begin={running.begin}
      order={order}
      fields={fields}
      outcome={running.result && <ExerciseView result={running.result} />}
    >
      <Choice
        id="exercise-file"
        label={say.file}
        value={file}
        onChange={setFile}
        problem={problemOf(problems, 'exercise')}
        options={[['', say.typed], ...offer.exercise.map(({id, path, name}) => [id, `${name} (${path})`] as const)]}
      />
      {!file && <Observed seen={seen} rooms={roomsOf(parameters)} problems={problems} change={setSeen} />}
      <Limit offer={offer} pace_s={pace_s} replications={replications} />
    </JobForm>
  );
}

interface ObservedProps {
  seen: Seen;
  rooms: string[];
  problems: Problem[];
  change(seen: Seen): void;
}

/** What was seen, typed in. */
function Observed({seen, rooms, problems, change}: ObservedProps) {
  const say = useWords(words);
  return (
    <>
      {[...facts, ...clocks].map(key => (
        <TextField
          key={key}
          id={`exercise-${key}`}
          label={say[key]}
          value={seen[key] ?? ''}
          problem={problemOf(problems, `observed.${key}`)}
          {...(key === 'meldkamer' || key === 'partner' ? {suggestions: rooms} : {})}
          {...(clocks.some(clock => clock === key) ? {hint: say.time} : {})}
          placeholder={key === 'at' ? '2026-03-11T10:00' : key === 'lost_for' ? '2 h' : ''}
          onChange={value => change({...seen, [key]: value})}
        />
      ))}
    </>
  );
}

function ExerciseView({result}: {result: ExerciseResult}) {
  return (
    <>
      {Object.entries(result.meldkamers).map(([room, {clocks: seen, outcome}]) => (
        <div key={room} class="result">
          <h3>{room}</h3>
          <ClockTable seen={seen} />
          <OutcomeTable outcome={outcome} />
        </div>
      ))}
    </>
  );
}

function ClockTable({seen}: {seen: Record<string, Clock>}) {
  const say = useWords(words);
  const numbers = useNumbers();
  return (
    <DataTable
      caption={say.caption}
      rows={Object.entries(seen)}
      id={([name]) => name}
      columns={[
        {key: 'clock', head: say.clock, heading: true, value: ([name]) => wordOf(say, name)},
        {
          key: 'observed_s',
          head: say.observed,
          numeric: true,
          value: ([, clock]) => clock.observed_s,
          show: ([, clock]) => numbers.time(clock.observed_s),
        },
        {
          key: 'p50_s',
          head: say.predicted,
          numeric: true,
          value: ([, clock]) => clock.p50_s,
          show: ([, clock]) => [clock.p5_s, clock.p50_s, clock.p95_s].map(time => numbers.time(time)).join(' – '),
        },
        {
          key: 'share_below',
          head: say.below,
          numeric: true,
          value: ([, clock]) => clock.share_below,
          show: ([, clock]) => numbers.share(clock.share_below),
        },
        {
          key: 'cut_off',
          head: say.cutOff,
          numeric: true,
          value: ([, clock]) => clock.cut_off,
          show: ([, clock]) => numbers.count(clock.cut_off),
        },
      ]}
    />
  );
}

type Outcome = [world: string, part: {measures: Estimates}];

function OutcomeTable({outcome}: {outcome: Record<string, {measures: Estimates}>}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const names = Object.keys(Object.values(outcome)[0]?.measures ?? {});
  return (
    <DataTable
      caption={say.outcome}
      rows={Object.entries(outcome)}
      id={([name]) => name}
      columns={[
        {key: 'world', head: say.world, heading: true, value: ([name]) => wordOf(say, name)},
        ...names.map(name => ({
          key: name,
          head: wordOf(say, name),
          numeric: true,
          value: ([, part]: Outcome) => part.measures[name]?.mean ?? null,
          show: ([, part]: Outcome) => written(numbers, name, part.measures[name]),
        })),
      ]}
    />
  );
}
