// Curves of bins as steps: a count belongs to the whole of its bin, and what an effect does begins with it.
import {binsOf, holdsOnset, twinOf, unpacked, type Curve, type Outage} from './outage';

/** From when to when, in minutes since the onset. */
export interface Step {
  from: number;
  to: number;
  value: number;
}

type Values = (number | null)[];

/**
 * The bin that holds the onset is two steps. Before it the world is its twin: `before` has what that was, by bin.
 */
export function stepsOf(outage: Outage, values: Values, before: (bin: number) => number): Step[] {
  return Array.from({length: binsOf(outage)}).flatMap((_, bin): Step[] => {
    const [from, to] = [outage.edges[bin] ?? 0, outage.edges[bin + 1] ?? 0];
    const value = values[bin] ?? 0;
    return holdsOnset(outage, bin)
      ? [
          {from, to: 0, value: before(bin)},
          {from: 0, to, value},
        ]
      : [{from, to, value}];
  });
}

export interface Steps {
  mean: Step[];
  twin: Step[];
  p5: Step[];
  p95: Step[];
}

export function curveSteps(outage: Outage, curve: Curve): Steps {
  const bins = binsOf(outage);
  const [mean, twin, p5, p95] = [curve.mean, twinOf(curve), curve.p5, curve.p95].map(values => unpacked(values, bins));
  const ofTwin = (bin: number) => twin?.[bin] ?? mean?.[bin] ?? 0;
  // The band of the bin before: there are no percentiles of a twin.
  const ofBinBefore = (values: Values | undefined) => (bin: number) => values?.[bin - 1] ?? ofTwin(bin);
  return {
    mean: stepsOf(outage, mean ?? [], ofTwin),
    twin: stepsOf(outage, twin ?? [], ofTwin),
    p5: stepsOf(outage, p5 ?? [], ofBinBefore(p5)),
    p95: stepsOf(outage, p95 ?? [], ofBinBefore(p95)),
  };
}

/** Of the step that holds a moment; the last one holds its end. */
export function valueAt(steps: Step[], minute: number): number {
  const found = steps.find(({from, to}) => minute >= from && minute < to) ?? steps[steps.length - 1];
  return found?.value ?? 0;
}

type Place = (value: number) => number;

/** Rounded, and joined where a step goes on at the same height. */
function corners(steps: Step[], x: Place, y: Place): {from: number; to: number; at: number}[] {
  const out: {from: number; to: number; at: number}[] = [];
  for (const {from, to, value} of steps) {
    const at = Math.round(y(value));
    const last = out[out.length - 1];
    if (last && last.at === at) last.to = Math.round(x(to));
    else out.push({from: Math.round(x(from)), to: Math.round(x(to)), at});
  }
  return out;
}

/** Across and up or down, from left to right. */
export function stepPath(steps: Step[], x: Place, y: Place): string {
  const [first, ...rest] = corners(steps, x, y);
  return first ? `M${first.from} ${first.at}H${first.to}${rest.map(({to, at}) => `V${at}H${to}`).join('')}` : '';
}

/** What lies between two of them. */
export function bandPath(low: Step[], high: Step[], x: Place, y: Place): string {
  const back = corners(low, x, y).reverse();
  return back.length === 0 ? '' : `${stepPath(high, x, y)}${back.map(({from, at}) => `V${at}H${from}`).join('')}Z`;
}
