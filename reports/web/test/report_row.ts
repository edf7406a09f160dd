// A row of the table and a document that has it, for tests.
import type {Interval, Report, Row, Share} from '../src/document';

export const interval = (value: number | null, low: number | null = null, high: number | null = null): Interval => ({value, ci95: [low, high]});
export const share = (hits: number, of: number, low: number, high: number): Share => ({share: of > 0 ? hits / of : null, ci95: [low, high], hits, of});

export const row = (more: Partial<Row> = {}): Row => ({
  row: 'DR-20@rotterdam', threat: 'DR-20', target: 'rotterdam', name_nl: 'Noodstroom', name_en: 'Power', package: 'current', plan: '', onset_rule: 'any_hour', duration: '',
  role: '', voorzieningen: '', actors: '', meldkamer: '', n: 40, failed: 0, seed: 1, lost_callers: interval(17, 9, 25), uncertainty: null,
  lost_percentiles: {p50: interval(5), p90: interval(40), p95: interval(null), p99: interval(null)}, any_loss: share(30, 40, 0.6, 0.9),
  tail: {level: 0.95, var: null, cvar: null, points: 0}, worst_hours: {weekend: false, from_hour: 8, until_hour: 18, lost_callers: interval(23, 11, 35)},
  classes: [share(0, 40, 0, 0.08), share(10, 40, 0.1, 0.4), share(30, 40, 0.6, 0.9), share(0, 40, 0, 0.08), share(0, 40, 0, 0.08)],
  decided_by: {lost_callers: 30, unreachable: 10}, recover_s: {p50: interval(300, 200, 400), p95: interval(null)}, takeover_fails: share(4, 40, 0.03, 0.22), other_inputs: null, other_definitions: null, truncated: 0,
  capped: {events: 0, after_s: null}, tied_with_row_before: false,
  year: {
    events_per_year: [0.1, 1], events_per_year_mean: 0.39, target_share: 1, likelihood_classes: [4], lost_callers_per_year: interval(7, 1, 20),
    levels: {laag: 0, midden: 0, hoog: 1, zeer_hoog: 0}, level: 'hoog', level_shown: true, exceedance_per_year: [], above_line: false,
  },
  basis: {
    likelihood_class: 4, likelihood_basis: 'expert', no_frequency_because: '', duration_basis: 'incident', duration_cases: 3, incidents: 2, incidents_checked: 1,
    parameters: 10, parameters_assumed: 5, model_as_of: '2026-01-01', model_age_days: 288, version: '1', commit: 'c',
  },
  ...more,
});

/** Of rows with a frequency. */
export function reportOf(annual: Row[], more: Partial<Report> = {}): Report {
  return {
    schema: 'uitwijk/report/2', language: 'en', audience: 'analist', title: 'T', rubricering: 'R', concept: 'CONCEPT', program: {version: '1', commit: 'c'},
    table: {
      schema: 'uitwijk/table/2', head: [], extent: {partial: false, replications_asked: 0, replications: 0, rows: 0, rows_without: 0}, rubricering: 'R', line: [], annual, conditional: [], totals: [], history: [],
      criteria: {name: 'n', version: '1', status: 'concept', vastgesteld_door: '', datum: '', besluit: '', lost_after_s: 600, file: 'f', sha256: 's'},
    },
    bounds: {
      matrix: [], impact: {lost_callers: [1, 10, 100, 1000], unreachable: [1800, 7200, 36000, 180000]}, recovery_s: [300, 900, 3600, 14400], recovery_raises_by: 1,
      likelihood_per_y: [0.001, 0.01, 0.1, 1], tolerable_class: 2, tolerable_share: 0.05, stated: '',
    },
    loss_curves: [], coverage: {catalogue: {version: '1', status: 'concept', sha256: 's', threats: 0}, simulated_threats: 0, worlds: [], rows: []},
    durations: {curves: []}, measures: {packages: [], rows: [], together: []}, assumptions: {worlds: []}, outages: {stories: [], left_out: 0}, studies: [], ...more,
  };
}
