import {useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import type {Offer, RunResult} from './answers';
import {TextField, problemOf} from './fields';
import {JobForm} from './job_form';
import {Limit} from './limit';
import {Pinnable} from './pinnable';
import {countOf, orderOf, type Question} from './question';
import {useJob} from './use_job';

const words = inBoth({
  nl: {
    title: 'Volledige berekening',
    n: 'Replicaties, ten hoogste',
    precision: 'Stop bij precisie',
    precisionHint: 'Zoals 5%@lost_callers; leeg: alle replicaties',
    run: 'Reken',
  },
  en: {
    title: 'Full run',
    n: 'Replications, at most',
    precision: 'Stop at precision',
    precisionHint: 'Like 5%@lost_callers; empty: all replications',
    run: 'Run',
  },
});

const fields = ['replications', 'precision'];

interface Props {
  question: Question;
  offer: Offer;
  /** How long a replication took in the preview. */
  pace_s: number | null;
  pin(result: RunResult): void;
}

/** As many replications as one wants, with progress; its result can be pinned. */
export function FullRun({question, offer, pace_s, pin}: Props) {
  const say = useWords(words);
  const [n, setN] = useState('200');
  const [precision, setPrecision] = useState('');
  const running = useJob<RunResult>('full');
  const {job, result} = running;
  const problems = job?.problems ?? [];
  const order = orderOf(question, 'run', {replications: countOf(n), precision});
  return (
    <JobForm
      id="full"
      title={say.title}
      action={say.run}
      running={running}
      begin={running.begin}
      order={order}
      fields={fields}
      outcome={result && <Pinnable result={result} offer={offer} pin={pin} />}
    >
      <TextField id="full-n" label={say.n} value={n} onChange={setN} problem={problemOf(problems, 'replications')} />
      <TextField
        id="full-precision"
        label={say.precision}
        hint={say.precisionHint}
        value={precision}
        onChange={setPrecision}
        problem={problemOf(problems, 'precision')}
      />
      <Limit offer={offer} pace_s={pace_s} replications={Number(n)} />
    </JobForm>
  );
}
