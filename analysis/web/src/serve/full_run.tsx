import {useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {isOver, type Offer, type RunResult} from './answers';
import {CommandLine} from './command_line';
import {TextField, problemOf} from './fields';
import {MeasuresView} from './measures_view';
import {orderOf, type Question} from './question';
import {RunState} from './run_state';
import {useJob} from './use_job';

const words = inBoth({
  nl: {
    title: 'Volledige berekening', n: 'Herhalingen, ten hoogste', precision: 'Stop bij precisie', precisionHint: 'Zoals 5%@lost_callers; leeg: alle herhalingen',
    run: 'Reken', cancel: 'Breek af', pin: 'Zet vast om te vergelijken',
  },
  en: {
    title: 'Full run', n: 'Replications, at most', precision: 'Stop at precision', precisionHint: 'Like 5%@lost_callers; empty: all replications',
    run: 'Run', cancel: 'Cancel', pin: 'Pin to compare',
  },
});

const fields = ['replications', 'precision'];

/** As many replications as one wants, with progress; its result can be pinned. */
export function FullRun({question, offer, pin}: {question: Question; offer: Offer; pin(result: RunResult): void}) {
  const say = useWords(words);
  const [n, setN] = useState('200');
  const [precision, setPrecision] = useState('');
  const {job, result, begin, stop} = useJob<RunResult>();
  const problems = job?.problems ?? [];
  const busy = job !== null && !isOver(job);
  const run = (event: Event) => {
    event.preventDefault();
    begin(orderOf(question, 'run', {replications: Number(n), precision}));
  };
  return (
    <section aria-labelledby="full-title">
      <h2 id="full-title">{say.title}</h2>
      <form onSubmit={run}>
        <div class="grid">
          <TextField id="full-n" label={say.n} value={n} onChange={setN} problem={problemOf(problems, 'replications')} />
          <TextField id="full-precision" label={say.precision} hint={say.precisionHint} value={precision} onChange={setPrecision} problem={problemOf(problems, 'precision')} />
        </div>
        <p class="buttons">
          <button type="submit" class="main">{say.run}</button>
          <button type="button" disabled={!busy} onClick={stop}>{say.cancel}</button>
        </p>
      </form>
      {job && <RunState job={job} fields={fields} />}
      {job?.command && <CommandLine command={job.command} />}
      {result && (
        <>
          <MeasuresView result={result} offer={offer} />
          <p><button type="button" onClick={() => pin(result)}>{say.pin}</button></p>
        </>
      )}
    </section>
  );
}
