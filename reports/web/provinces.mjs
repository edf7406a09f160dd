// The provinces of @svg-maps/netherlands for a map of some hundred pixels: points that lie within three quarters of a
// unit of the line without them are left out, and what is left is written in whole units.
import {readFile} from 'node:fs/promises';

const tolerance = 0.75;

/** Of a path of moves and lines, relative or absolute. */
function rings(path) {
  const tokens = path.match(/[a-zA-Z]|-?\d*\.?\d+(?:e-?\d+)?/g) ?? [];
  const out = [];
  let [command, x, y, at] = ['', 0, 0, 0];
  const next = () => Number(tokens[at++]);
  while (at < tokens.length) {
    if (/[a-zA-Z]/.test(tokens[at])) command = tokens[at++];
    const relative = command === command.toLowerCase();
    const [fromX, fromY] = relative ? [x, y] : [0, 0];
    switch (command.toLowerCase()) {
      case 'z':
        [x, y] = out[out.length - 1][0];
        continue;
      case 'h':
        x = fromX + next();
        break;
      case 'v':
        y = fromY + next();
        break;
      case 'm':
      case 'l':
        x = fromX + next();
        y = fromY + next();
        break;
      default:
        throw new Error(`provinces: no '${command}' is known in a path`);
    }
    if (command.toLowerCase() === 'm') {
      out.push([[x, y]]);
      command = relative ? 'l' : 'L';
    } else {
      out[out.length - 1].push([x, y]);
    }
  }
  return out;
}

/** From a point to a stretch. */
function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
  const at = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - at * dx, y - fromY - at * dy);
}

/** By Douglas and Peucker: the ends, and again on both sides of the farthest point between them while it is too far. */
function thinned(points) {
  const [first, last] = [points[0], points[points.length - 1]];
  const away = points.map(point => distance(point, first, last));
  const most = Math.max(...away);
  if (most <= tolerance) return [first, last];
  const farthest = away.indexOf(most);
  return [...thinned(points.slice(0, farthest + 1)).slice(0, -1), ...thinned(points.slice(farthest))];
}

function written(ring) {
  const points = thinned(ring).map(([x, y]) => [Math.round(x), Math.round(y)]);
  if (String(points[0]) === String(points[points.length - 1])) points.pop(); // z goes there
  if (points.length < 3) return '';
  const steps = points.slice(1).map(([x, y], before) => `${x - points[before][0]} ${y - points[before][1]}`);
  return `M${points[0].join(' ')}l${steps.join(' ').replace(/ -/g, '-')}z`;
}

/** For esbuild: the package with simpler paths. */
export const simplerProvinces = {
  name: 'simpler provinces',
  setup(build) {
    build.onLoad({filter: /@svg-maps[\\/]netherlands[\\/]index\.js$/}, async ({path}) => {
      const map = JSON.parse((await readFile(path, 'utf8')).replace(/^export default /, '').replace(/;?\s*$/, ''));
      const locations = map.locations.map(({id, name, path: outline}) => ({
        id,
        name,
        path: rings(outline).map(written).join(''),
      }));
      return {contents: JSON.stringify({...map, locations}), loader: 'json'};
    });
  },
};
