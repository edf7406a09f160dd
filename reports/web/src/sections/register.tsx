import type {Report, RegisteredRisk, RiskFigures, RiskRegister} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers} from '../numbers';
import {intervalFields} from '../parts/csv_fields';
import {DataTable, type Column, type Field} from '../parts/data_table';
import {levelWords} from '../parts/levels';
import {packageName, packageWords} from '../parts/packages';
import {registerWord, registerWords} from '../parts/register_words';
import type {Section} from '../section';
import {RegisterBackground} from './register_background';

const words = inBoth({
  nl: {
    sentence: (all: string, decided: string, points: string) =>
      `Het register heeft ${all} ${all === '1' ? 'risico' : "risico's"}: over ${decided} is besloten, bij ` +
      `${points} is er iets om naar te kijken.`,
    which: (name: string, version: string, today: string) =>
      `Register: ${name}, versie ${version}; data zijn vergeleken met ${today}.`,
    concept: 'Het register zelf is concept: niemand heeft het vastgesteld.',
    adopted: (by: string, date: string, decision: string) =>
      `Het register is vastgesteld door ${by} op ${date} (${decision}).`,
    notHeld: 'De criteria zijn concept. Daarom is geen enkel niveau met een mandaat of een besluit vergeleken.',
    held: 'De criteria zijn vastgesteld: niveaus zijn met mandaten en besluiten vergeleken.',
    caption: "Risico's, in de orde van de impacttabel",
    risk: 'Risico',
    now: 'Niveau nu',
    nowUnder: 'met huidige maatregelen',
    left: 'Restniveau',
    leftUnder: 'onder het pakket van het risico',
    decision: 'Status en besluit',
    on: (date: string, by: string) => `op ${date} door ${by}`,
    accepted: (level: string) => `tot en met niveau ${level}`,
    conditions: 'Voorwaarden',
    mandate: 'Mandaat',
    review: 'Herbeoordeling',
    points: 'Aandachtspunten',
    none: 'niet vastgesteld',
    noPoints: 'geen',
    noDate: 'geen datum',
    noFrequency: 'geen frequentie',
    recorded: 'alleen vastgelegd',
    noFigures: 'geen cijfers',
    notShown: 'te weinig gebeurtenissen om het te tonen',
    missing: (ids: string) => `In de resultaten en niet in het register: ${ids}.`,
    scenarios: (n: string) => `Rijen van scenariobestanden, die geen risico van het register zijn: ${n}.`,
  },
  en: {
    sentence: (all: string, decided: string, points: string) =>
      `The register has ${all} ${all === '1' ? 'risk' : 'risks'}: ${decided} decided, ${points} with something ` +
      'to look at.',
    which: (name: string, version: string, today: string) =>
      `Register: ${name}, version ${version}; dates are held against ${today}.`,
    concept: 'The register itself is concept: nobody has adopted it.',
    adopted: (by: string, date: string, decision: string) =>
      `The register was adopted by ${by} on ${date} (${decision}).`,
    notHeld: 'The criteria are concept. Therefore no level is held against a mandate or a decision.',
    held: 'The criteria are adopted: levels are held against mandates and decisions.',
    caption: 'Risks, in the order of the impact table',
    risk: 'Risk',
    now: 'Level now',
    nowUnder: 'with present measures',
    left: 'Residual level',
    leftUnder: 'under the package of the risk',
    decision: 'Status and decision',
    on: (date: string, by: string) => `on ${date} by ${by}`,
    accepted: (level: string) => `up to level ${level}`,
    conditions: 'Conditions',
    mandate: 'Mandate',
    review: 'Review',
    points: 'To look at',
    none: 'not established',
    noPoints: 'nothing',
    noDate: 'no date',
    noFrequency: 'no frequency',
    recorded: 'recorded only',
    noFigures: 'no figures',
    notShown: 'too few events to show it',
    missing: (ids: string) => `In the results and not in the register: ${ids}.`,
    scenarios: (n: string) => `Rows of scenario files, which are no risk of the register: ${n}.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

function Name({risk}: {risk: RegisteredRisk}) {
  const dutch = useLanguage() === 'nl';
  const name = dutch ? risk.name_nl : risk.name_en;
  const details = [name ? risk.risk : '', risk.plan, risk.recorded].filter(Boolean);
  return (
    <>
      {name ?? risk.risk}
      {details.length > 0 && <small>{details.join(' · ')}</small>}
    </>
  );
}

function levelText(
  figures: RiskFigures | null,
  risk: RegisteredRisk,
  say: Words,
  level: Record<string, string>,
): string {
  if (figures === null) return risk.recorded ? say.recorded : say.noFigures;
  return figures.year ? (level[figures.year.level] ?? dash) : say.noFrequency;
}

function LevelCell({figures, risk, say}: {figures: RiskFigures | null; risk: RegisteredRisk; say: Words}) {
  const level = useWords(levelWords);
  const names = useWords(packageWords);
  const under = figures && figures.package !== 'current' ? packageName(figures.package, names) : '';
  return (
    <>
      {levelText(figures, risk, say, level)}
      {under && <small>{under}</small>}
      {figures?.year && !figures.year.level_shown && <small>{say.notShown}</small>}
    </>
  );
}

function Decided({risk, say}: {risk: RegisteredRisk; say: Words}) {
  const word = useWords(registerWords);
  const level = useWords(levelWords);
  const {decision, status} = risk;
  if (!decision) return <>{registerWord(status, word)}</>;
  const upTo = decision.level ? `, ${say.accepted(level[decision.level])}` : '';
  return (
    <div class="told">
      {registerWord(status, word)}: {registerWord(decision.choice, word)}
      {upTo}
      <small>{say.on(decision.date, decision.by)}</small>
      {decision.text && <small>{decision.text.trim()}</small>}
      {decision.conditions.length > 0 && (
        <small>
          {say.conditions}: {decision.conditions.join('; ')}
        </small>
      )}
    </div>
  );
}

function Points({risk, say}: {risk: RegisteredRisk; say: Words}) {
  return risk.findings.length === 0 ? (
    <>{say.noPoints}</>
  ) : (
    <ul class="told">
      {risk.findings.map(({flag, text}) => (
        <li key={flag + text}>{text}</li>
      ))}
    </ul>
  );
}

type FiguresOf = (risk: RegisteredRisk) => RiskFigures | null;

function figureFields(of: string, figures: FiguresOf): Field<RegisteredRisk>[] {
  return [
    {key: `level_${of}`, value: risk => figures(risk)?.year?.level ?? null},
    {key: `package_${of}`, value: risk => figures(risk)?.package ?? null},
    {key: `n_${of}`, value: risk => figures(risk)?.n ?? null},
    ...intervalFields<RegisteredRisk>(`lost_callers_${of}`, risk => figures(risk)?.lost_callers),
    ...intervalFields<RegisteredRisk>(
      `lost_callers_per_year_${of}`,
      risk => figures(risk)?.year?.lost_callers_per_year,
    ),
  ];
}

/** A level, with the figures that it stands on in the CSV. */
function useLevelColumn(say: Words) {
  const level = useWords(levelWords);
  return (of: 'now' | 'left', head: string, under: string, figures: FiguresOf): Column<RegisteredRisk> => ({
    key: `level_${of}`,
    head,
    under,
    value: risk => levelText(figures(risk), risk, say, level),
    show: risk => <LevelCell figures={figures(risk)} risk={risk} say={say} />,
    fields: figureFields(of, figures),
  });
}

function Risks({register, say}: {register: RiskRegister; say: Words}) {
  const word = useWords(registerWords);
  const dutch = useLanguage() === 'nl';
  const levelColumn = useLevelColumn(say);
  const columns: Column<RegisteredRisk>[] = [
    {
      key: 'risk',
      head: say.risk,
      heading: true,
      value: risk => (dutch ? risk.name_nl : risk.name_en) ?? risk.risk,
      show: risk => <Name risk={risk} />,
      fields: [
        {key: 'name', value: risk => (dutch ? risk.name_nl : risk.name_en)},
        {key: 'risk', value: risk => risk.risk},
        {key: 'threat', value: risk => risk.threat},
      ],
    },
    levelColumn('now', say.now, say.nowUnder, risk => risk.current),
    levelColumn('left', say.left, say.leftUnder, risk => risk.residual),
    {
      key: 'status',
      head: say.decision,
      value: risk =>
        [registerWord(risk.status, word), risk.decision ? registerWord(risk.decision.choice, word) : '']
          .filter(Boolean)
          .join(': '),
      show: risk => <Decided risk={risk} say={say} />,
    },
    {key: 'mandate', head: say.mandate, value: risk => risk.mandaat ?? say.none},
    {
      key: 'review',
      head: say.review,
      value: risk => risk.review ?? say.noDate,
      show: risk => (risk.review ? <span class="date">{risk.review}</span> : say.noDate),
    },
    {
      key: 'points',
      head: say.points,
      value: risk => risk.findings.map(({text}) => text).join('; '),
      show: risk => <Points risk={risk} say={say} />,
    },
  ];
  return (
    <DataTable
      caption={say.caption}
      columns={columns}
      rows={register.risks}
      id={({risk}) => risk}
      csv={{file: 'register.csv', head: register.head}}
    />
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const register = report.register;
  if (!register) return null;
  const {risks, register: kept} = register;
  const decided = risks.filter(({decision}) => decision !== null).length;
  const pointed = risks.filter(({findings}) => findings.length > 0).length;
  const adopted = say.adopted(kept.vastgesteld_door, kept.datum, kept.besluit);
  const status = kept.status === 'vastgesteld' ? adopted : say.concept;
  return (
    <>
      <p>{say.sentence(numbers.count(risks.length), numbers.count(decided), numbers.count(pointed))}</p>
      <p>
        {say.which(kept.name, kept.version, register.today)} {status}{' '}
        {register.criteria.status === 'concept' ? say.notHeld : say.held}
      </p>
      <Risks register={register} say={say} />
      {register.not_registered.length > 0 && (
        <p>{say.missing(register.not_registered.map(({risk}) => risk).join(', '))}</p>
      )}
      {register.rows_without_threat > 0 && <p>{say.scenarios(numbers.count(register.rows_without_threat))}</p>}
      <RegisterBackground register={register} />
    </>
  );
}

export const register: Section = {
  id: 'register',
  title: {nl: 'Risicoregister', en: 'Risk register'},
  applies: report => report.register !== undefined,
  Body,
};
