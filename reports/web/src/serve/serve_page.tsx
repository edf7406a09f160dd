import {useEffect, useLayoutEffect, useState} from 'preact/hooks';
import type {Language} from '../document';
import {LanguageContext, inBoth, useLanguage, useWords} from '../language';
import type {Measure, Offer, Parameter, Plan, Problem, RunResult, Threat, Warning} from './answers';
import {Exercise} from './exercise';
import {Choice} from './fields';
import {Files} from './files';
import {FullRun} from './full_run';
import {JobList} from './job_list';
import {Pins, type Pin} from './pins';
import {Preview} from './preview';
import {fromFragment, toFragment, type Question} from './question';
import {Save} from './save';
import {ask, get} from './server';
import {linkTo} from './token';
import {SettingsForm} from './settings_form';
import {SubjectForm} from './subject_form';
import {Sweep} from './sweep';
import {useTrouble} from './trouble';

const words = inBoth({
  nl: {
    title: 'Wat als?',
    skip: 'Naar de vraag',
    language: 'Taal',
    intro:
      'Kies wat er gebeurt, verander getallen, en zie wat het voor 112-bellers doet. Alles rekent op deze computer.',
    concept: 'Uitkomsten van een model met aannames, geen voorspelling en geen oordeel.',
    loading: 'De wereld wordt gelezen',
    share: 'Deze vraag in een ander tabblad',
    shareHint: 'De link werkt op deze computer zolang de server loopt; wie hem heeft, mag wat u mag.',
  },
  en: {
    title: 'What if?',
    skip: 'Skip to the question',
    language: 'Language',
    intro:
      'Choose what happens, change numbers, and see what it does to 112 callers. Everything runs on this computer.',
    concept: 'Outcomes of a model with assumptions, no forecast and no verdict.',
    loading: 'Reading the world',
    share: 'This question in another tab',
    shareHint: 'The link works on this computer as long as the server runs; who has it may do what you may.',
  },
});

/** Of the world of a question: lists to choose from and numbers to change. */
interface World {
  parameters: Parameter[];
  plans: Plan[];
}

interface Lists {
  threats: Threat[];
  measures: Measure[];
}

export function ServePage() {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [lang, setLang] = useState<Language>('nl');
  const [trouble, setTrouble] = useState<Problem[]>([]);
  const problemsOf = useTrouble();
  const tell = (error: unknown) => setTrouble(problemsOf(error));
  const refresh = () => get<Offer>('/api/offer').then(setOffer, tell);
  useEffect(() => {
    get<Offer>('/api/offer').then(said => (setLang(said.lang), setOffer(said)), tell);
  }, []);
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <LanguageContext.Provider value={lang}>
      {offer ? <Page offer={offer} setLang={setLang} refresh={() => void refresh()} /> : <Waiting trouble={trouble} />}
    </LanguageContext.Provider>
  );
}

function Waiting({trouble}: {trouble: Problem[]}) {
  const say = useWords(words);
  return (
    <main>
      <h1>{say.title}</h1>
      <p role="status">{trouble.length > 0 ? trouble.map(({message}) => message).join(' ') : say.loading}</p>
    </main>
  );
}

function firstQuestion(offer: Offer): Question {
  const said = fromFragment(location.hash);
  return said.scenario || said.threat ? said : {...said, scenario: offer.scenario[0]?.id ?? ''};
}

function useLists(): Lists {
  const [lists, setLists] = useState<Lists>({threats: [], measures: []});
  useEffect(() => {
    void ask<{threats: Threat[]}>({kind: 'threats'}, 'en').then(
      ({threats}) => setLists(before => ({...before, threats})),
      () => undefined,
    );
    void ask<{measures: Measure[]}>({kind: 'measures'}, 'en').then(
      ({measures}) => setLists(before => ({...before, measures})),
      () => undefined,
    );
  }, []);
  return lists;
}

/** Read again when the scenario, the world or the plan is another one. */
function useWorld({scenario, threat, world, plan}: Question): World {
  const [read, setRead] = useState<World>({parameters: [], plans: []});
  const of = threat ? (world ? {world} : {}) : {scenario};
  useEffect(() => {
    let wanted = true;
    const keep = (part: Partial<World>) => wanted && setRead(before => ({...before, ...part}));
    void ask<{parameters: Parameter[]}>({kind: 'parameters', ...of, ...(plan ? {plan} : {})}, 'en').then(
      keep,
      () => undefined,
    );
    void ask<{plans: Plan[]}>({kind: 'plans', ...(threat && world ? {world} : {})}, 'en').then(keep, () => undefined);
    return () => {
      wanted = false;
    };
  }, [JSON.stringify(of), plan]);
  return read;
}

const ownFields = ['threat', 'scenario', 'world', 'target', 'at', 'duration', 'plan', 'measures', 'seed'];

function Page({offer, setLang, refresh}: {offer: Offer; setLang(lang: Language): void; refresh(): void}) {
  const say = useWords(words);
  const [question, setQuestion] = useState(() => firstQuestion(offer));
  const [problems, setProblems] = useState<Problem[]>([]);
  const [warnings, setWarnings] = useState<Warning[]>([]);
  const [pins, setPins] = useState<Pin[]>([]);
  const [pace_s, setPace] = useState<number | null>(null);
  const lists = useLists();
  const world = useWorld(question);
  const change = (part: Partial<Question>) => setQuestion(before => ({...before, ...part}));
  const pin = (result: RunResult) =>
    setPins(before => [...before, {id: 1 + Math.max(0, ...before.map(({id}) => id)), result}]);
  useEffect(() => history.replaceState(null, '', `${location.pathname}#${toFragment(question)}`), [question]);
  return (
    <>
      <a class="skip" href="#question">
        {say.skip}
      </a>
      <Head setLang={setLang} />
      <main class="serve">
        <div class="asked" id="question" tabIndex={-1}>
          <form onSubmit={event => event.preventDefault()}>
            <SubjectForm question={question} offer={offer} {...lists} {...world} problems={problems} change={change} />
            <SettingsForm
              parameters={world.parameters}
              set={question.set}
              problems={problems}
              warnings={warnings}
              change={set => change({set})}
            />
          </form>
          <p class="quiet">
            <a href={linkTo(toFragment(question))} target="_blank" rel="noopener">
              {say.share}
            </a>{' '}
            {say.shareHint}
          </p>
        </div>
        <div class="answers">
          <Preview
            question={question}
            offer={offer}
            pin={pin}
            paced={setPace}
            complain={setProblems}
            warn={setWarnings}
            fields={[...ownFields, ...Object.keys(question.set).map(address => `set.${address}`)]}
          />
          <FullRun question={question} offer={offer} pace_s={pace_s} pin={pin} />
          <JobList />
        </div>
        <Pins pins={pins} offer={offer} remove={gone => setPins(before => before.filter(({id}) => id !== gone))} />
        <Sweep question={question} parameters={world.parameters} offer={offer} pace_s={pace_s} />
        <Exercise question={question} offer={offer} parameters={world.parameters} pace_s={pace_s} />
        <Save question={question} whenSaved={refresh} />
        <Files offer={offer} />
      </main>
      <footer class="page-foot">
        <p>uitwijk {offer.version}</p>
      </footer>
    </>
  );
}

function Head({setLang}: {setLang(lang: Language): void}) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <header class="page-head of-serve">
      <h1>{say.title}</h1>
      <Choice
        id="language"
        label={say.language}
        value={language}
        options={[
          ['nl', 'Nederlands'],
          ['en', 'English'],
        ]}
        onChange={value => setLang(value as Language)}
      />
      <p>{say.intro}</p>
      <p class="status">{say.concept}</p>
    </header>
  );
}
