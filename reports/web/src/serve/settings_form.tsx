import {useState} from 'preact/hooks';
import {inBoth, useWords, wordOf} from '../language';
import type {Parameter, Problem, Warning} from './answers';
import {TextField, problemOf} from './fields';
import {useWarning} from './warnings';

const words = inBoth({
  nl: {
    title: 'Getallen veranderen',
    staffing: 'Bezetting',
    delays: 'Overname en vertragingen',
    redial: 'Opnieuw bellen',
    demand: 'Vraag',
    all: 'Alles',
    changed: 'Veranderd',
    find: 'Zoek in de adressen',
    shown: (shown: string, all: string) => `${shown} van ${all}`,
    range: 'bereik',
    source: 'bron',
    back: 'Terug naar wat er stond',
    none: 'Nog niets veranderd',
    more: 'Zoek om meer te zien',
    instead: 'In plaats van',
    kinds: 'Soort',
    measured: 'gemeten',
    reported: 'gepubliceerd',
    derived: 'afgeleid',
    estimated: 'geschat',
    assumed: 'aanname',
  },
  en: {
    title: 'Change numbers',
    staffing: 'Staffing',
    delays: 'Takeover and delays',
    redial: 'Redialling',
    demand: 'Demand',
    all: 'All',
    changed: 'Changed',
    find: 'Search the addresses',
    shown: (shown: string, all: string) => `${shown} of ${all}`,
    range: 'range',
    source: 'source',
    back: 'Back to what it was',
    none: 'Nothing changed yet',
    more: 'Search to see more',
    instead: 'Instead of',
    kinds: 'Kind',
    measured: 'measured',
    reported: 'reported',
    derived: 'derived',
    estimated: 'estimated',
    assumed: 'assumed',
  },
});

type Set = Record<string, string>;

/** The views of the form: which addresses belong to them. */
const views: Record<string, (address: string, set: Set) => boolean> = {
  staffing: address => address.includes('.roster.') || address.includes('.desks') || address.startsWith('roles.'),
  delays: address => address.startsWith('takeover.') || address.endsWith('handling.lognormal.mean'),
  redial: address => address.startsWith('callers.'),
  demand: address => address.startsWith('demand.') && !address.includes('.profiles.'),
  all: () => true,
  changed: (address, set) => address in set,
};
type View = 'staffing' | 'delays' | 'redial' | 'demand' | 'all' | 'changed';
const viewNames = Object.keys(views) as View[];
const most = 60;

interface Props {
  parameters: Parameter[];
  set: Set;
  problems: Problem[];
  /** Of what was set and changes nothing. */
  warnings: Warning[];
  change(set: Set): void;
}

/** A field for every number of the world, as the world itself describes it. */
/** Of the setting of an address. */
const isOf = ({at}: Warning, address: string): boolean => at.startsWith(`--set ${address}=`);

export function SettingsForm({parameters, set, problems, warnings, change}: Props) {
  const say = useWords(words);
  const [view, setView] = useState<View>('delays');
  const [search, setSearch] = useState('');
  const chosen = parameters.filter(
    ({address}) => views[view]?.(address, set) && search.split(/\s+/).every(word => address.includes(word)),
  );
  const shown = chosen.slice(0, most);
  const put = (address: string, value: string) => {
    const {[address]: before, ...others} = set;
    change(value.trim() === '' ? others : {...others, [address]: value});
  };
  return (
    <fieldset>
      <legend>{say.title}</legend>
      <div class="views" role="group" aria-label={say.title}>
        {viewNames.map(name => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {say[name]}
            {name === 'changed' && ` (${Object.keys(set).length})`}
          </button>
        ))}
      </div>
      <TextField id="find" label={say.find} value={search} onChange={setSearch} />
      <p role="status" class="quiet">
        {view === 'changed' && chosen.length === 0 ? say.none : say.shown(String(shown.length), String(chosen.length))}
        {shown.length < chosen.length && `. ${say.more}.`}
      </p>
      <div class="settings" tabIndex={0} role="region" aria-label={say[view]}>
        {shown.map(parameter => (
          <Setting
            key={parameter.address}
            parameter={parameter}
            value={set[parameter.address] ?? ''}
            problem={problemOf(problems, `set.${parameter.address}`)}
            warning={warnings.find(one => isOf(one, parameter.address))}
            put={put}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface SettingProps {
  parameter: Parameter;
  value: string;
  problem: string | undefined;
  warning: Warning | undefined;
  put(address: string, value: string): void;
}

function Setting({parameter: {address, value: now, kind, range, source}, value, problem, warning, put}: SettingProps) {
  const say = useWords(words);
  const warned = useWarning();
  const facts = [
    wordOf(say, kind),
    range && `${say.range} ${range}`,
    source && source !== 'assumption' && `${say.source} ${source}`,
  ];
  return (
    <div class="setting">
      <TextField
        id={`set.${address}`}
        label={
          <code>
            {address.split('.').map((step, index) => (
              <>
                {index > 0 && (
                  <>
                    .<wbr />
                  </>
                )}
                {step}
              </>
            ))}
          </code>
        }
        value={value}
        placeholder={now}
        problem={problem}
        warning={value && warning ? warned(warning) : undefined}
        hint={
          <>
            {value && `${say.instead} ${now}. `}
            {facts.filter(Boolean).join('; ')}
          </>
        }
        onChange={text => put(address, text)}
      />
      {value && (
        <button type="button" onClick={() => put(address, '')} aria-label={`${say.back}: ${address}`}>
          {say.back}
        </button>
      )}
    </div>
  );
}
