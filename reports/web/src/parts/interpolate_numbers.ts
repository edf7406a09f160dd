// In the place of d3-interpolate, which brings colours, dates and shapes: our scales go from numbers to numbers. Same arithmetic.

export const interpolateNumber = (from: number, to: number) => (t: number) => from * (1 - t) + to * t;
export const interpolateRound = (from: number, to: number) => (t: number) => Math.round(from * (1 - t) + to * t);
export const interpolate = interpolateNumber;

/** Of scales that we do not use. */
export function piecewise(): never {
  throw new Error('no scale of several pieces is bundled');
}
