// Schema uitwijk/report/3: docs/formats/json.md; rows of the table in fields.ts. Parts of the analyst are optional: a document for the board does not have them.

import type {Row} from './fields';
import type {Outage} from './outage/outage';

export type Language = 'nl' | 'en';
export type Audience = 'bestuur' | 'analist';
export type Ends = [number | null, number | null] | null;

export interface Interval {
  value: number | null;
  ci95: Ends;
  method?: string;
}
export interface Share {
  share: number | null;
  ci95: Ends;
  hits: number;
  of: number;
}
/** What had become of losses: the three add up to one; null where the data end before. */
export interface Incidence {
  after_s: number;
  answered_elsewhere: Interval;
  repaired_first: Interval;
  nobody_yet: Interval;
}
export interface Difference extends Interval {
  paired: boolean;
  clear: boolean;
}
export type Level = 'laag' | 'midden' | 'hoog' | 'zeer_hoog';

export interface Criteria {
  name: string;
  version: string;
  status: 'concept' | 'vastgesteld';
  vastgesteld_door: string;
  datum: string;
  besluit: string;
  lost_after_s: number;
  /** Of the analyst. */
  file?: string;
  sha256: string;
}

export type Year = NonNullable<Row['year']>;
export type {Row};
export type Tail = Row['tail'];

export interface Total {
  package: string;
  threats: number;
  not_counted_twice: string[];
  lost_callers_per_year: Interval;
  of_which_chance: Interval;
  year_without_loss: number;
  simulated_years: number;
  curve: {lost_callers: number; aep: Interval; oep: Interval}[];
  tails: Tail[];
  exceedance_per_year: Interval[];
}

/** A count of a past outage, on a definition of its own. */
export interface PastOutage {
  year: number;
  outage: string;
  name_nl: string;
  name_en: string;
  count: number;
  definition_nl: string;
  definition_en: string;
  source: string;
  basis: string;
  /** What was derived from this outage, and is therefore not tested by it. */
  used_for_nl: string;
  used_for_en: string;
  /** The outage replayed in today's system; `range95` is where 95 % of the replications lie. */
  model: {replications: number; mean: number; range95: [number, number]; holds_count: boolean} | null;
}

export interface Table {
  schema: 'uitwijk/table/3';
  head: string[];
  extent: {partial: boolean; replications_asked: number; replications: number; rows: number; rows_without: number};
  criteria: Criteria;
  rubricering: string;
  line: {lost_callers: number; per_year: number}[];
  annual: Row[];
  conditional: Row[];
  totals: Total[];
  /** Packages of which no row is one of a year: other durations or settings only. */
  without_total?: {package: string; not_counted_twice: string[]}[];
  history: PastOutage[];
  other_criteria?: {
    name: string;
    sha256: string;
    disagreements: {row: string; package: string; classes: [number[], number[]]; level: [Level | null, Level | null]}[];
  };
}

export interface Bounds {
  /** [K - 1][I - 1]. */
  matrix: Level[][];
  /** By criterion four ascending bounds; times in seconds, shares from 0 to 1. */
  impact: Record<string, number[]>;
  recovery_s: number[];
  /** By how many classes, at most, the time to recover raises the worst of the criteria. */
  recovery_raises_by: number;
  likelihood_per_y: number[];
  tolerable_class: number;
  tolerable_share: number;
  stated: string;
}

/** Share of the events of a row with at least so many extra lost callers. */
export interface LossCurve {
  row: string;
  package: string;
  plan: string;
  duration: string;
  /** Not for the board, which gets none that was varied. */
  varied?: string;
  points: {lost_callers: number; share: Share}[];
}

export interface Measures {
  packages: {
    package: string;
    rows: number;
    lost_callers: Interval;
    lost_callers_per_year: Interval;
    tied_with_package_before: boolean;
  }[];
  rows: {row: string; package: string; lost_callers: Difference; lost_callers_per_year: Interval}[];
  together: {row: string; first: string; second: string; more_than_sum: Difference}[];
}

export interface Durations {
  curves: {
    row: string;
    package: string;
    voorzieningen: string;
    points: {
      duration_s: number;
      n: number;
      lost_callers: Interval;
      median_class: number;
      over_tolerable_class: Share;
    }[];
    longest_tolerable_s: number | null;
    longest_shown_tolerable_s: number | null;
  }[];
}

export interface Tornado {
  tornados: {
    row: string;
    package: string;
    lost_callers: Interval;
    bars: {
      parameter: string;
      clear: boolean;
      ends: {value: string; difference: Interval; paired: boolean; clear: boolean}[];
    }[];
  }[];
}

export interface CoverageCell {
  analysed: 'simulated' | 'recorded' | 'not_analysed';
  simulated: string[];
  recorded: string[];
}
export interface Coverage {
  catalogue: {version: string; status: string; sha256: string; threats: number};
  simulated_threats: number;
  worlds: {name: string; as_of: string | null}[];
  rows: {voorziening: string; bbn: string; A: CoverageCell; I: CoverageCell; C: CoverageCell}[];
}

export type Kind = 'measured' | 'reported' | 'derived' | 'estimated' | 'assumed';

/** Numbers of a world as its files have them, before what a scenario or a measure sets. */
export interface Assumptions {
  worlds: {
    world: string;
    /** First word of the address -> kind -> how many. */
    counts: Record<string, Partial<Record<Kind | '', number>>>;
    /** Of the analyst. */
    groups?: {kind: Kind; source: string; note: string; parameters: {address: string; value: string; unit: string}[]}[];
  }[];
}

export interface Study {
  row: string;
  package: string;
  plan: string;
  duration: string;
  varied?: string;
  draw: number;
  /** Of the program that simulated it. */
  version: string;
  commit: string;
  seed: number;
  replications: number;
  replications_asked: number;
  parameters: number;
  parameters_assumed: number;
  scenario?: string;
  world?: string;
  start?: string;
  command?: string;
  inputs?: {path: string; sha256: string}[];
}

/** Of a risk, what its register's section shows; a document for the analyst has the whole row. */
export interface RiskFigures {
  package: string;
  n: number;
  lost_callers: Interval;
  year: null | Pick<Year, 'level' | 'level_shown' | 'lost_callers_per_year'>;
}

export interface RegisteredRisk {
  risk: string;
  threat: string | null;
  plan: string | null;
  package: string;
  /** Why there are no figures. */
  recorded: string | null;
  name_nl: string | null;
  name_en: string | null;
  voorzieningen: string[];
  eigenaar: string | null;
  beheerder: string | null;
  hoofdgebruiker: string[];
  mandaat: string | null;
  verantwoordelijkheid_betwist: boolean | null;
  status: string;
  decision: null | {
    choice: string;
    text: string;
    date: string;
    by: string;
    criteria_version: string | null;
    result: string | null;
    level: Level | null;
    conditions: string[];
  };
  review: string | null;
  measures: {what: string; measure: string | null; owner: string | null; due: string | null; status: string}[];
  findings: {flag: string; about: string | null; text: string}[];
  current: RiskFigures | null;
  residual: RiskFigures | null;
  /** Of the analyst. */
  line?: number;
  leverancier?: string | null;
  note?: string | null;
}

/** uitwijk/register/3: what people decided, beside the figures. */
export interface RiskRegister {
  head: string[];
  rubricering: string;
  today: string;
  register: {
    name: string;
    version: string;
    status: 'concept' | 'vastgesteld';
    vastgesteld_door: string;
    datum: string;
    besluit: string;
    sha256: string;
  };
  criteria: Criteria;
  mandates: {function: string; up_to: Level | null; source: string | null}[];
  risks: RegisteredRisk[];
  not_registered: {risk: string; threat: string}[];
  rows_without_threat: number;
  /** Of the analyst. */
  crosswalk?: {
    note: string;
    rows: {finding: string; iso27005_2018: string; iso27005_2022: string; answered_by: string}[];
  };
}

/** Of the rows that lose most callers under the measures there are. */
export interface Story {
  row: string;
  package: string;
  plan: string;
  duration: string;
  outage: Outage;
}

export interface Report {
  schema: 'uitwijk/report/3';
  language: Language;
  audience: Audience;
  title: string;
  rubricering: string;
  concept: string | null;
  program: {version: string; commit: string; command?: string};
  table: Table;
  bounds: Bounds;
  loss_curves: LossCurve[];
  coverage: Coverage;
  durations: Durations;
  measures: Measures;
  tornado?: Tornado;
  assumptions: Assumptions;
  outages: {stories: Story[]; left_out: number};
  /** With `report --register`. */
  register?: RiskRegister;
  studies: Study[];
}
