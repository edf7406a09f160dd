import {useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {DataTable} from '../parts/data_table';
import type {Estimates, ExerciseResult, Offer, Parameter} from './answers';
import {Choice, TextField, problemOf} from './fields';
import {JobForm} from './job_form';
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
    room: 'Meldkamer',
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
    caption: 'Wat gezien is naast wat het model voorspelt',
    outcome: 'Wat het uitmaakt',
    as_modelled: 'zoals gemodelleerd',
    as_observed: 'zoals gezien',
    updated: 'bijgesteld',
    world: 'Wereld',
    extra_lost: 'extra verloren melders',
    extra_delayed: 'extra vertraagde melders',
    again: 'weer beantwoord na',
    time: 'Zoals 4 min; leeg: niet opgeschreven',
  },
  en: {
    title: 'An exercise beside the prediction',
    file: 'Observations',
    typed: 'Filled in below',
    name: 'Name of the exercise',
    source: 'Source',
    room: 'Meldkamer',
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
    caption: 'What was seen beside what the model predicts',
    outcome: 'What it makes of it',
    as_modelled: 'as modelled',
    as_observed: 'as observed',
    updated: 'updated',
    world: 'World',
    extra_lost: 'extra lost callers',
    extra_delayed: 'extra delayed callers',
    again: 'answered again after',
    time: 'Like 4 min; empty: not written down',
  },
});

const clocks = ['detect', 'decide', 'switch', 'verify', 'return'] as const;
const facts = ['name', 'source', 'meldkamer', 'at', 'lost_for', 'partner'] as const;
type Key = (typeof clocks)[number] | (typeof facts)[number];
const fields = ['exercise', ...[...facts, ...clocks].map(key => `observed.${key}`)];

export function Exercise({question, offer, parameters}: {question: Question; offer: Offer; parameters: Parameter[]}) {
  const say = useWords(words);
  const [file, setFile] = useState('');
  const [seen, setSeen] = useState<Partial<Record<Key, string>>>({});
  const running = useJob<ExerciseResult>();
  const problems = running.job?.problems ?? [];
  const rooms = [
    ...new Set(
      parameters
        .filter(({address}) => address.startsWith('meldkamers.'))
        .map(({address}) => address.split('.')[1] ?? ''),
    ),
  ].sort();
  const labels: Record<Key, string> = {
    name: say.name,
    source: say.source,
    meldkamer: say.room,
    at: say.at,
    lost_for: say.lost_for,
    partner: say.partner,
    detect: say.detect,
    decide: say.decide,
    switch: say.switch,
    verify: say.verify,
    return: say.return,
  };
  const compare = () => {
    const observed = Object.fromEntries(Object.entries(seen).filter(([, value]) => value));
    const what = file ? {exercise: file} : {observed};
    const world = question.world || offer.world[0]?.id;
    running.begin({
      kind: 'exercise',
      ...what,
      ...(world ? {world} : {}),
      ...(question.plan ? {plan: question.plan} : {}),
      set: question.set,
      replications: 200,
    });
  };
  return (
    <JobForm
      id="exercise"
      title={say.title}
      action={say.run}
      running={running}
      begin={compare}
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
      {!file &&
        [...facts, ...clocks].map(key => (
          <TextField
            key={key}
            id={`exercise-${key}`}
            label={labels[key]}
            value={seen[key] ?? ''}
            problem={problemOf(problems, `observed.${key}`)}
            {...(key === 'meldkamer' || key === 'partner' ? {suggestions: rooms} : {})}
            {...(clocks.some(clock => clock === key) ? {hint: say.time} : {})}
            placeholder={key === 'at' ? '2026-03-11T10:00' : key === 'lost_for' ? '2 h' : ''}
            onChange={value => setSeen({...seen, [key]: value})}
          />
        ))}
    </JobForm>
  );
}

type Outcome = [world: string, part: {measures: Estimates}];

function ExerciseView({result}: {result: ExerciseResult}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const labels: Record<string, string> = {
    extra_lost_callers: say.extra_lost,
    extra_delayed_callers: say.extra_delayed,
    answered_again_s: say.again,
  };
  const clockNames: Record<string, string> = {
    detect: say.detect,
    decide: say.decide,
    switch: say.switch,
    verify: say.verify,
    return: say.return,
  };
  const rooms = Object.entries(result.meldkamers);
  const names = Object.keys(Object.values(rooms[0]?.[1].outcome ?? {})[0]?.measures ?? {});
  const worlds: Record<string, string> = {
    as_modelled: say.as_modelled,
    as_observed: say.as_observed,
    updated: say.updated,
  };
  return (
    <>
      {rooms.map(([room, {clocks: seen, outcome}]) => (
        <div key={room} class="result">
          <h3>{room}</h3>
          <DataTable
            caption={say.caption}
            rows={Object.entries(seen)}
            id={([name]) => name}
            columns={[
              {key: 'clock', head: say.clock, heading: true, value: ([name]) => clockNames[name] ?? name},
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
            ]}
          />
          <DataTable
            caption={say.outcome}
            rows={Object.entries(outcome)}
            id={([name]) => name}
            columns={[
              {key: 'world', head: say.world, heading: true, value: ([name]) => worlds[name] ?? name},
              ...names.map(name => ({
                key: name,
                head: labels[name] ?? name,
                numeric: true,
                value: ([, part]: Outcome) => part.measures[name]?.mean ?? null,
                show: ([, part]: Outcome) => written(numbers, name, part.measures[name]),
              })),
            ]}
          />
        </div>
      ))}
    </>
  );
}
