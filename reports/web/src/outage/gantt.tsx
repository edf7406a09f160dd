// Who was out when, and what became of the takeover: one possible course, room by room.
import {scaleBand} from 'd3-scale';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {px} from '../parts/axes';
import {csvText, type Field} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {Heads, Scrolled} from '../parts/scrolled';
import {TimeAxis, timeScale, type Scale} from './axis';
import {useClock} from './clock';
import {inTwo} from './labels';
import {pointerOf} from './moment';
import {MomentLine, MomentSlider} from './moment_marks';
import {nameOfCentre, type Course, type Episode, type Outage} from './outage';

const words = inBoth({
  nl: {
    title: 'Uitval en overname, per meldkamer.',
    unanswered: 'niemand neemt op',
    elsewhere: 'elders beantwoord',
    verifying: 'hersteld, nog niet terug',
    goesOn: 'duurt voort na het eind van de tijdas',
    notBack: 'aan het eind nog niet',
    down: 'buiten werking',
    asUsual: 'niets is uitgevallen',
    by: (partner: string) => `door ${partner}`,
    own: 'eigen mensen elders',
    room: 'Meldkamer',
    lost: 'Uitgevallen',
    detected: 'Gemeld',
    decided: 'Besloten',
    switched: 'Omgezet',
    relocated: 'Verplaatst',
    repaired: 'Hersteld',
    returned: 'Terug',
    partner: 'Overnemer',
    answered: 'Elders beantwoord',
    failedSwitches: 'Mislukte omzettingen',
    what: 'Wat',
    from: 'Vanaf',
    until: 'Tot',
    none: 'Geen functie van een meldkamer viel zo lang uit dat er een overname begon.',
    summary: (rooms: number, taken: number) =>
      `Meldkamers waarvan een functie uitvalt: ${rooms}; daarvan overgenomen, of met eigen mensen elders: ${taken}.`,
    outages: 'Wat buiten werking was',
    supplier: 'buiten de voorzieningen',
  },
  en: {
    title: 'Outage and takeover, by meldkamer.',
    unanswered: 'nobody answers',
    elsewhere: 'answered elsewhere',
    verifying: 'repaired, not yet back',
    goesOn: 'goes on beyond the end of the time axis',
    notBack: 'not yet at the end',
    down: 'out of order',
    asUsual: 'nothing is out of order',
    by: (partner: string) => `by ${partner}`,
    own: 'own staff elsewhere',
    room: 'Meldkamer',
    lost: 'Lost',
    detected: 'Known',
    decided: 'Decided',
    switched: 'Switched',
    relocated: 'Relocated',
    repaired: 'Repaired',
    returned: 'Back',
    partner: 'Taken over by',
    answered: 'Answered elsewhere',
    failedSwitches: 'Failed switches',
    what: 'What',
    from: 'From',
    until: 'Until',
    none: 'No meldkamer lost its function for so long that a takeover began.',
    summary: (rooms: number, taken: number) =>
      `Meldkamers that lose their function: ${rooms}; of these taken over, or own staff elsewhere: ${taken}.`,
    outages: 'What was out of order',
    supplier: 'outside the voorzieningen',
  },
});

const width = 720;
const left = 168;
const right = 12;
const rowHeight = 30;
const mostRows = 24;
/** Of a line of a name. */
const letters = 24;

interface Lane {
  name: string;
  episodes: Episode[];
  outages: [number, number][];
}

/** What was out of order; the board does not read the names of suppliers. */
function outagesOf(course: Course, supplier: string): [string, number, number][] {
  return (course.components ?? course.outages).map(([what, from, until]) => [what || supplier, from, until]);
}

/** Meldkamers with a takeover first: they were hit. Then voorzieningen (or components). */
function lanesOf(outage: Outage, course: Course, supplier: string): Lane[] {
  const out = new Map<string, Lane>();
  const lane = (name: string) => {
    const found = out.get(name) ?? {name, episodes: [], outages: []};
    out.set(name, found);
    return found;
  };
  for (const episode of course.episodes) lane(nameOfCentre(outage, episode.centre)).episodes.push(episode);
  for (const [what, from, until] of outagesOf(course, supplier)) lane(what).outages.push([from, until]);
  return Array.from(out.values()).slice(0, mostRows);
}

/** `which` of the courses. */
export function Gantt({outage, id, which}: {outage: Outage; id: string; which: number}) {
  const say = useWords(words);
  const course = outage.courses[which];
  if (!course) return null;
  const lanes = lanesOf(outage, course, say.supplier);
  const values = (minute: number) =>
    lanes
      .flatMap(lane => {
        const state = stateOf(outage, lane, minute, say);
        return state ? [`${lane.name}: ${state}`] : [];
      })
      .join('; ') || say.asUsual;
  const taken = course.episodes.filter(({times}) => times[3] != null || times[4] != null).length;
  const sentence = course.episodes.length > 0 ? say.summary(course.episodes.length, taken) : say.none;
  if (lanes.length === 0) return <p>{sentence}</p>;
  return (
    <div class="gantt">
      <Figure
        title={say.title}
        sentence={sentence}
        size={[width, heightOf(lanes)]}
        table={<Tables outage={outage} course={course} />}
        data={head => lanesCsv(outage, course, say.supplier, head)}
        legend={<Keys />}
        pointer={pointerOf(outage, timeScale(outage, left, width - right), width)}
        below={<MomentSlider outage={outage} id={`${id}-takeover-moment`} values={values} />}
      >
        <Lanes outage={outage} lanes={lanes} />
      </Figure>
    </div>
  );
}

const takenAt = ({times: [, , , switched, relocated]}: Episode): number =>
  Math.min(switched ?? Infinity, relocated ?? Infinity);

/** Until the calls are home; without a takeover until it is repaired. */
function overAt(episode: Episode): number {
  const [, , , , , repaired, , returned] = episode.times;
  return returned ?? (takenAt(episode) < Infinity ? Infinity : (repaired ?? Infinity));
}

type Words = ReturnType<typeof useWords<typeof words.nl>>;

const partnerOf = (outage: Outage, {partner}: Episode, say: Words): string =>
  partner === null ? say.own : say.by(nameOfCentre(outage, partner));

/** What the bars of a lane show at a moment; "" of nothing. */
export function stateOf(outage: Outage, lane: Lane, minute: number, say: Words): string {
  const told = lane.episodes
    .filter(episode => minute >= (episode.times[0] ?? 0) && minute < overAt(episode))
    .map(episode => {
      const repaired = episode.times[5] ?? Infinity;
      if (minute < takenAt(episode)) return minute < repaired ? say.unanswered : '';
      const elsewhere = `${say.elsewhere} ${partnerOf(outage, episode, say)}`;
      return minute < repaired ? elsewhere : `${elsewhere}, ${say.verifying}`;
    });
  const down = lane.outages.some(([from, until]) => minute >= from && minute < until) ? [say.down] : [];
  return [...told, ...down].filter(Boolean).join(', ');
}

const stepNames = ['lost', 'detected', 'decided', 'switched', 'relocated', 'repaired', 'verified', 'returned'];

/** A line for each takeover, then for each thing that was out of order; minutes since the onset. */
function lanesCsv(outage: Outage, course: Course, supplier: string, head: string[]): string {
  type Line = {what: string; episode?: Episode; from?: number; until?: number};
  const rows: Line[] = [
    ...course.episodes.map(episode => ({what: nameOfCentre(outage, episode.centre), episode})),
    ...outagesOf(course, supplier).map(([what, from, until]) => ({what, from, until})),
  ];
  const fields: Field<Line>[] = [
    {key: 'what', value: ({what}) => what},
    ...stepNames.map((step, place) => ({
      key: `${step}_min`,
      value: ({episode}: Line) => episode?.times[place] ?? null,
    })),
    {key: 'partner', value: ({episode}) => (episode?.partner == null ? null : nameOfCentre(outage, episode.partner))},
    {key: 'answered_elsewhere', value: ({episode}) => episode?.answered ?? null},
    {key: 'failed_switches', value: ({episode}) => episode?.failed_switches ?? null},
    {key: 'out_from_min', value: ({from}) => from ?? null},
    {key: 'out_until_min', value: ({until}) => until ?? null},
  ];
  return csvText(rows, fields, head);
}

const heightOf = (lanes: Lane[]) => lanes.length * rowHeight + 30;

function Lanes({outage, lanes}: {outage: Outage; lanes: Lane[]}) {
  const say = useWords(words);
  const height = heightOf(lanes);
  const x = timeScale(outage, left, width - right).clamp(true);
  const y = scaleBand(
    lanes.map(({name}) => name),
    [4, height - 24],
  ).padding(0.25);
  return (
    <>
      <TimeAxis x={x} top={2} bottom={height - 24} />
      {lanes.map(lane => (
        <g key={lane.name} transform={`translate(0 ${Math.round(y(lane.name) ?? 0)})`}>
          <Name lines={inTwo(lane.name.replace('(Meldkamer ', '('), letters)} />
          {lane.outages.map(([from, until]) => (
            <Bar key={from} kind="down" x={x} from={from} until={until} title={say.down} />
          ))}
          {lane.outages.some(([, until]) => until > endOf(x)) && <GoesOn title={say.goesOn} />}
          {lane.episodes.map(episode => (
            <EpisodeBars key={episode.times[0]} outage={outage} episode={episode} x={x} />
          ))}
        </g>
      ))}
      <MomentLine x={x} top={2} bottom={height - 24} />
    </>
  );
}

function Name({lines}: {lines: string[]}) {
  return (
    <text class="name" y={lines.length > 1 ? 8 : 13} text-anchor="end">
      {lines.map((text, line) => (
        <tspan key={line} x={left - 8} dy={line * 12}>
          {text}
        </tspan>
      ))}
    </text>
  );
}

/** Where the axis ends. What has no end before goes on beyond it. */
const endOf = (x: Scale): number => x.domain()[x.domain().length - 1] ?? 0;

/** The partner answers until the calls are home, whenever it was repaired. */
function EpisodeBars({outage, episode, x}: {outage: Outage; episode: Episode; x: Scale}) {
  const say = useWords(words);
  const end = endOf(x);
  const [lost, , decided, , , repaired] = episode.times;
  const taken = takenAt(episode);
  const over = overAt(episode);
  const partner = taken === Infinity ? '' : partnerOf(outage, episode, say);
  return (
    <g>
      <Bar
        kind="unanswered"
        x={x}
        from={lost ?? 0}
        until={Math.min(taken, repaired ?? Infinity)}
        title={say.unanswered}
      />
      {taken < Infinity && (
        <Bar kind="elsewhere" x={x} from={taken} until={over} title={`${say.elsewhere} ${partner}`} />
      )}
      {taken < Infinity && repaired != null && (
        <Bar kind="verifying" x={x} from={repaired} until={over} title={say.verifying} />
      )}
      {decided != null && <path class="moment" d={`M${px(x(decided))} -2V20`} />}
      {over > end && <GoesOn title={say.goesOn} />}
      {partner && x(Math.min(over, end)) - x(taken) > 110 && (
        <text class="in-bar" x={px(x(taken) + 5)} y={13}>
          {partner}
        </text>
      )}
    </g>
  );
}

/** The end was not seen. */
function GoesOn({title}: {title: string}) {
  return (
    <path class="goes-on" d={`M${width - right} 3l9 6.5l-9 6.5Z`}>
      <title>{title}</title>
    </path>
  );
}

function Bar({
  kind,
  x,
  from,
  until,
  title,
}: {
  kind: 'down' | 'unanswered' | 'elsewhere' | 'verifying';
  x: Scale;
  from: number;
  until: number;
  title: string;
}) {
  return (
    <rect
      class={kind}
      x={px(x(from))}
      y={kind === 'verifying' ? 14 : 0}
      width={px(Math.max(1.5, x(Math.min(until, endOf(x))) - x(from)))}
      height={kind === 'verifying' ? 5 : 19}
    >
      <title>{title}</title>
    </rect>
  );
}

function Keys() {
  const say = useWords(words);
  return (
    <p class="keys">
      {(['down', 'unanswered', 'elsewhere', 'verifying'] as const).map(kind => (
        <span class="key" key={kind}>
          <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
            <rect class={kind} width="28" height={kind === 'verifying' ? 5 : 12} />
          </svg>{' '}
          {say[kind]}
        </span>
      ))}
      <span class="key">
        <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          <path class="moment" d="M4 0V14" />
        </svg>{' '}
        {say.decided.toLowerCase()}
      </span>
      <span class="key">
        <svg viewBox="0 0 10 14" width="10" height="14" aria-hidden="true">
          <path class="goes-on" d="M0 0.5l9 6.5l-9 6.5Z" />
        </svg>{' '}
        {say.goesOn}
      </span>
    </p>
  );
}

function Tables({outage, course}: {outage: Outage; course: Course}) {
  return (
    <>
      <EpisodeTable outage={outage} course={course} />
      <OutageTable course={course} />
    </>
  );
}

function useTime(): (minutes: number | null | undefined) => string {
  const clock = useClock();
  return minutes => (minutes == null ? '–' : clock.span(minutes));
}

/** Its calls went elsewhere and had not come home when the data end. */
const isAway = ({times: [, , , switched, relocated, , , returned]}: Episode): boolean =>
  returned == null && (switched ?? relocated) != null;

function EpisodeTable({outage, course}: {outage: Outage; course: Course}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const time = useTime();
  const steps = [say.lost, say.detected, say.decided, say.switched, say.relocated, say.repaired, say.returned];
  if (course.episodes.length === 0) return null;
  return (
    <Scrolled label={say.title}>
      <table>
        <Heads heads={[say.room, ...steps, say.partner, say.answered, say.failedSwitches]} />
        <tbody>
          {course.episodes.map(episode => (
            <tr key={`${episode.centre} ${episode.times[0]}`}>
              <th scope="row">{nameOfCentre(outage, episode.centre)}</th>
              {[0, 1, 2, 3, 4, 5].map(step => (
                <td key={step} class="number">
                  {time(episode.times[step])}
                </td>
              ))}
              <td class="number">{isAway(episode) ? say.notBack : time(episode.times[7])}</td>
              <td>{nameOfCentre(outage, episode.partner)}</td>
              <td class="number">{numbers.count(episode.answered)}</td>
              <td class="number">{episode.failed_switches}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function OutageTable({course}: {course: Course}) {
  const say = useWords(words);
  const time = useTime();
  const outages = outagesOf(course, say.supplier);
  if (outages.length === 0) return null;
  return (
    <Scrolled label={say.outages}>
      <table class="small">
        <caption>{say.outages}</caption>
        <Heads heads={[say.what, say.from, say.until]} />
        <tbody>
          {outages.map(([what, from, until], place) => (
            <tr key={place}>
              <th scope="row">{what}</th>
              <td class="number">{time(from)}</td>
              <td class="number">{time(until)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
