import type {ComponentChildren} from 'preact';
import {inBoth, useWords} from '../language';
import {isOver} from './answers';
import {CommandLine} from './command_line';
import {RunState} from './run_state';
import type {Order} from './server';
import {isStale, type Running} from './use_job';

const words = inBoth({
  nl: {cancel: 'Breek af', old: 'Hieronder staat nog het vorige antwoord.'},
  en: {cancel: 'Cancel', old: 'Below is the previous answer still.'},
});

interface Props {
  /** Unique on the page. */
  id: string;
  title: string;
  /** What the button says. */
  action: string;
  running: Running<unknown>;
  begin(order: Order): void;
  /** What would be asked now. */
  order: Order;
  /** Those that show their own problems. */
  fields: string[];
  /** What is asked, and below it what came of it. */
  children: ComponentChildren;
  outcome?: ComponentChildren;
}

/** A question of its own: its fields, how far the answer is, the command that gives the same. */
export function JobForm({id, title, action, running, begin, order, fields, children, outcome}: Props) {
  const {job, stop} = running;
  const say = useWords(words);
  const ask = (event: Event) => {
    event.preventDefault();
    begin(order);
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <form onSubmit={ask}>
        <div class="grid">{children}</div>
        <p class="buttons">
          <button type="submit" class="main">
            {action}
          </button>
          <button type="button" disabled={!job || isOver(job)} onClick={stop}>
            {say.cancel}
          </button>
        </p>
      </form>
      {job && <RunState job={job} fields={fields} stale={isStale(running, order)} />}
      {job?.command && <CommandLine command={job.command} />}
      {outcome && job?.state !== 'done' && <p class="quiet">{say.old}</p>}
      {outcome}
    </section>
  );
}
