interface Point {
  x: number;
  y: number;
}

const tenths = (value: number) => String(Math.round(value * 10) / 10);

function step(from: Point, to: Point): string {
  const [right, down] = [tenths(to.x - from.x), tenths(to.y - from.y)];
  if (down === '0') return `h${right}`;
  if (right === '0') return `v${down}`;
  return `l${right}${down.startsWith('-') ? '' : ','}${down}`;
}

/** On the way along a level line. */
function isBetween(before: Point | undefined, {x, y}: Point, after: Point | undefined): boolean {
  return !!before && !!after && before.y === y && after.y === y && (x - before.x) * (after.x - x) >= 0;
}

/** The same polyline of moves and lines ("M1,2L3,4Z"), relative and without points on the way: half as long. */
export function shortPath(path: string): string {
  const points = path
    .split(/[MLZ]/)
    .filter(Boolean)
    .map((pair): Point => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return {x, y};
    });
  const [first, ...rest] = points.filter((point, i) => !isBetween(points[i - 1], point, points[i + 1]));
  if (!first) return '';
  let at = first;
  const steps = rest.map(point => {
    const out = step(at, point);
    at = point;
    return out;
  });
  return `M${tenths(first.x)},${tenths(first.y)}${steps.join('')}${path.endsWith('Z') ? 'Z' : ''}`;
}
