// Where a city lies on the map of the twelve provinces: the affine map of longitude and latitude that fits, by least
// squares, the outermost points of provinces that are known by name. Misses are below 9 of the map's 613 units, some
// 4 km.

export interface Landmark {
  name: string;
  longitude: number;
  latitude: number;
  x: number;
  y: number;
}

/** x and y are extremes of the paths; degrees are of the place that is there. */
export const landmarks: readonly Landmark[] = [
  {name: 'Cadzand, west of Zeeland', longitude: 3.358, latitude: 51.375, x: 0.3, y: 581.6},
  {name: 'Bad Nieuweschans, east of Groningen', longitude: 7.2275, latitude: 53.18, x: 612.3, y: 101.2},
  {name: 'Texel, north of Noord-Holland', longitude: 4.87, latitude: 53.186, x: 237.5, y: 99.8},
  {name: 'Vlieland, west of Fryslân', longitude: 4.85, latitude: 53.225, x: 239.3, y: 88.8},
  {name: 'Mook, north of Limburg', longitude: 5.88, latitude: 51.775, x: 400.2, y: 464.5},
  {name: 'Weert, west of Limburg', longitude: 5.5665, latitude: 51.2216, x: 349.2, y: 605.4},
  {name: 'Venlo, east of Limburg', longitude: 6.2266, latitude: 51.39, x: 453.9, y: 570.2},
  {name: 'Slenaken, south of Limburg', longitude: 5.91, latitude: 50.7504, x: 405.1, y: 723.3},
  {name: 'Haaksbergen, south of Overijssel', longitude: 6.76, latitude: 52.118, x: 531.3, y: 377.2},
  {name: 'De Lutte, east of Overijssel', longitude: 7.0725, latitude: 52.375, x: 587.9, y: 311.4},
  {name: 'Barger-Compascuum, east of Drenthe', longitude: 7.093, latitude: 52.84, x: 591, y: 190.5},
  {name: 'coast between Noordwijk and Zandvoort', longitude: 4.494, latitude: 52.327, x: 179.6, y: 322.9},
  {name: 'Rottumerplaat, north of Groningen', longitude: 6.49, latitude: 53.555, x: 488.9, y: 0.3},
];

type Triple = [number, number, number];

const termsOf = (longitude: number, latitude: number): Triple => [1, longitude - 5, latitude - 52];

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The normal equations of three unknowns by Cramer's rule. */
function leastSquares(rows: Triple[], values: number[]): Triple {
  const column = (i: number): Triple => {
    const sum = (j: number) => rows.reduce((all, row) => all + (row[i] ?? 0) * (row[j] ?? 0), 0);
    return [sum(0), sum(1), sum(2)];
  };
  const [a, b, c] = [column(0), column(1), column(2)];
  const right = [0, 1, 2].map(i => rows.reduce((all, row, k) => all + (row[i] ?? 0) * (values[k] ?? 0), 0)) as Triple;
  const all = dot(a, cross(b, c));
  return [dot(right, cross(b, c)) / all, dot(a, cross(right, c)) / all, dot(a, cross(b, right)) / all];
}

const rows = landmarks.map(({longitude, latitude}) => termsOf(longitude, latitude));
const toX = leastSquares(
  rows,
  landmarks.map(({x}) => x),
);
const toY = leastSquares(
  rows,
  landmarks.map(({y}) => y),
);

export function onMap(longitude: number, latitude: number): [number, number] {
  const terms = termsOf(longitude, latitude);
  return [dot(toX, terms), dot(toY, terms)];
}

export const mapWidth = 613;
export const mapHeight = 724;

export function isOnMap(longitude: number | undefined, latitude: number | undefined): boolean {
  if (longitude === undefined || latitude === undefined) return false;
  const [x, y] = onMap(longitude, latitude);
  return x >= 0 && x <= mapWidth && y >= 0 && y <= mapHeight;
}
