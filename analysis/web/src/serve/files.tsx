import {useState} from 'preact/hooks';
import {inBoth, useLanguage, useWords} from '../language';
import {isOver, type Job, type Offer} from './answers';
import {CommandLine} from './command_line';
import {Choice} from './fields';
import {RunState} from './run_state';
import {Refused, follow, start} from './server';

const words = inBoth({
  nl: {
    title: 'Een resultaatbestand openen', file: 'Resultaat', audience: 'Voor', bestuur: 'het bestuur', analist: 'de analist', open: 'Maak het rapport',
    none: 'Er zijn geen resultaatbestanden (.h5) waar de server is gestart.', show: 'Open het rapport in een nieuw tabblad', frame: 'Rapport',
  },
  en: {
    title: 'Open a result file', file: 'Result', audience: 'For', bestuur: 'the board', analist: 'the analyst', open: 'Make the report',
    none: 'There are no result files (.h5) where the server was started.', show: 'Open the report in a new tab', frame: 'Report',
  },
});

/** Any result file that the server offers, as a report. */
export function Files({offer}: {offer: Offer}) {
  const say = useWords(words);
  const language = useLanguage();
  const [file, setFile] = useState('');
  const [audience, setAudience] = useState('bestuur');
  const [job, setJob] = useState<Job | null>(null);
  const [trouble, setTrouble] = useState('');
  const chosen = file || (offer.result[0]?.id ?? '');
  const open = async (event: Event) => {
    event.preventDefault();
    setTrouble('');
    try {
      const {id} = await start({kind: 'report', result: chosen, audience}, language);
      await follow(id, setJob);
    } catch (error) {
      setJob(null);
      setTrouble(error instanceof Refused ? error.message : String(error));
    }
  };
  return (
    <section aria-labelledby="files-title">
      <h2 id="files-title">{say.title}</h2>
      {offer.result.length === 0 ? <p>{say.none}</p> : (
        <form onSubmit={event => void open(event)}>
          <div class="grid">
            <Choice id="result" label={say.file} value={chosen} options={offer.result.map(({id, path}) => [id, path] as const)} onChange={setFile} />
            <Choice id="audience" label={say.audience} value={audience} options={[['bestuur', say.bestuur], ['analist', say.analist]]} onChange={setAudience} />
          </div>
          <p class="buttons"><button type="submit" class="main" disabled={job !== null && !isOver(job)}>{say.open}</button></p>
        </form>
      )}
      {trouble && <p class="problem">{trouble}</p>}
      {job && <RunState job={job} />}
      {job?.command && <CommandLine command={job.command} />}
      {job?.state === 'done' && <p><a href={`/api/jobs/${job.id}/result`} target="_blank" rel="noopener">{say.show}</a></p>}
    </section>
  );
}
