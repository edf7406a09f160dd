// Made from the tables in reports/fields (make renew-fields). What a document for the board does not have is optional.

import type {Difference, Incidence, Interval, Level, RiskFigures, Share} from './document';

export interface Row {
  row: string;
  threat: string;
  name_nl: string;
  name_en: string;
  target?: string;
  package: string;
  plan: string;
  onset_rule: string;
  duration: string;
  varied?: string;
  other_inputs: null | {
    line: number;
    has?: string[];
    lacks?: string[];
  };
  other_definitions: number | null;
  role: string;
  cia: string;
  voorzieningen: string;
  actors: string;
  meldkamer: string;
  share_of_callers: number;
  genuine_callers: number;
  seed: number;
  n: number;
  failed: number;
  command?: string;
  lost_callers: Interval;
  uncertainty: null | {
    draws: number;
    mean: number | null;
    chance: Interval;
    parameters: Interval;
    both: Interval;
    parameter_share_of_variance: number | null;
  };
  lost_percentiles: {
    p50: Interval;
    p90: Interval;
    p95: Interval;
    p99: Interval;
  };
  any_loss: Share;
  tail: {
    level: number;
    var: number | null;
    cvar: number | null;
    points: number;
  };
  worst_hours: null | {
    weekend: boolean;
    from_hour: number;
    until_hour: number;
    lost_callers: Interval;
  };
  harm: {
    late_help: Interval;
    late_callers: Interval;
    unreachable_112_min: Interval;
    dispatch_impossible_min: Interval;
    degraded_min: Interval;
  };
  classes: Share[];
  classes_uncapped: Share[];
  classes_by_criterion: Record<string, number[]>;
  decided_by: Record<string, number>;
  recover_s: {
    p50: Interval;
    p95: Interval;
    later_than_s: number | null;
  };
  nation: null | {
    classes: Share[];
    recover_p50: Interval;
    recover_p95: Interval;
  };
  losses_told: boolean;
  intake_losses: Incidence[];
  dispatch_losses: Incidence[];
  first_switch_fails: Share;
  late_return: number;
  truncated: number;
  capped: {
    events: number;
    after_s: number | null;
  };
  tied_with_row_before: boolean;
  year: null | {
    events_per_year: [number, number];
    events_per_year_mean: number;
    target_share: number;
    likelihood_classes: number[];
    lost_callers_per_year: Interval;
    levels: Record<Level, number>;
    level: Level;
    level_shown: boolean;
    exceedance_per_year: Interval[];
    share_of_line: number | null;
  };
  as_much_as_all_per_year: number | null;
  estimated: null | {
    events_per_year: [number, number];
    lost_callers_per_year: Interval;
  };
  basis: {
    likelihood_class: number;
    likelihood_basis: string;
    no_frequency_because: string;
    duration_basis: string;
    duration_cases: number;
    incidents: number;
    incidents_checked: number;
    parameters: number;
    parameters_assumed: number;
    model_as_of: string | null;
    model_age_days: number | null;
    version: string;
    commit: string;
    register: null | {
      risk: string;
      status: string;
      decision: string;
      findings: string[];
    };
    result: string;
  };
}

export interface Bounds {
  matrix: Level[][];
  impact: Record<string, number[]>;
  recovery_s: number[];
  recovery_raises_by: number;
  likelihood_per_y: number[];
  tolerable_class: number;
  tolerable_share: number;
  stated: string;
}

export interface Extent {
  partial: boolean;
  replications_asked: number;
  replications: number;
  rows: number;
  rows_without: number;
}

export interface Criteria {
  name: string;
  version: string;
  status: 'concept' | 'vastgesteld';
  vastgesteld_door: string;
  datum: string;
  besluit: string;
  lost_after_s: number;
  file?: string;
  sha256: string;
}

export interface LinePoint {
  lost_callers: number;
  per_year: number;
}

export interface Total {
  package: string;
  threats: number;
  can_be_deliberate_too: string[];
  not_counted_twice: string[];
  lost_callers_per_year: Interval;
  of_which_chance: Interval;
  year_without_loss: number;
  simulated_years: number;
  curve: CurvePoint[];
  tails: Tail[];
  exceedance_per_year: Interval[];
}

export interface CurvePoint {
  lost_callers: number;
  aep: Interval;
  oep: Interval;
}

export interface Tail {
  level: number;
  var: number | null;
  cvar: number | null;
  points: number;
}

export interface Disagreement {
  row: string;
  package: string;
  classes: [number[], number[]];
  level: [Level | null, Level | null];
}

export interface PastOutage {
  year: number;
  date: string;
  outage: string;
  name_nl: string;
  name_en: string;
  count: number;
  definition_nl: string;
  definition_en: string;
  lost_callers: boolean;
  source: string;
  basis: string;
  used_for_nl: string;
  used_for_en: string;
  model: Replay | null;
}

export interface Replay {
  replications: number;
  mean: number;
  range95: [number, number];
  holds_count: boolean;
}

export interface LossCurve {
  row: string;
  package: string;
  plan: string;
  duration: string;
  varied?: string;
  points: LossPoint[];
  dots: number[];
}

export interface LossPoint {
  lost_callers: number;
  share: Share;
}

export interface DurationCurve {
  row: string;
  package: string;
  voorzieningen: string;
  points: DurationPoint[];
  longest_tolerable_s: number | null;
  longest_shown_tolerable_s: number | null;
}

export interface DurationPoint {
  duration_s: number;
  n: number;
  lost_callers: Interval;
  median_class: number;
  capped?: {
    events?: number;
    after_s?: number | null;
  };
  over_tolerable_class: Share;
}

export interface PackageEffect {
  package: string;
  rows: number;
  lost_callers: Interval;
  lost_callers_per_year: Interval;
  tied_with_package_before: boolean;
}

export interface BreakEven {
  package: string;
  rows: number;
  once_in_years: Interval;
  share_of_effect: number;
  share_of_effect_interval: Interval;
}

export interface Effect {
  row: string;
  package: string;
  lost_callers: Difference;
  lost_callers_per_year: Interval;
}

export interface Together {
  row: string;
  first: string;
  second: string;
  more_than_sum: Difference;
}

export interface Coverage {
  schema: string;
  rubricering: string;
  catalogue: {
    version: string;
    status: string;
    sha256: string;
    threats: number;
  };
  simulated_threats: number;
  programs: string[];
  worlds: CoverageWorld[];
  rows: CoverageRow[];
}

export interface CoverageWorld {
  name: string;
  as_of: string | null;
}

export interface CoverageRow {
  voorziening: string;
  bbn: string;
  A: CoverageCell;
  I: CoverageCell;
  C: CoverageCell;
}

export interface CoverageCell {
  analysed: 'simulated' | 'recorded' | 'not_analysed';
  simulated: string[];
  recorded: string[];
}

export interface RegisterFile {
  name: string;
  version: string;
  status: 'concept' | 'vastgesteld';
  vastgesteld_door: string;
  datum: string;
  besluit: string;
  note?: string | null;
  file?: string;
  sha256: string;
}

export interface Mandate {
  function: string;
  up_to: Level | null;
  source: string | null;
}

export interface RegisterRole {
  role?: string;
  name?: string;
  source?: string | null;
  beheerorganisatie?: boolean;
  voorzieningen?: string[];
}

export interface NewRisk {
  risk: string;
  threat: string;
  background?: string | null;
  target?: string | null;
}

export interface RegisteredRisk {
  risk: string;
  line?: number;
  threat: string | null;
  target?: string | null;
  background?: string | null;
  scenario?: string | null;
  plan: string | null;
  package: string;
  recorded: string | null;
  name_nl: string | null;
  name_en: string | null;
  voorzieningen: string[];
  cia: string[];
  eigenaar: string | null;
  beheerder: string | null;
  hoofdgebruiker: string[];
  leverancier?: string | null;
  mandaat: string | null;
  verantwoordelijkheid_betwist: boolean | null;
  status: string;
  decision: Decision | null;
  review: string | null;
  measures: Treatment[];
  rubricering: string | null;
  note?: string | null;
  roles?: RoleShare[];
  findings: Finding[];
  packages?: string[];
  current: RiskFigures | null;
  residual: RiskFigures | null;
}

export interface Decision {
  choice: string;
  text: string;
  date: string;
  by: string;
  criteria_version: string | null;
  criteria_sha256: string | null;
  result: string | null;
  level: Level | null;
  conditions: string[];
}

export interface Treatment {
  what: string;
  measure: string | null;
  owner: string | null;
  due: string | null;
  status: string;
}

export interface Finding {
  flag: string;
  about: string | null;
  text: string;
}

export interface RoleShare {
  role?: string;
  as?: string;
}

export interface Study {
  row: string;
  package: string;
  plan: string;
  duration: string;
  varied?: string;
  draw: number;
  scenario?: string;
  world?: string;
  rubricering?: string;
  start?: string;
  version: string;
  commit: string;
  seed: number;
  replications: number;
  replications_asked: number;
  parameters: number;
  parameters_assumed: number;
  command?: string;
  inputs?: Required<Input>[];
}

export interface Input {
  path?: string;
  sha256?: string;
}
