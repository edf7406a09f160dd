// From one pinned result to another: pair by pair where both have the same callers.
import type {Estimate, RunResult} from './answers';

/** In absolute terms one replication is the other's. */
function isPaired(from: RunResult, to: RunResult): boolean {
  return (
    from.seed === to.seed &&
    (from.difference === null) === (to.difference === null) &&
    from.values !== undefined &&
    to.values !== undefined &&
    from.values.replications.join() === to.values.replications.join()
  );
}

/** 97.5 % of Student's t: Abramowitz and Stegun, 26.7.5. Within 0.4 % from four degrees of freedom on. */
export function studentT(degrees: number): number {
  const exact = [12.706, 4.303, 3.182][degrees - 1];
  if (exact !== undefined) return exact;
  const z = 1.959964;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, power) => sum + term / degrees ** (power + 1), z);
}

function estimateOf(values: number[]): Estimate | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = n < 2 ? NaN : studentT(n - 1) * Math.sqrt(squares / (n - 1) / n);
  return {
    mean,
    ci95: Number.isFinite(half) ? [mean - half, mean + half] : null,
    p5: null,
    p50: null,
    p95: null,
    n_defined: n,
  };
}

const estimatesOf = (result: RunResult) => result.difference ?? result.measures;

/** Of independent means: the half widths add as squares. */
export function independentChange(from: Estimate | undefined, to: Estimate | undefined): Estimate | undefined {
  if (!from || !to || from.mean === null || to.mean === null) return undefined;
  const half = (of: Estimate) => (of.ci95 === null || of.mean === null ? NaN : of.ci95[1] - of.mean);
  const width = Math.hypot(half(from), half(to));
  const mean = to.mean - from.mean;
  const ends: [number, number] | null = Number.isFinite(width) ? [mean - width, mean + width] : null;
  return {mean, ci95: ends, p5: null, p50: null, p95: null, n_defined: Math.min(from.n_defined, to.n_defined)};
}

export interface Changes {
  paired: boolean;
  of(name: string): Estimate | undefined;
}

/** Replications in which a measure does not exist on either side are left out. */
export function changesOf(from: RunResult, to: RunResult): Changes {
  if (!isPaired(from, to))
    return {paired: false, of: name => independentChange(estimatesOf(from)[name], estimatesOf(to)[name])};
  const of = (name: string) => {
    const before = from.values?.of[name] ?? [];
    const after = to.values?.of[name] ?? [];
    return estimateOf(
      before.flatMap((value, at) => {
        const other = after[at];
        return value === null || other === null || other === undefined ? [] : [other - value];
      }),
    );
  };
  return {paired: true, of};
}
