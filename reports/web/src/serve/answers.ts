// What the server says; docs/commands/serve.md and docs/formats/json.md have the documents.
import type {Language} from '../document';

export interface Offered {
  id: string;
  path: string;
  name: string;
}

export interface Offer {
  version: string;
  lang: Language;
  /** What takes longer is ended; another time for runs of up to so many replications. */
  limit_s: number;
  quick_limit_s: number;
  quick_replications: number;
  world: Offered[];
  scenario: Offered[];
  exercise: Offered[];
  result: Offered[];
  /** Labels of measures by their name. */
  labels: Record<Language, Record<string, string>>;
  /** What is shown of a run, in order; those of the chart are counted in callers or calls. */
  measures: {name: string; chart: boolean}[];
}

export interface Problem {
  field: string;
  message: string;
}

/** `gone`: nobody answers; the server itself says all the others. */
export type State =
  'queued' | 'running' | 'done' | 'refused' | 'failed' | 'killed' | 'cancelled' | 'too_long' | 'too_much' | 'gone';

export interface Job {
  id: string;
  command: string;
  /** Over soon, and so in a lane of its own. */
  quick: boolean;
  state: State;
  done: number;
  total: number;
  left_s: number | null;
  took_s: number;
  exit_code: number;
  signal: number;
  problems: Problem[];
  talk: string;
}

export const isOver = ({state}: Job) => state !== 'queued' && state !== 'running';

export interface Parameter {
  address: string;
  value: string;
  unit: string;
  si_value: number;
  kind: string;
  range: string;
  source: string;
  note: string;
}

export interface Threat {
  id: string;
  name: Record<Language, string>;
  target: string;
}

export interface Measure {
  id: string;
  name: Record<Language, string>;
  status: string;
}

export interface Plan {
  id: string;
  name: string;
  in_force: boolean;
}

export interface Estimate {
  mean: number | null;
  ci95: [number, number] | null;
  p5: number | null;
  p50: number | null;
  p95: number | null;
  n_defined: number;
}

export type Estimates = Record<string, Estimate>;

export interface Part {
  measures: Estimates;
  twin: Estimates | null;
  difference: Estimates | null;
}

/** uitwijk/run/4, as far as the page shows it. */
export interface RunResult extends Part {
  name: string;
  rubricering: string;
  command: string;
  seed: number;
  replications: number;
  /** How long they took, without reading the world. */
  wall_s: number;
  failed_replications: number;
  truncated: number;
  late_return: number;
  precision_reached: boolean;
  centres: Record<string, Part | string>;
  /** Of what was asked for and changes nothing; `at`: "--set ADDRESS=VALUE", or a file. */
  warnings: Warning[];
  /** Of each replication, less the twin's where there is one; not of very many. */
  values?: {replications: number[]; of: Record<string, (number | null)[]>};
}

export interface Warning {
  at: string;
  name: string;
  message: string;
}

export interface SweepResult {
  vary: string;
  criterion: string | null;
  points: {value: number; written: string; refined: boolean; measures: Estimates; verdict?: string}[];
  answer: {holds: string; value?: number; fails_at?: number} | null;
}

export interface Clock {
  p5_s: number | null;
  p50_s: number | null;
  p95_s: number | null;
  observed_s: number | null;
  share_below: number | null;
  /** Replications in which the loss was over before, which predict nothing. */
  cut_off: number;
}

export interface ExerciseResult {
  meldkamers: Record<string, {clocks: Record<string, Clock>; outcome: Record<string, {measures: Estimates}>}>;
}
