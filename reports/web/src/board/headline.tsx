// The answer as one sentence that can be said aloud.
import type {Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {useNumbers} from '../numbers';
import {nameOfCentre} from '../outage/outage';
import {packageName, packageWords} from '../parts/packages';
import {nameOf} from '../parts/row_name';
import {headline} from '../parts/rows';
import {lateShare, presentRows, storyOf, worstOf, type Kind} from './kinds';
import {useSpoken, type Spoken} from './spoken';

const words = inBoth({
  nl: {
    model: 'In dit model, in het huidige stelsel:',
    modelUnder: (measures: string) => `In dit model, ${measures}:`,
    under: (name: string) => `met „${name}”`,
    event: (name: string, who: string) => `door „${name}” worden ${who} niet op tijd bereikt.`,
    planned: (name: string, rooms: string, calls: string, who: string) =>
      `bij „${name}” valt niets uit; ${rooms} ${calls} gesprekken voor een ander op, en ${who}.`,
    takes: (room: string) => `${room} neemt`,
    take: (rooms: string) => `${rooms} nemen`,
    and: ' en ',
    plannedLate: (who: string) => `daarbij worden ${who} niet op tijd bereikt`,
    plannedNobody: 'daarbij wordt niemand extra niet op tijd bereikt',
    none: (name: string, n: string) =>
      `door „${name}” wordt in geen van de ${n} keer iemand extra niet op tijd bereikt.`,
    campaign: (count: string, name: string, who: string) =>
      `van ${count} doorgerekende gebeurtenissen kost „${name}” het meest: per keer worden ${who} niet op tijd bereikt.`,
    years: (n: string, who: string) =>
      `over ${n} doorgerekende jaren worden door wat daarin gebeurt ${who} per jaar niet op tijd bereikt.`,
    lossless: (some: string, all: string) => `In ${some} van de ${all} jaren is het niemand.`,
    durations: (name: string, shortest: string, few: string, longest: string, many: string) =>
      `„${name}” kost bij een duur van ${shortest} ${few} en bij ${longest} ${many} die niet op tijd bereikt worden.`,
    nothing: (name: string, callers: string) =>
      `„${name}” is doorgerekend zonder dreiging. In die uren bellen ${callers} mensen die hulp nodig hebben; er is ` +
      'niets om hen mee te vergelijken, en dus geen effect.',
    ofPeople: (lost: string, all: string) => `${lost} van de ${all} mensen die hulp nodig hebben`,
    people: (lost: string) => `gemiddeld ${lost}`,
    back: (where: string, half: string, most: string) =>
      `De dienst is ${where}in de helft van de gevallen binnen ${half} terug${most}.`,
    nationally: 'landelijk ',
    backMost: (most: string) => `, in 95 % binnen ${most}`,
    notBack: (time: string) => `In ten minste de helft van de gevallen is de dienst na ${time} nog niet terug.`,
    neverFell: 'De dienst valt in ten minste de helft van de gevallen nooit weg.',
    neverBelow: 'In ten minste de helft van de gevallen zakt de dienst landelijk nooit onder 90 %.',
  },
  en: {
    model: 'In this model, in today’s system:',
    modelUnder: (measures: string) => `In this model, ${measures}:`,
    under: (name: string) => `with “${name}”`,
    event: (name: string, who: string) => `because of “${name}” ${who} are not reached in time.`,
    planned: (name: string, rooms: string, calls: string, who: string) =>
      `with “${name}” nothing fails; ${rooms} ${calls} calls for another, and ${who}.`,
    takes: (room: string) => `${room} answers`,
    take: (rooms: string) => `${rooms} answer`,
    and: ' and ',
    plannedLate: (who: string) => `${who} are not reached in time`,
    plannedNobody: 'nobody more is not reached in time',
    none: (name: string, n: string) =>
      `because of “${name}” nobody more is not reached in time, in none of the ${n} times.`,
    campaign: (count: string, name: string, who: string) =>
      `of ${count} events that were simulated “${name}” costs most: each time ${who} are not reached in time.`,
    years: (n: string, who: string) =>
      `over ${n} years that were simulated whole, what happens in them leaves ${who} a year not reached in time.`,
    lossless: (some: string, all: string) => `In ${some} of the ${all} years it is nobody.`,
    durations: (name: string, shortest: string, few: string, longest: string, many: string) =>
      `“${name}” leaves ${few} not reached in time when it lasts ${shortest}, and ${many} when it lasts ${longest}.`,
    nothing: (name: string, callers: string) =>
      `“${name}” was simulated without a threat. In those hours ${callers} people call who need help; there is ` +
      'nothing to compare them with, and so no effect.',
    ofPeople: (lost: string, all: string) => `${lost} of the ${all} people who need help`,
    people: (lost: string) => `on average ${lost}`,
    back: (where: string, half: string, most: string) =>
      `In half of the cases service is ${where}back within ${half}${most}.`,
    nationally: 'nationally ',
    backMost: (most: string) => `, in 95 % within ${most}`,
    notBack: (time: string) => `In at least half of the cases service is not back after ${time}.`,
    neverFell: 'In at least half of the cases the service is never down.',
    neverBelow: 'In at least half of the cases the service nationally never falls below 90 %.',
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

/** "about 760 (730 to 790) of the 2,500 people who need help, roughly three in ten,". */
function whoOf(report: Report, row: Row, say: Words, spoken: Spoken): string {
  const share = lateShare(report, row);
  if (share === undefined || share < 0.005) return say.people(spoken.people(headline(row)));
  return `${say.ofPeople(spoken.about(headline(row)), spoken.number(row.genuine_callers))}, ${spoken.part(share)},`;
}

/** Who answers how many calls for whom it was announced, and what that costs. */
function plannedSentence(report: Report, row: Row, say: Words, spoken: Spoken, name: string): string {
  const outage = storyOf(report, row)?.outage;
  const rooms = (outage?.rooms ?? []).filter(({received}) => received >= 0.5);
  const names = rooms.map(({centre}) => (outage ? nameOfCentre(outage, centre) : ''));
  const sum = (of: 'mean' | 'p5' | 'p95') => rooms.reduce((all, {answered}) => all + (answered[of] ?? 0), 0);
  const ends: [number, number] | null = rooms.length === 1 ? [sum('p5'), sum('p95')] : null;
  const calls = spoken.about({value: sum('mean'), ci95: ends});
  const who = row.any_loss.hits === 0 ? say.plannedNobody : say.plannedLate(say.people(spoken.people(headline(row))));
  return say.planned(name, names.length === 1 ? say.takes(names[0] ?? '') : say.take(names.join(say.and)), calls, who);
}

/** One answer, that of the impact table: of those whom a row with a target touches, else of the nation. */
export function howLong({any_loss, recover_s, nation, truncated, n}: Row, say: Words, spoken: Spoken): string {
  const {p50, p95, later_than_s} = recover_s;
  if (p50.value === 0) return any_loss.hits > 0 ? say.neverBelow : say.neverFell;
  if (p50.value !== null)
    return say.back(
      nation ? '' : say.nationally,
      spoken.time(p50.value),
      p95.value === null ? '' : say.backMost(spoken.time(p95.value)),
    );
  return later_than_s !== null && 2 * truncated >= n ? say.notBack(spoken.time(later_than_s)) : '';
}

const hoursOf = (row: Row): number => {
  const [, number, unit] = row.duration.match(/^([\d.]+)\s*(\w+)/) ?? [];
  return Number(number ?? 0) * (unit?.startsWith('d') ? 24 : unit?.startsWith('h') ? 1 : 1 / 60);
};

/** What the report says, in a breath. */
export function Headline({report, kind}: {report: Report; kind: Kind}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const spoken = useSpoken();
  const language = useLanguage();
  const packages = useWords(packageWords);
  const rows = presentRows(report);
  const worst = worstOf(rows);
  if (!worst) return null;
  const name = nameOf(worst, language);
  const who = (row: Row) => whoOf(report, row, say, spoken);
  const model = (): string => {
    if (worst.package === 'current') return say.model;
    const said = packageName(worst.package, packages);
    return say.modelUnder(said === worst.package ? say.under(said) : said);
  };
  const sentence = (): string => {
    if (kind === 'nothing') return say.nothing(name, spoken.number(worst.genuine_callers));
    if (kind === 'years') {
      const calm = say.lossless(numbers.count(worst.n - worst.any_loss.hits), numbers.count(worst.n));
      return `${say.years(numbers.count(worst.n), say.people(spoken.people(headline(worst))))} ${calm}`;
    }
    if (kind === 'durations') {
      const byLength = [...rows].sort((a, b) => hoursOf(a) - hoursOf(b));
      const [first, last] = [byLength[0] ?? worst, byLength[byLength.length - 1] ?? worst];
      const few = (row: Row) => say.people(spoken.people(headline(row)));
      return say.durations(name, first.duration, few(first), last.duration, few(last));
    }
    if (kind === 'planned') return plannedSentence(report, worst, say, spoken, name);
    const said =
      worst.any_loss.hits === 0
        ? say.none(name, numbers.count(worst.n))
        : kind === 'campaign'
          ? say.campaign(numbers.count(rows.length), name, who(worst))
          : say.event(name, who(worst));
    return `${said} ${howLong(worst, say, spoken)}`;
  };
  return (
    <p class="headline">
      {kind === 'nothing' ? '' : `${model()} `}
      {sentence()}
    </p>
  );
}
