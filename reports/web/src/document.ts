// Schema uitwijk/report/3: docs/formats/json.md; records in fields.ts. Parts of the analyst are optional: a document for
// the board does not have them.

import type {
  Bounds,
  BreakEven,
  Coverage,
  Criteria,
  Disagreement,
  DurationCurve,
  Effect,
  Extent,
  LinePoint,
  LossCurve,
  Mandate,
  NewRisk,
  PackageEffect,
  PastOutage,
  RegisterFile,
  RegisteredRisk,
  Row,
  Study,
  Together,
  Total,
} from './fields';
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

export type Year = NonNullable<Row['year']>;
export type {
  Bounds,
  Coverage,
  CoverageCell,
  Criteria,
  LossCurve,
  PastOutage,
  RegisteredRisk,
  Row,
  Study,
  Total,
} from './fields';

export interface Table {
  schema: 'uitwijk/table/3';
  head: string[];
  extent: Extent;
  criteria: Criteria;
  rubricering: string;
  line: LinePoint[];
  annual: Row[];
  conditional: Row[];
  /** Unintentional events: there is no single total of a year. */
  totals: Total[];
  /** Packages of which no row is one of a year: other durations or settings only. */
  without_total?: {package: string; not_counted_twice: string[]}[];
  /** Deliberate events that have a frequency, and what experts estimate. */
  deliberate?: Total[];
  estimates?: Total[];
  history: PastOutage[];
  /** None without a line of a year. */
  record?: FamilyRecord[];
  other_criteria?: {
    name: string;
    sha256: string;
    disagreements: Disagreement[];
  };
}

interface EventCount {
  mean: number;
  p5: number;
  p95: number;
}

/** A family of outages: how many became known beside how many the model expects to. */
export interface FamilyRecord {
  family?: string;
  name_nl: string;
  name_en: string;
  years: number;
  seen: number;
  expected: EventCount | null;
  without_own_record: EventCount | null;
  durations_s?: number[];
  model_duration?: {median_s: number; p95_s: number} | null;
}

export interface Measures {
  packages: PackageEffect[];
  /** Of packages whose effect is assumed: no rank. */
  break_even: BreakEven[];
  rows: Effect[];
  together: Together[];
}

export interface Durations {
  curves: DurationCurve[];
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
  /** Settings of rows that have no result as it stands beside them. */
  without_base?: string[];
}

export type Kind = 'measured' | 'reported' | 'derived' | 'estimated' | 'assumed';

/** Numbers of a world as its files have them, before what a scenario or a measure sets. */
export interface Assumptions {
  worlds: {
    world: string;
    /** First word of the address -> kind -> how many. */
    counts: Record<string, Partial<Record<Kind | '', number>>>;
    /** Of the analyst. */
    groups?: {kind: Kind; source: string; note: string; numbers: string[]}[];
  }[];
}

/** Of a risk, what its register's section shows; a document for the analyst has the whole row. */
export interface RiskFigures {
  package: string;
  n: number;
  lost_callers: Interval;
  year: null | Pick<Year, 'level' | 'level_shown' | 'lost_callers_per_year'>;
}

/** uitwijk/register/3: what people decided, beside the figures. */
export interface RiskRegister {
  head: string[];
  rubricering: string;
  today: string;
  register: RegisterFile;
  criteria: Criteria;
  mandates: Mandate[];
  risks: RegisteredRisk[];
  not_registered: NewRisk[];
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
