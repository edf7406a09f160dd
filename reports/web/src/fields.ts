// Made from the tables in reports/fields (make renew-fields). What a document for the board does not have is optional.

import type {Incidence, Interval, Level, Share} from './document';

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
  classes: Share[];
  classes_by_criterion: Record<string, number[]>;
  decided_by: Record<string, number>;
  recover_s: {
    p50: Interval;
    p95: Interval;
  };
  intake_losses: Incidence[];
  dispatch_losses: Incidence[];
  first_switch_fails: Share;
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
    above_line: boolean;
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
