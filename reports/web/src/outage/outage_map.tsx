// One possible course on the map, playable; without scripting at chosen moments.
import {useEffect, useRef, useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {useAlive} from '../parts/data_table';
import {Heads, Scrolled} from '../parts/scrolled';
import {useClock} from './clock';
import {MapFrame, TileFrame, TileGround, firstAnswerFails, hasMap, redirections, shapeOf} from './map_frame';
import {binAt, binFrom, binsOf, nameOfCentre, type Course, type Outage, type State} from './outage';
import {statesWorstFirst, useStateWords} from './states';
import {tilesOf} from './tiles';
import {showMoment, useMoment} from './moment';

const words = inBoth({
  nl: {
    possible: 'Een mogelijk verloop',
    rule: 'Welk verloop',
    median: (lost: string) => `doorsnee: ${lost} extra niet op tijd bereikte bellers (mediaan)`,
    p95: (lost: string) => `ongunstig: ${lost} extra niet op tijd bereikte bellers (P95)`,
    play: 'Afspelen',
    pause: 'Stop',
    time: 'Tijdstip',
    map: 'Kaart van de meldkamers',
    tiles: 'De veiligheidsregio’s als tegels',
    onset: 'begin',
    detected: 'gemeld',
    decided: 'besloten',
    switched: 'omgezet',
    repaired: 'hersteld',
    worst: 'meeste wachtenden',
    later: 'een uur later',
    takesOver: (a: string, b: string) => `${b} neemt op voor ${a}`,
    nothing: 'alle meldkamers gewoon',
    legend: 'Tekens',
    arrow: 'neemt het over',
    number: 'getal: wachtenden',
    tile:
      'Een tegel heeft het teken van de meldkamer van de regio; zolang het eerste antwoord van 112 faalt is elke ' +
      'tegel gearceerd.',
    national: 'landelijk: 112 niet of niet altijd bereikbaar',
    codes: 'Tegels:',
    source: 'Provincies:',
    changed: '(punten weggelaten). Meldkamers op stadsniveau.',
    table: 'Als tabel',
    when: 'Vanaf',
    room: 'Meldkamer',
    state: 'Toestand',
    summary: (replication: number, rooms: string) =>
      `Replicatie ${replication}, gekozen op het aantal extra niet op tijd bereikte bellers. ${rooms}`,
    touched: (names: string) => `Getroffen of te kort: ${names}.`,
    none: 'Geen meldkamer komt in een andere toestand.',
  },
  en: {
    possible: 'A possible course',
    rule: 'Which course',
    median: (lost: string) => `typical: ${lost} extra lost callers (median)`,
    p95: (lost: string) => `unfavourable: ${lost} extra lost callers (P95)`,
    play: 'Play',
    pause: 'Stop',
    time: 'Moment',
    map: 'Map of the meldkamers',
    tiles: 'The veiligheidsregio’s as tiles',
    onset: 'onset',
    detected: 'known',
    decided: 'decided',
    switched: 'switched',
    repaired: 'repaired',
    worst: 'most waiting',
    later: 'an hour later',
    takesOver: (a: string, b: string) => `${b} answers for ${a}`,
    nothing: 'all meldkamers as usual',
    legend: 'Signs',
    arrow: 'takes over',
    number: 'number: waiting',
    tile:
      'A tile has the sign of the meldkamer of the region; while the first answer of 112 fails every tile is ' +
      'hatched.',
    national: 'nationwide: 112 cannot, or not always, be reached',
    codes: 'Tiles:',
    source: 'Provinces:',
    changed: '(points left out). Meldkamers at city level.',
    table: 'As a table',
    when: 'From',
    room: 'Meldkamer',
    state: 'State',
    summary: (replication: number, rooms: string) =>
      `Replication ${replication}, chosen by the number of extra lost callers. ${rooms}`,
    touched: (names: string) => `Hit or short: ${names}.`,
    none: 'No meldkamer comes into another state.',
  },
});

const framesPerSecond = 6;
const stepsPerSecondWhenStill = 1;

interface Props {
  outage: Outage;
  id: string;
  /** Which of the courses. */
  which: number;
  onShow(which: number): void;
}

export function OutageMap({outage, id, which, onShow}: Props) {
  const say = useWords(words);
  const numbers = useNumbers();
  const alive = useAlive();
  const course = outage.courses[which];
  if (!course) return null;
  return (
    <div class="outage-map">
      <h4>{say.possible}</h4>
      {alive && outage.courses.length > 1 && (
        <label class="choice">
          {say.rule}{' '}
          <select value={which} onChange={event => onShow(Number(event.currentTarget.value))}>
            {outage.courses.map((one, place) => (
              <option key={one.rule} value={place}>
                {say[one.rule](numbers.count(one.extra_lost))}
              </option>
            ))}
          </select>
        </label>
      )}
      {!alive && <p>{say[course.rule](numbers.count(course.extra_lost))}</p>}
      <p>{useSummary(outage, course)}</p>
      <TileGround outage={outage} id={id} />
      {alive && <Player key={which} outage={outage} course={course} id={id} />}
      <Stills outage={outage} course={course} id={id} />
      <Legend outage={outage} />
      <details>
        <summary>{say.table}</summary>
        <StateTable outage={outage} course={course} />
        <Codes outage={outage} />
      </details>
    </div>
  );
}

function useSummary(outage: Outage, course: Course): string {
  const say = useWords(words);
  const touched = course.states.flatMap((letters, centre) =>
    /[^.]/.test(letters) ? [nameOfCentre(outage, centre)] : [],
  );
  return say.summary(course.replication, touched.length > 0 ? say.touched(touched.join(', ')) : say.none);
}

/** What a moment looks like, in words. */
function useSentence(outage: Outage, course: Course, bin: number): string {
  const say = useWords(words);
  const state = useStateWords();
  const minute = outage.edges[bin] ?? 0;
  const rooms = course.states.flatMap((letters, centre) =>
    letters[bin] === '.' ? [] : [`${nameOfCentre(outage, centre)}: ${state.short(letters[bin] as State)}`],
  );
  const taken = redirections(course)
    .filter(({since, until}) => since <= minute && minute < until)
    .map(({from, to}) => say.takesOver(nameOfCentre(outage, from), nameOfCentre(outage, to)));
  const national = firstAnswerFails(outage, course, bin) ? [say.national] : [];
  return [...national, ...rooms, ...taken].join('; ') || say.nothing;
}

/** The regions whose meldkamer is not as usual. */
function useRegions(outage: Outage, course: Course, bin: number): string {
  const say = useWords(words);
  const state = useStateWords();
  const told = outage.regions.flatMap(({id, name, centre}) => {
    const letter = (centre === null ? '.' : (course.states[centre]?.[bin] ?? '.')) as State;
    return letter === '.' ? [] : [`${name ?? id}: ${state.short(letter)}`];
  });
  const national = firstAnswerFails(outage, course, bin) ? [say.national] : [];
  return [...national, ...told].join('; ') || say.nothing;
}

function Maps({
  outage,
  course,
  bin,
  caption,
  id,
}: {
  outage: Outage;
  course: Course;
  bin: number;
  caption: string;
  id: string;
}) {
  const say = useWords(words);
  const sentence = useSentence(outage, course, bin);
  const regions = useRegions(outage, course, bin);
  return (
    <div class="maps">
      {hasMap(outage) && (
        <MapFrame outage={outage} course={course} bin={bin} label={`${say.map}, ${caption}: ${sentence}`} />
      )}
      {outage.regions.length > 1 && (
        <TileFrame outage={outage} course={course} bin={bin} label={`${say.tiles}, ${caption}: ${regions}`} id={id} />
      )}
    </div>
  );
}

function Player({outage, course, id}: {outage: Outage; course: Course; id: string}) {
  const say = useWords(words);
  const clock = useClock();
  const last = binsOf(outage) - 1;
  const [bin, setBin] = useState(binFrom(outage, 0));
  const moment = useMoment();
  const moveTo = (to: number) => {
    setBin(to);
    showMoment(outage.edges[to] ?? 0);
  };
  const [playing, setPlaying] = usePlay(last, bin, moveTo);
  useEffect(() => {
    if (moment !== null && !playing) setBin(binAt(outage, moment));
  }, [moment]);
  const caption = clock.since(outage.edges[bin] ?? 0);
  return (
    <div class="player">
      <div class="controls">
        <button type="button" class="play" aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? say.pause : say.play}
        </button>
        <label for={`${id}-time`}>{say.time}</label>
        <input
          id={`${id}-time`}
          type="range"
          min={0}
          max={last}
          step={1}
          value={bin}
          aria-valuetext={caption}
          onInput={event => {
            setPlaying(false);
            moveTo(Number(event.currentTarget.value));
          }}
        />
        <output for={`${id}-time`}>{caption}</output>
      </div>
      <Maps outage={outage} course={course} bin={bin} caption={caption} id={id} />
      <p class="sentence" aria-live={playing ? 'off' : 'polite'}>
        {useSentence(outage, course, bin)}
      </p>
    </div>
  );
}

/** Moves on by the clock of the screen; slowly, without motion, for those who asked for less of it. */
function usePlay(last: number, bin: number, setBin: (bin: number) => void): [boolean, (playing: boolean) => void] {
  const [playing, setPlaying] = useState(false);
  const now = useRef(bin);
  now.current = bin;
  useEffect(() => {
    if (!playing) return undefined;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const step = 1000 / (still ? stepsPerSecondWhenStill : framesPerSecond);
    let due = performance.now() + step;
    let handle = requestAnimationFrame(function frame(time) {
      if (time >= due) {
        due = Math.max(due + step, time);
        if (now.current >= last) return setPlaying(false);
        setBin(now.current + 1);
      }
      handle = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(handle);
  }, [playing, last]);
  const turn = (on: boolean) => {
    if (on && now.current >= last) setBin(0);
    setPlaying(on);
  };
  return [playing, turn];
}

type StillName = 'onset' | 'detected' | 'decided' | 'switched' | 'repaired' | 'worst' | 'later';
interface Moment {
  bin: number;
  /** What has come since the still before. */
  names: StillName[];
}

/** Onset, decided, switched and repaired of the first takeover; without one what comes nearest. */
function namedMinutes(outage: Outage, course: Course): [StillName, number | null | undefined][] {
  const [onset, detected, decided, switched, , repaired] = course.episodes[0]?.times ?? [];
  if (onset !== undefined)
    return [
      ['onset', onset],
      decided == null ? ['detected', detected] : ['decided', decided],
      ['switched', switched],
      ['repaired', repaired],
    ];
  const waiting = outage.edges
    .slice(0, -1)
    .map((_, bin) => course.waiting.reduce<number>((sum, of) => sum + ((Array.isArray(of) ? of[bin] : of) ?? 0), 0));
  const most = Math.max(0, ...waiting.slice(binFrom(outage, 0)));
  const end = Math.max(0, ...course.outages.map(([, , until]) => until));
  return [
    ['onset', 0],
    ['worst', most > 0 ? outage.edges[waiting.indexOf(most, binFrom(outage, 0))] : null],
    ['later', 60],
    ['repaired', end > 0 ? end : null],
  ];
}

/** In order; what comes within one bin has one still. */
function stills(outage: Outage, course: Course): Moment[] {
  const out: Moment[] = [];
  for (const [name, minute] of namedMinutes(outage, course)) {
    if (minute == null) continue;
    const bin = binFrom(outage, minute);
    const same = out.find(one => one.bin === bin);
    if (same) same.names.push(name);
    else out.push({bin, names: [name]});
  }
  return out.sort((a, b) => a.bin - b.bin);
}

function Stills({outage, course, id}: {outage: Outage; course: Course; id: string}) {
  const alive = useAlive();
  return (
    <div class={alive ? 'stills on-paper' : 'stills'}>
      {stills(outage, course).map(moment => (
        <Still key={moment.bin} outage={outage} course={course} moment={moment} id={id} />
      ))}
    </div>
  );
}

function Still({outage, course, moment, id}: {outage: Outage; course: Course; moment: Moment; id: string}) {
  const say = useWords(words);
  const clock = useClock();
  const {bin, names} = moment;
  const since = clock.since(outage.edges[bin] ?? 0);
  const told = names.map(name => say[name]).filter(name => name !== since);
  const caption = [...told, since].join(', ');
  return (
    <figure>
      <Maps outage={outage} course={course} bin={bin} caption={caption} id={id} />
      <figcaption>
        <b>{caption}</b>: {useSentence(outage, course, bin)}
      </figcaption>
    </figure>
  );
}

function Legend({outage}: {outage: Outage}) {
  const say = useWords(words);
  const state = useStateWords();
  return (
    <div class="map-legend">
      <ul aria-label={say.legend}>
        {statesWorstFirst.map(letter => (
          <li key={letter}>
            <svg viewBox="-15 -15 30 30" width="22" height="22" aria-hidden="true">
              <use href={`#map-${shapeOf[letter]}`} />
            </svg>
            <svg viewBox="-2 -2 50 44" width="24" height="22" aria-hidden="true">
              <use href={`#tile-${shapeOf[letter]}`} />
            </svg>{' '}
            {state.full(letter, outage)}
          </li>
        ))}
        <li>
          <svg viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
            <path class="takes-over" d="M2 16Q14 0 26 12" />
          </svg>{' '}
          {say.arrow}; {say.number}
        </li>
      </ul>
      <p>
        <small>
          {say.tile} {say.source} @svg-maps/netherlands, CC BY 4.0 {say.changed}
        </small>
      </p>
    </div>
  );
}

/** What the letters on the tiles stand for. */
function Codes({outage}: {outage: Outage}) {
  const say = useWords(words);
  const tiles = tilesOf(outage.regions);
  return (
    <p>
      <small>
        {say.codes} {outage.regions.map(({id, name}, place) => `${tiles[place]?.code} ${name ?? id}`).join(', ')}.
      </small>
    </p>
  );
}

/** A row for each change of a meldkamer. */
function StateTable({outage, course}: {outage: Outage; course: Course}) {
  const say = useWords(words);
  const state = useStateWords();
  const clock = useClock();
  const changes = course.states.flatMap((letters, centre) =>
    letters
      .split('')
      .flatMap((letter, bin) =>
        bin > 0 && letter !== letters[bin - 1] ? [{centre, bin, letter: letter as State}] : [],
      ),
  );
  changes.sort((a, b) => a.bin - b.bin || a.centre - b.centre);
  return (
    <Scrolled label={say.table}>
      <table>
        <Heads heads={[say.when, say.room, say.state]} />
        <tbody>
          {changes.slice(0, 100).map(({centre, bin, letter}) => (
            <tr key={`${centre} ${bin}`}>
              <td>{clock.since(outage.edges[bin] ?? 0)}</td>
              <th scope="row">{nameOfCentre(outage, centre)}</th>
              <td>{state.short(letter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
