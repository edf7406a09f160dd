import {useEffect} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import type {Offer, Problem, RunResult, Warning} from './answers';
import {CommandLine} from './command_line';
import {Pinnable} from './pinnable';
import {orderOf, type Question} from './question';
import {RunState} from './run_state';
import {isStale, textOf, useJob} from './use_job';

const words = inBoth({
  nl: {
    title: 'Voorproef met 20 replicaties',
    old: 'Hieronder staat nog de vorige voorproef.',
  },
  en: {title: 'Preview of 20 replications', old: 'Below is the previous preview still.'},
});

const replications = 20;
/** How long typing must stop. */
const pause_ms = 400;

interface Props {
  question: Question;
  offer: Offer;
  pin(result: RunResult): void;
  /** How long a replication took. */
  paced(pace_s: number): void;
  /** What is wrong, for the fields where it was typed. */
  complain(problems: Problem[]): void;
  /** What changes nothing, of what is asked now. */
  warn(warnings: Warning[]): void;
  /** Fields that show their own problems. */
  fields: string[];
}

/** Runs again whenever the question is another one and typing has stopped. */
export function Preview({question, offer, pin, paced, complain, warn, fields}: Props) {
  const say = useWords(words);
  const running = useJob<RunResult>();
  const {job, result, begin} = running;
  const order = orderOf(question, 'run', {replications});
  const asked = textOf(order);
  useEffect(() => {
    if (!question.scenario && !question.threat) return undefined;
    const timer = setTimeout(() => begin(order), pause_ms);
    return () => clearTimeout(timer);
  }, [asked]);
  useEffect(() => complain(job?.problems ?? []), [job]);
  useEffect(() => warn(job?.state === 'done' ? (result?.warnings ?? []) : []), [job, result]);
  useEffect(() => {
    if (result) paced(result.wall_s / result.replications);
  }, [result]);
  return (
    <section aria-labelledby="preview-title">
      <h2 id="preview-title">{say.title}</h2>
      {job && <RunState job={job} fields={fields} stale={isStale(running, order)} />}
      {job?.command && <CommandLine command={job.command} />}
      {result && job && job.state !== 'done' && <p class="quiet">{say.old}</p>}
      {result && <Pinnable result={result} offer={offer} pin={pin} />}
    </section>
  );
}
