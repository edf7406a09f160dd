import {useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import type {Offer} from './answers';
import {Choice, problemOf} from './fields';
import {JobForm} from './job_form';
import {fileOf} from './server';
import {useJob} from './use_job';

const words = inBoth({
  nl: {
    title: 'Een resultaatbestand openen',
    file: 'Resultaat',
    audience: 'Voor',
    bestuur: 'het bestuur',
    analist: 'de analist',
    open: 'Maak het rapport',
    none: 'Er zijn geen resultaatbestanden (.h5) waar de server is gestart.',
    keep: 'Bewaar het rapport; het opent in elke browser',
  },
  en: {
    title: 'Open a result file',
    file: 'Result',
    audience: 'For',
    bestuur: 'the board',
    analist: 'the analyst',
    open: 'Make the report',
    none: 'There are no result files (.h5) where the server was started.',
    keep: 'Keep the report; it opens in any browser',
  },
});

const fields = ['result'];

/** Of the report in this tab, for keeping only: here its script would be of the server. */
async function addressOf(id: string): Promise<string> {
  return URL.createObjectURL(new Blob([await fileOf(id)], {type: 'application/octet-stream'}));
}

/** Any result file that the server offers, as a report. */
export function Files({offer}: {offer: Offer}) {
  const say = useWords(words);
  const [file, setFile] = useState('');
  const [audience, setAudience] = useState('bestuur');
  const running = useJob<string>('files', addressOf);
  const {job, result} = running;
  const chosen = file || (offer.result[0]?.id ?? '');
  if (offer.result.length === 0)
    return (
      <section aria-labelledby="files-title">
        <h2 id="files-title">{say.title}</h2>
        <p>{say.none}</p>
      </section>
    );
  return (
    <JobForm
      id="files"
      title={say.title}
      action={say.open}
      running={running}
      begin={running.begin}
      order={{kind: 'report', result: chosen, audience}}
      fields={fields}
      outcome={
        job?.state === 'done' &&
        result && (
          <p>
            <a href={result} download="uitwijk-rapport.html">
              {say.keep}
            </a>
          </p>
        )
      }
    >
      <Choice
        id="result"
        label={say.file}
        value={chosen}
        problem={problemOf(job?.problems ?? [], 'result')}
        options={offer.result.map(({id, path}) => [id, path] as const)}
        onChange={setFile}
      />
      <Choice
        id="audience"
        label={say.audience}
        value={audience}
        options={[
          ['bestuur', say.bestuur],
          ['analist', say.analist],
        ]}
        onChange={setAudience}
      />
    </JobForm>
  );
}
