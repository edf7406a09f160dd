import {useState} from 'preact/hooks';
import {inBoth, useLanguage, useWords} from '../language';
import type {Problem} from './answers';
import {CommandLine} from './command_line';
import {Problems, TextField, problemOf} from './fields';
import {orderOf, type Question} from './question';
import {finished, post, type Started} from './server';
import {useTrouble} from './trouble';

const words = inBoth({
  nl: {
    title: 'Bewaren als scenariobestand',
    name: 'Naam',
    hint:
      'Kleine letters, cijfers en streepjes; NAAM.yaml komt in de map waar de server is gestart en vervangt ' +
      'nooit een bestand',
    save: 'Bewaar',
    saved: (file: string) => `Bewaard als ${file}`,
  },
  en: {
    title: 'Save as a scenario file',
    name: 'Name',
    hint:
      'Small letters, digits and hyphens; NAME.yaml goes to the folder where the server was started and never ' +
      'replaces a file',
    save: 'Save',
    saved: (file: string) => `Saved as ${file}`,
  },
});

interface Saved extends Started {
  file: string;
}

export function Save({question, whenSaved}: {question: Question; whenSaved(): void}) {
  const say = useWords(words);
  const lang = useLanguage();
  const problemsOf = useTrouble();
  const [name, setName] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = async (event: Event) => {
    event.preventDefault();
    setSaved(null);
    try {
      const {kind: _, ...order} = orderOf(question, 'run');
      const saving = await post<Saved>('/api/scenarios', {...order, name, lang});
      await finished(saving.id);
      setSaved(saving);
      setProblems([]);
      whenSaved();
    } catch (error) {
      setProblems(problemsOf(error));
    }
  };
  const elsewhere = problems.filter(({field}) => field !== 'name');
  return (
    <section aria-labelledby="save-title">
      <h2 id="save-title">{say.title}</h2>
      <form onSubmit={event => void save(event)}>
        <TextField
          id="save-name"
          label={say.name}
          hint={say.hint}
          value={name}
          onChange={setName}
          problem={problemOf(problems, 'name')}
        />
        <Problems problems={elsewhere} />
        <p class="buttons">
          <button type="submit" class="main">
            {say.save}
          </button>
        </p>
      </form>
      <p role="status">{saved ? say.saved(saved.file) : ''}</p>
      {saved && <CommandLine command={saved.command} />}
    </section>
  );
}
