// Schema uitwijk/outage/1: docs/formats/json.md.

/** Curves are written as one number when they are the same in every bin. */
type Packed = number | null | (number | null)[];

export type CountName =
  'first_attempts' | 'waiting' | 'failed' | 'answered_of_regions' | 'answered_for_others' | 'on_duty';
export type MomentName = 'detected' | 'decided' | 'switched' | 'repaired' | 'returned' | 'recovered';
/** A letter per bin: unanswered, elsewhere, losing, pressed, normal. */
export type State = 'x' | 'o' | 'l' | 'p' | '.';

export interface Curve {
  mean: Packed;
  p5: Packed;
  p95: Packed;
  twin: Packed | 'mean';
}
/** The board does not see who is on duty. */
export type Curves = Record<Exclude<CountName, 'on_duty'>, Curve> & {on_duty?: Curve};

export interface Spread {
  mean: number | null;
  p5: number | null;
  p95: number | null;
}
export interface Moment {
  name: MomentName;
  n: number;
  of: number;
  /** Never down, or no calls elsewhere that could come home. */
  not_needed: number;
  p5: number | null;
  p50: number | null;
  p95: number | null;
  /** The end of the data, when one of the three lies beyond it. */
  later_than: number | null;
}
export interface Centre {
  id: string;
  name: string | null;
  latitude?: number;
  longitude?: number;
}
export interface Region {
  id: string;
  name: string | null;
  centre: number | null;
}
/** Lost, known, ordered, switched, relocated, repaired, sure of it, back: minutes since the onset. */
export type EpisodeTimes = (number | null)[];
export interface Episode {
  centre: number;
  partner: number | null;
  failed_switches: number;
  answered: number;
  times: EpisodeTimes;
}
export interface Course {
  rule: 'median' | 'p95';
  replication: number;
  extra_lost: number;
  episodes: Episode[];
  /** What ("" of a supplier, to the board), from and until; components not for the board. */
  outages: [string, number, number][];
  components?: [string, number, number][];
  states: string[];
  waiting: (number | number[])[];
  failed: (number | number[])[];
}
export interface Room {
  centre: number;
  received: number;
  answered: Spread;
  short_min: Record<string, Spread>;
}
export interface AnswerTimes {
  of: string;
  n: number;
  world: Packed;
  twin: Packed;
}
export interface FailedPart {
  name: string;
  owner: string;
  function: boolean;
  centres: string[];
  from: number;
}

/**
 * Replication, extra lost callers; known, decided, switched, repaired, home again: minutes since its onset; failed
 * switches, meldkamers that lost a function, who took over first.
 */
export type ShortCourse = [
  number,
  number,
  number | null,
  number | null,
  number | null,
  number | null,
  number | null,
  number,
  number,
  number | null,
];
export interface Tail {
  of: number;
  /** How many are the worst fifth; 0: too few to say, or no loss. */
  worst: number;
  common: {fact: string; worst: number; others: number}[];
  /** Fewest lost callers first. */
  courses: ShortCourse[];
}

export interface Outage {
  schema: 'uitwijk/outage/1';
  replications: number;
  bin_min: number;
  /** Minutes since the onset, one more than bins. */
  edges: number[];
  reached: number | number[];
  states: {losing_least: number; losing_share: number; pressed_share: number};
  centres: Centre[];
  regions: Region[];
  disciplines: {id: string; name: string | null}[];
  moments: Moment[];
  /** Of what the service is `recovered`. */
  recovery_of: 'touched' | 'nation';
  curves: {all: Curves; centres: (Curves | null)[]};
  courses: Course[];
  rooms: Room[];
  answers: {
    times_s: number[];
    norm_s: number;
    delayed_after_s: number;
    lost_after_s: number;
    /** Of all attempts, answered at first within the norm. */
    within_norm: {world: number | null; twin: number | null};
    of: AnswerTimes[];
  };
  /** What the worst replications have in common, and each of them in short. */
  tail?: Tail;
  /** Not for the board. */
  failed?: {parts: FailedPart[]; links: [number, number][]} | null;
}

export function unpacked(values: Packed | undefined, length: number): (number | null)[] {
  if (Array.isArray(values)) return values;
  return Array.from({length}, () => values ?? null);
}

export const twinOf = ({mean, twin}: Curve): Packed => (twin === 'mean' ? mean : twin);

export const binsOf = (outage: Outage) => Math.max(0, outage.edges.length - 1);

export function nameOfCentre(outage: Outage, centre: number | null): string {
  const found = centre === null ? undefined : outage.centres[centre];
  return found ? shortName(found.name ?? found.id) : '–';
}

/** On a map the word says itself: "Meldkamer Rotterdam" is Rotterdam. */
export function shortName(name: string): string {
  return name.replace(/^Meldkamer\s+/i, '');
}

/** The bin that holds a moment, the first or the last outside. */
export function binAt(outage: Outage, minute: number): number {
  const bins = binsOf(outage);
  let bin = 0;
  while (bin + 1 < bins && (outage.edges[bin + 1] ?? Infinity) <= minute) bin += 1;
  return bin;
}

/** The first bin that begins at a moment or later: what has come by then is in its state. */
export function binFrom(outage: Outage, minute: number): number {
  const found = outage.edges.findIndex(edge => edge >= minute);
  return found < 0 ? binsOf(outage) - 1 : Math.min(found, binsOf(outage) - 1);
}

/** Began before the first effect, and ends after it. */
export const holdsOnset = (outage: Outage, bin: number): boolean =>
  (outage.edges[bin] ?? 0) < 0 && (outage.edges[bin + 1] ?? 0) > 0;

export function momentOf(outage: Outage, name: MomentName): Moment | undefined {
  return outage.moments.find(moment => moment.name === name && moment.n > 0);
}
