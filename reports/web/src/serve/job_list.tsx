import {useEffect, useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {isOver, type Job} from './answers';
import {RunState} from './run_state';
import {cancel, feed} from './server';

const words = inBoth({
  nl: {
    title: 'Berekeningen van alle tabbladen',
    none: 'Er loopt of wacht niets.',
    cancel: 'Breek af',
    cancelThis: (command: string) => `Breek af: ${command}`,
  },
  en: {
    title: 'Runs of all tabs',
    none: 'Nothing runs or waits.',
    cancel: 'Cancel',
    cancelThis: (command: string) => `Cancel: ${command}`,
  },
});

const mostOver = 5;

/** What runs or waits, and the last that are over. Quick ones come and go: they are told when one of them has to wait. */
export function listed(jobs: Job[]): Job[] {
  const quickWait = jobs.some(({quick, state}) => quick && state === 'queued');
  const alive = jobs.filter(job => !isOver(job) && (!job.quick || quickWait));
  const over = jobs.filter(job => isOver(job) && !job.quick);
  return [...alive, ...over.slice(-mostOver).reverse()];
}

export function JobList() {
  const say = useWords(words);
  const [jobs, setJobs] = useState<Job[]>([]);
  useEffect(() => feed.read(setJobs), []);
  const shown = listed(jobs);
  return (
    <section aria-labelledby="jobs-title">
      <h2 id="jobs-title">{say.title}</h2>
      {shown.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <ul class="jobs">
          {shown.map(job => (
            <li key={job.id}>
              <code>{job.command}</code>
              <RunState job={job} live={false} />
              {!isOver(job) && (
                <button
                  type="button"
                  aria-label={say.cancelThis(job.command)}
                  onClick={() => void cancel(job.id).catch(() => undefined)}
                >
                  {say.cancel}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
