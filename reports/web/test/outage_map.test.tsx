import assert from 'node:assert/strict';
import test from 'node:test';
import provinces from '@svg-maps/netherlands';
import {labelled} from '../src/outage/labels';
import {firstAnswerFails, redirections} from '../src/outage/map_frame';
import {landmarks, onMap} from '../src/outage/projection';
import {tilesOf} from '../src/outage/tiles';
import {outage} from './outage_example';

type Point = [number, number];

/** Of a path as provinces.mjs writes it: M, then relative lines, then z. */
function ringsOf(path: string): Point[][] {
  return path
    .split('z')
    .filter(Boolean)
    .map(ring => {
      const numbers = (ring.match(/-?\d+/g) ?? []).map(Number);
      const out: Point[] = [];
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const [x, y] = out[out.length - 1] ?? [0, 0];
        out.push([x + (numbers[i] ?? 0), y + (numbers[i + 1] ?? 0)]);
      }
      return out;
    });
}

function isIn(ring: Point[], [x, y]: Point): boolean {
  let inside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

const provinceAt = (point: Point) =>
  provinces.locations.filter(({path}) => ringsOf(path).some(ring => isIn(ring, point))).map(({name}) => name);

test('cities lie in their own province', () => {
  const cities: [string, number, number, string][] = [
    ['Drachten', 53.105, 6.095, 'Friesland'],
    ['Apeldoorn', 52.211, 5.97, 'Gelderland'],
    ['Hilversum', 52.224, 5.176, 'Noord-Holland'],
    ['Haarlem', 52.385, 4.61, 'Noord-Holland'],
    ['Amsterdam', 52.371, 4.879, 'Noord-Holland'],
    ['Den Haag', 52.07, 4.3, 'Zuid-Holland'],
    ['Rotterdam', 51.92, 4.48, 'Zuid-Holland'],
    ['Bergen op Zoom', 51.495, 4.291, 'Noord-Brabant'],
    ['Den Bosch', 51.69, 5.3, 'Noord-Brabant'],
    ['Maastricht', 50.85, 5.69, 'Limburg'],
    ['Driebergen', 52.053, 5.283, 'Utrecht'],
    ['Groningen', 53.219, 6.567, 'Groningen'],
    ['Assen', 52.993, 6.564, 'Drenthe'],
    ['Zwolle', 52.512, 6.094, 'Overijssel'],
    ['Lelystad', 52.508, 5.475, 'Flevoland'],
    ['Middelburg', 51.5, 3.61, 'Zeeland'],
  ];
  for (const [city, latitude, longitude, province] of cities)
    assert.deepEqual(provinceAt(onMap(longitude, latitude)), [province], city);
});

test('landmarks are missed by less than nine units', () => {
  for (const {name, longitude, latitude, x, y} of landmarks) {
    const [atX, atY] = onMap(longitude, latitude);
    assert.ok(Math.hypot(atX - x, atY - y) < 9, `${name}: ${atX - x}, ${atY - y}`);
  }
});

test('provinces keep their shape and lose most of their points', () => {
  assert.equal(provinces.locations.length, 12);
  const letters = provinces.locations.reduce((sum, {path}) => sum + path.length, 0);
  assert.ok(letters > 8000 && letters < 20000, String(letters));
});

test('no two names of the meldkamers lie over each other', () => {
  const centres = [
    [53.105, 6.095],
    [52.211, 5.97],
    [52.224, 5.176],
    [52.385, 4.61],
    [52.371, 4.879],
    [52.07, 4.3],
    [51.92, 4.48],
    [51.495, 4.291],
    [51.69, 5.3],
    [50.85, 5.69],
    [52.053, 5.283],
  ];
  const names = [
    'Noord-Nederland',
    'Oost-Nederland',
    'Midden-Nederland',
    'Noord-Holland',
    'Amsterdam',
    'Den Haag',
    'Rotterdam',
    'Zeeland-West-Brabant',
    'Oost-Brabant',
    'Limburg',
    'Landelijke 112-centrale',
  ];
  const places = centres.map(([latitude = 0, longitude = 0]) => onMap(longitude, latitude));
  const boxes = labelled(places, names).map(({dx, dy, anchor}, i) => {
    const [x, y] = places[i] ?? [0, 0];
    const width = 9 * (names[i] ?? '').length;
    const left = x + dx - (anchor === 'start' ? 0 : anchor === 'end' ? width : width / 2);
    return {left, right: left + width, top: y + dy - 15, bottom: y + dy};
  });
  boxes.forEach((a, i) =>
    boxes
      .slice(i + 1)
      .forEach((b, j) =>
        assert.ok(
          !(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
          `${names[i]} and ${names[i + 1 + j]}`,
        ),
      ),
  );
});

test('every region of the Netherlands has a tile of its own; others stand in rows', () => {
  const ids = [
    'fryslan',
    'groningen',
    'noord_holland_noord',
    'flevoland',
    'ijsselland',
    'drenthe',
    'kennemerland',
    'zaanstreek_waterland',
    'gooi_en_vechtstreek',
    'noord_en_oost_gelderland',
    'twente',
    'hollands_midden',
    'amsterdam_amstelland',
    'utrecht',
    'gelderland_midden',
    'haaglanden',
    'rotterdam_rijnmond',
    'zuid_holland_zuid',
    'gelderland_zuid',
    'zeeland',
    'midden_en_west_brabant',
    'brabant_noord',
    'brabant_zuidoost',
    'limburg_noord',
    'limburg_zuid',
  ];
  const tiles = tilesOf(ids.map(id => ({id, name: null, centre: null})));
  assert.equal(new Set(tiles.map(({column, row}) => `${column} ${row}`)).size, 25);
  assert.equal(new Set(tiles.map(({code}) => code)).size, 25);
  assert.deepEqual(tilesOf([{id: 'here', name: null, centre: null}]), [{column: 0, row: 0, code: 'HER'}]);
});

test('calls go to the partner from the switch until they are back', () => {
  const [median, p95] = outage().courses;
  assert.deepEqual(median && redirections(median), [{from: 0, to: 1, since: 6, until: Infinity}]);
  assert.deepEqual(p95 && redirections(p95), []);
});

test('while the first answer fails, nobody in the country gets through', () => {
  const one = outage();
  const [course] = one.courses;
  assert.ok(course);
  assert.equal(firstAnswerFails(one, course, 1), false, 'a region has this meldkamer');
  const centres = [...one.centres, {id: 'landelijke_112', name: '112'}];
  const failing = {...course, states: [...course.states, '.lx.']};
  assert.deepEqual(
    [0, 1, 2, 3].map(bin => firstAnswerFails({...one, centres}, failing, bin)),
    [false, true, true, false],
  );
});
