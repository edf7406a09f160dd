import {inBoth, useLanguage, useWords} from '../language';
import type {Measure, Offer, Parameter, Plan, Problem, Threat} from './answers';
import {Choice, Field, TextField, problemOf} from './fields';
import type {Question} from './question';

const words = inBoth({
  nl: {
    what: 'Wat er gebeurt', scenario: 'Scenario', threat: 'Dreiging uit de catalogus', own: 'Geen: een scenario', world: 'Wereld', target: 'Doel',
    targetHint: 'Een meldkamer of onderdeel, meerdere met komma’s, all, random:K; leeg: dat van de catalogus', at: 'Aanvang',
    atHint: 'Plaatselijke tijd, zoals 2026-12-01T14:00; leeg: elk uur van de week even vaak', duration: 'Duur', durationHint: 'Zoals 4 h; leeg: geloot uit de catalogus',
    plan: 'Overnameplan', planOfWorld: 'Dat van de wereld', measures: 'Maatregelen', none: 'De wereld zoals zij is', planned: 'Alle geplande',
    seed: 'Seed', measureHint: 'Toegevoegd aan wat er is; ook de tweeling krijgt ze', existing: 'bestaand', possible: 'mogelijk', planStatus: 'gepland',
  },
  en: {
    what: 'What happens', scenario: 'Scenario', threat: 'Threat of the catalogue', own: 'None: a scenario', world: 'World', target: 'Target',
    targetHint: 'A meldkamer or component, several with commas, all, random:K; empty: that of the catalogue', at: 'Onset',
    atHint: 'Local time, like 2026-12-01T14:00; empty: any hour of the week, each as often', duration: 'Duration', durationHint: 'Like 4 h; empty: drawn from the catalogue',
    plan: 'Takeover plan', planOfWorld: 'That of the world', measures: 'Measures', none: 'The world as it is', planned: 'All that are planned',
    seed: 'Seed', measureHint: 'On top of what is there; the twin has them too', existing: 'existing', possible: 'possible', planStatus: 'planned',
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
  const named = parameters.map(({address}) => address.split('.')).filter(([section]) => section === 'meldkamers' || section === 'components');
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
        <Choice id="threat" label={say.threat} value={question.threat} problem={problemOf(problems, 'threat')}
          options={[['', say.own], ...threats.map(({id, name}) => [id, `${id} ${name[language]}`] as const)]}
          onChange={threat => change({threat, target: '', at: '', duration: ''})} />
        {question.threat
          ? <Aim {...props} />
          : <Choice id="scenario" label={say.scenario} value={question.scenario} options={files} problem={problemOf(problems, 'scenario')}
              onChange={scenario => change({scenario})} />}
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
      <Choice id="world" label={say.world} value={question.world || (offer.world[0]?.id ?? '')} problem={problemOf(problems, 'world')}
        options={offer.world.map(({id, path, name}) => [id, name ? `${name} (${path})` : path] as const)} onChange={world => change({world})} />
      <TextField id="target" label={say.target} hint={say.targetHint} value={question.target} placeholder={usual} suggestions={targetsOf(parameters)}
        problem={problemOf(problems, 'target')} onChange={target => change({target})} />
      <TextField id="at" label={say.at} hint={say.atHint} value={question.at} problem={problemOf(problems, 'at')} onChange={at => change({at})} />
      <TextField id="duration" label={say.duration} hint={say.durationHint} value={question.duration} problem={problemOf(problems, 'duration')}
        onChange={duration => change({duration})} />
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
      <Choice id="plan" label={say.plan} value={question.plan} problem={problemOf(problems, 'plan')}
        options={[['', say.planOfWorld], ...plans.map(({id, name}) => [id, name] as const)]} onChange={plan => change({plan})} />
      <Field id="measures" label={say.measures} hint={say.measureHint} problem={problemOf(problems, 'measures')}>
        <select id="measures" multiple size={4} aria-describedby="measures-hint"
          onChange={event => change({measures: [...event.currentTarget.selectedOptions].map(({value}) => value)})}>
          <option value="planned" selected={question.measures.includes('planned')}>{say.planned}</option>
          {toTake.map(({id, name, status: kind}) => (
            <option key={id} value={id} selected={question.measures.includes(id)}>{name[language]} ({status[kind] ?? kind})</option>
          ))}
        </select>
      </Field>
    </>
  );
}
