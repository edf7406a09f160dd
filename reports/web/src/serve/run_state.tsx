import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import type {Job} from './answers';
import {Problems} from './fields';

const words = inBoth({
  nl: {
    queued: 'Wacht op een andere berekening',
    running: 'Rekent',
    done: 'Klaar',
    refused: 'De invoer klopt niet',
    failed: 'Mislukt',
    killed: 'Door het systeem of van buiten beëindigd, met signaal',
    cancelled: 'Afgebroken',
    too_long: 'Beëindigd: duurde langer dan de grens van de server',
    too_much: 'Beëindigd: gaf meer uitvoer dan de server bewaart',
    gone: 'Geen antwoord van de server',
    stale: 'De vraag is veranderd. Hieronder staat nog het antwoord op de vraag van deze opdrachtregel:',
    left: (time: string) => `nog ${time}`,
    took: 'duurde',
    of: 'van',
  },
  en: {
    queued: 'Waits for another run',
    running: 'Running',
    done: 'Done',
    refused: 'The input is wrong',
    failed: 'Failed',
    killed: 'Ended by the system or from outside, with signal',
    cancelled: 'Cancelled',
    too_long: 'Ended: took longer than the limit of the server',
    too_much: 'Ended: gave more output than the server keeps',
    gone: 'No answer from the server',
    stale: 'The question has changed. Below is the answer to the question of this command line still:',
    left: (time: string) => `${time} left`,
    took: 'took',
    of: 'of',
  },
});

interface Props {
  job: Job;
  /** Those that show their own problems. */
  fields?: string[];
  /** Is read out when it changes. */
  live?: boolean;
  /** It is done, and what is asked now is something else. */
  stale?: boolean;
}

/** How far a job is, or how it ended; problems without a field of their own too. */
export function RunState({job, fields = [], live = true, stale = false}: Props) {
  const say = useWords(words);
  const numbers = useNumbers();
  const running = job.state === 'running';
  const elsewhere = job.problems.filter(({field}) => !fields.includes(field));
  return (
    <div class="run-state">
      <p {...(live ? {role: 'status'} : {})}>
        {stale ? say.stale : say[job.state]}
        {job.state === 'killed' && ` ${job.signal}`}
        {job.state === 'done' && !stale && `, ${say.took} ${numbers.decimal(job.took_s, 1)} s`}
      </p>
      {running && job.total > 0 && (
        <p class="progress">
          <progress value={job.done} max={job.total} aria-label={say.running} />
          <span>
            {numbers.count(job.done)} {say.of} {numbers.count(job.total)}
            {job.left_s !== null && `, ${say.left(numbers.time(job.left_s))}`}
          </span>
        </p>
      )}
      <Problems problems={elsewhere} />
      {job.state === 'failed' && <pre class="talk">{job.talk}</pre>}
    </div>
  );
}
