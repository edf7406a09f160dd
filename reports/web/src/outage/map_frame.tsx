// One moment on the map: the provinces, the meldkamers by their state, who answers for whom, and the regions as tiles.
import provinces from '@svg-maps/netherlands';
import {nameOfCentre, type Course, type Outage, type State} from './outage';
import {isOnMap, mapHeight, mapWidth, onMap} from './projection';
import {labelled} from './labels';
import {tilesOf, type Tile} from './tiles';

export const shapeOf: Record<State, string> = {
  x: 'unanswered',
  o: 'elsewhere',
  l: 'losing',
  p: 'pressed',
  '.': 'normal',
};

/** Once in a page; every map uses them. */
export function MapShapes() {
  return (
    <svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <marker id="map-arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="4" markerHeight="4" orient="auto">
          <path class="head" d="M0 0L8 4L0 8Z" />
        </marker>
        <g id="map-provinces">
          {provinces.locations.map(({id, path}) => (
            <path key={id} d={path} />
          ))}
        </g>
        <g id="map-normal">
          <circle class="room" r="9" />
        </g>
        <g id="map-pressed">
          <circle class="room" r="11" />
          <path class="ink" d="M-11 0A11 11 0 0 0 11 0Z" />
        </g>
        <g id="map-losing">
          <path class="room losing" d="M0-14L13 10H-13Z" />
          <path class="ink" d="M-1.8-5h3.6v7h-3.6zM-1.8 4h3.6v3.4h-3.6z" />
        </g>
        <g id="map-elsewhere">
          <circle class="room away" r="11" />
          <path class="line" d="M-6 0H5M1-4L5 0L1 4" />
        </g>
        <g id="map-unanswered">
          <rect class="ink" x="-12" y="-12" width="24" height="24" />
          <path class="paper-line" d="M-7-7L7 7M7-7L-7 7" />
        </g>
        <g id="tile-normal">
          <rect class="tile" width="46" height="40" rx="2" />
        </g>
        <g id="tile-pressed">
          <rect class="tile" width="46" height="40" rx="2" />
          <path class="ink" d="M0 32H46V40H0Z" />
        </g>
        <g id="tile-losing">
          <rect class="tile losing" width="46" height="40" rx="2" />
          <path class="hatch" d="M0 12L12 0M0 28L28 0M4 40L44 0M18 40L46 12M34 40L46 28" />
        </g>
        <g id="tile-elsewhere">
          <rect class="tile away" width="46" height="40" rx="2" />
        </g>
        <g id="tile-unanswered">
          <rect class="ink" width="46" height="40" rx="2" />
        </g>
      </defs>
    </svg>
  );
}

/** Other countries have tiles only. */
export function hasMap(outage: Outage): boolean {
  return outage.centres.length > 0 && outage.centres.every(({longitude, latitude}) => isOnMap(longitude, latitude));
}

const stateAt = (course: Course, centre: number, bin: number): State => (course.states[centre]?.[bin] ?? '.') as State;

function atBin(values: (number | number[])[], centre: number, bin: number): number {
  const of = values[centre];
  return (Array.isArray(of) ? of[bin] : of) ?? 0;
}

/**
 * Where 112 is answered first, when no region is its own: while attempts fail there nobody in the country gets through.
 */
export function firstAnswerFails(outage: Outage, course: Course, bin: number): boolean {
  const ofRegions = outage.regions.map(({centre}) => centre);
  return (
    ofRegions.length > 0 &&
    outage.centres.some((_, centre) => ofRegions.indexOf(centre) < 0 && /[xl]/.test(stateAt(course, centre, bin)))
  );
}

/** Who answers for whom from when to when: switched, or relocated, until back. */
interface Redirection {
  from: number;
  to: number;
  since: number;
  until: number;
}

export function redirections(course: Course): Redirection[] {
  return course.episodes.flatMap(({centre, partner, times}) => {
    const [, , , switched, relocated, , , returned] = times;
    const since = Math.min(switched ?? Infinity, relocated ?? Infinity);
    return partner === null || partner === centre || since === Infinity
      ? []
      : [{from: centre, to: partner, since, until: returned ?? Infinity}];
  });
}

interface FrameProps {
  outage: Outage;
  course: Course;
  bin: number;
  label: string;
}

export function MapFrame({outage, course, bin, label}: FrameProps) {
  const places = outage.centres.map(({longitude, latitude}) => onMap(longitude ?? 0, latitude ?? 0));
  const labels = labelled(
    places,
    outage.centres.map((_, centre) => nameOfCentre(outage, centre)),
  );
  const minute = outage.edges[bin] ?? 0;
  return (
    <svg class="map" viewBox={`-30 -8 ${mapWidth + 82} ${mapHeight + 16}`} role="img" aria-label={label}>
      <use class="land" href="#map-provinces" />
      {redirections(course).map(({from, to, since, until}, place) => (
        <path
          key={place}
          class="takes-over"
          marker-end="url(#map-arrow)"
          d={arc(places[from], places[to])}
          visibility={since <= minute && minute < until ? 'visible' : 'hidden'}
        />
      ))}
      {places.map(([x, y], centre) => {
        const waiting = atBin(course.waiting, centre, bin);
        return (
          <g key={centre} transform={`translate(${Math.round(x)} ${Math.round(y)})`}>
            <use href={`#map-${shapeOf[stateAt(course, centre, bin)]}`} />
            <text x={labels[centre]?.dx} y={labels[centre]?.dy} text-anchor={labels[centre]?.anchor}>
              {nameOfCentre(outage, centre)}
              <tspan class="count">{waiting > 0 ? ` ${waiting}` : ''}</tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** From the room that is lost, bent to the right, to just before the one that answers. */
function arc(from: [number, number] | undefined, to: [number, number] | undefined): string {
  if (!from || !to) return '';
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const away = Math.hypot(dx, dy) || 1;
  const end = [to[0] - (14 * dx) / away, to[1] - (14 * dy) / away];
  const middle = [(from[0] + to[0]) / 2 - 0.2 * dy, (from[1] + to[1]) / 2 + 0.2 * dx];
  const r = (value: number | undefined) => Math.round(value ?? 0);
  return `M${r(from[0])} ${r(from[1])}Q${r(middle[0])} ${r(middle[1])} ${r(end[0])} ${r(end[1])}`;
}

const tileStep = {x: 50, y: 44};
const tileAt = ({column, row}: Tile) => `translate(${column * tileStep.x} ${row * tileStep.y})`;

/** All tiles as usual, once for each story; what differs is drawn over them. */
export function TileGround({outage, id}: {outage: Outage; id: string}) {
  return (
    <svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <g id={`${id}-tiles`}>
          {tilesOf(outage.regions).map((tile, place) => (
            <g key={place} transform={tileAt(tile)}>
              <use href="#tile-normal" />
              <text x="23" y="25" text-anchor="middle">
                {tile.code}
              </text>
            </g>
          ))}
        </g>
      </defs>
    </svg>
  );
}

export function TileFrame({outage, course, bin, label, id}: FrameProps & {id: string}) {
  const tiles = tilesOf(outage.regions);
  const columns = Math.max(...tiles.map(({column}) => column)) + 1;
  const rows = Math.max(...tiles.map(({row}) => row)) + 1;
  const national = firstAnswerFails(outage, course, bin);
  return (
    <svg class="tiles" viewBox={`-1 -1 ${columns * tileStep.x} ${rows * tileStep.y}`} role="img" aria-label={label}>
      <use href={`#${id}-tiles`} />
      {tiles.map((tile, place) => {
        const centre = outage.regions[place]?.centre;
        const own = centre == null ? '.' : stateAt(course, centre, bin);
        const state = national && own !== 'x' ? 'l' : own;
        return (
          state !== '.' && (
            <g key={place} transform={tileAt(tile)}>
              <use href={`#tile-${shapeOf[state]}`} />
              <text class={state === 'x' ? 'on-ink' : undefined} x="23" y="25" text-anchor="middle">
                {tile.code}
              </text>
            </g>
          )
        );
      })}
    </svg>
  );
}
