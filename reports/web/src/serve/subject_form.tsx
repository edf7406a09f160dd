import {inBoth, useLanguage, useWords} from '../language';
import type {Measure, Offer, Parameter, Plan, Problem, Threat} from './answers';
import {Choice, Choices, TextField, problemOf} from './fields';
import type {Question} from './question';

const words = inBoth({
  nl: {
    what: 'Wat er gebeurt',
    scenario: 'Scenario',
    threat: 'Dreiging uit de catalogus',
    own: 'Geen: een scenario',
    world: 'Wereld',
    target: 'Doel',
    targetHint: 'Een meldkamer of onderdeel, meerdere met komma’s, all, random:K; leeg: dat van de catalogus',
    at: 'Aanvang',
    atHint: 'Plaatselijke tijd, zoals 2026-12-01T14:00; leeg: elk uur van de week even vaak',
    duration: 'Duur',
    durationHint: 'Zoals 4 h; leeg: geloot uit de catalogus',
    plan: 'Overnameplan',
    planOfWorld: 'Dat van de wereld',
    measures: 'Maatregelen',
    planned: 'Alle geplande',
    seed: 'Seed',
    seedHint: 'Geheel getal waaruit alle toeval komt; dezelfde seed geeft dezelfde bellers',
    measureHint: 'Toegevoegd aan wat er is, met en zonder dreiging',
    existing: 'bestaand',
    possible: 'mogelijk',
    planStatus: 'gepland',
  },
  en: {
    what: 'What happens',
    scenario: 'Scenario',
    threat: 'Threat of the catalogue',
    own: 'None: a scenario',
    world: 'World',
    target: 'Target',
    targetHint: 'A meldkamer or component, several with commas, all, random:K; empty: that of the catalogue',
    at: 'Onset',
    atHint: 'Local time, like 2026-12-01T14:00; empty: any hour of the week, each as often',
    duration: 'Duration',
    durationHint: 'Like 4 h; empty: drawn from the catalogue',
    plan: 'Takeover plan',
    planOfWorld: 'That of the world',
    measures: 'Measures',
    planned: 'All that are planned',
    seed: 'Seed',
    seedHint: 'Whole number from which all chance comes; the same seed gives the same callers',
    measureHint: 'On top of what is there, with and without the threat',
    existing: 'existing',
    possible: 'possible',
    planStatus: 'planned',
  },
});

interface Props {
  question: Question;
  offer: Offer;
  threats: Threat[];
  measures: Measure[];
  plans: Plan[];
  parameters: Parameter[];
  problems: Problem[];
  change(part: Partial<Question>): void;
}

/** Meldkamers and components, as the addresses of the world name them. */
export function targetsOf(parameters: Parameter[]): string[] {
  const named = parameters
    .map(({address}) => address.split('.'))
    .filter(([section]) => section === 'meldkamers' || section === 'components');
  return [...new Set(named.map(([, id]) => id ?? ''))].sort();
}

export function SubjectForm(props: Props) {
  const {question, offer, threats, problems, change} = props;
  const say = useWords(words);
  const language = useLanguage();
  const files = offer.scenario.map(({id, path, name}) => [id, name ? `${name} (${path})` : path] as const);
  return (
    <fieldset>
      <legend>{say.what}</legend>
      <div class="grid">
        <Choice
          id="threat"
          label={say.threat}
          value={question.threat}
          problem={problemOf(problems, 'threat')}
          options={[['', say.own], ...threats.map(({id, name}) => [id, `${id} ${name[language]}`] as const)]}
          onChange={threat => change({threat, target: '', at: '', duration: ''})}
        />
        {question.threat ? (
          <Aim {...props} />
        ) : (
          <Choice
            id="scenario"
            label={say.scenario}
            value={question.scenario}
            options={files}
            problem={problemOf(problems, 'scenario')}
            onChange={scenario => change({scenario})}
          />
        )}
        <Arrangements {...props} />
      </div>
    </fieldset>
  );
}

function Aim({question, offer, threats, parameters, problems, change}: Props) {
  const say = useWords(words);
  const usual = threats.find(({id}) => id === question.threat)?.target ?? '';
  return (
    <>
      <Choice
        id="world"
        label={say.world}
        value={question.world || (offer.world[0]?.id ?? '')}
        problem={problemOf(problems, 'world')}
        options={offer.world.map(({id, path, name}) => [id, name ? `${name} (${path})` : path] as const)}
        onChange={world => change({world})}
      />
      <TextField
        id="target"
        label={say.target}
        hint={say.targetHint}
        value={question.target}
        placeholder={usual}
        suggestions={targetsOf(parameters)}
        problem={problemOf(problems, 'target')}
        onChange={target => change({target})}
      />
      <TextField
        id="at"
        label={say.at}
        hint={say.atHint}
        value={question.at}
        problem={problemOf(problems, 'at')}
        onChange={at => change({at})}
      />
      <TextField
        id="duration"
        label={say.duration}
        hint={say.durationHint}
        value={question.duration}
        problem={problemOf(problems, 'duration')}
        onChange={duration => change({duration})}
      />
    </>
  );
}

function Arrangements({question, measures, plans, problems, change}: Props) {
  const say = useWords(words);
  const language = useLanguage();
  const status: Record<string, string> = {existing: say.existing, planned: say.planStatus, possible: say.possible};
  const toTake = measures.filter(measure => measure.status !== 'existing');
  return (
    <>
      <Choice
        id="plan"
        label={say.plan}
        value={question.plan}
        problem={problemOf(problems, 'plan')}
        options={[['', say.planOfWorld], ...plans.map(({id, name}) => [id, name] as const)]}
        onChange={plan => change({plan})}
      />
      <Choices
        id="measures"
        label={say.measures}
        hint={say.measureHint}
        problem={problemOf(problems, 'measures')}
        chosen={question.measures}
        options={[
          ['planned', say.planned],
          ...toTake.map(({id, name, status: kind}) => [id, `${name[language]} (${status[kind] ?? kind})`] as const),
        ]}
        onChange={chosen => change({measures: chosen})}
      />
      <TextField
        id="seed"
        label={say.seed}
        hint={say.seedHint}
        value={question.seed}
        problem={problemOf(problems, 'seed')}
        onChange={seed => change({seed})}
      />
    </>
  );
}
