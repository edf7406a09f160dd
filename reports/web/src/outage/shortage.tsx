// What taking over asks of the rooms that do it: minutes short by discipline, more than without the outage.
import {max} from 'd3-array';
import {scaleLinear} from 'd3-scale';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {px} from '../parts/axes';
import {csvText, type Field} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {Scrolled} from '../parts/scrolled';
import {nameOfCentre, type Outage, type Room, type Spread} from './outage';

const words = inBoth({
  nl: {
    title: 'Tekort bij de ontvangende meldkamers.',
    axis: 'extra minuten met wachtenden en niemand vrij, opgeteld over groepen',
    note: 'Gemiddelde (stip) en P5–P95 (lijn) over de replicaties waarin de meldkamer voor een ander opnam.',
    room: 'Meldkamer',
    received: 'Neemt op voor een ander',
    answered: 'Gesprekken voor een ander',
    summary: (room: string, discipline: string, minutes: string) =>
      `Het meest te kort: ${room}, ${discipline}, gemiddeld ${minutes} minuten.`,
    nobody: 'Geen ontvangende meldkamer komt merkbaar meer te kort dan op een gewone dag.',
  },
  en: {
    title: 'Shortage at the receiving meldkamers.',
    axis: 'extra minutes with somebody waiting and nobody free, summed over groups',
    note: 'Mean (dot) and P5–P95 (line) over the replications in which the meldkamer answered for another.',
    room: 'Meldkamer',
    received: 'Answers for another',
    answered: 'Calls for another',
    summary: (room: string, discipline: string, minutes: string) =>
      `Most short: ${room}, ${discipline}, ${minutes} minutes on average.`,
    nobody: 'No receiving meldkamer is noticeably shorter than on an ordinary day.',
  },
});

const width = 720;
const left = 230;
const right = 16;
const rowHeight = 22;

interface Line {
  room: Room;
  discipline: string;
  name: string;
  spread: Spread;
}

function linesOf(outage: Outage): Line[] {
  return outage.rooms.flatMap(room =>
    outage.disciplines.flatMap(({id, name}) => {
      const spread = room.short_min[id];
      return spread && Math.max(Math.abs(spread.mean ?? 0), spread.p95 ?? 0) >= 0.5
        ? [{room, discipline: id, name: name ?? id, spread}]
        : [];
    }),
  );
}

export function Shortage({outage}: {outage: Outage}) {
  const say = useWords(words);
  const numbers = useNumbers();
  if (outage.rooms.length === 0) return null;
  const lines = linesOf(outage);
  const worst = [...lines].sort((a, b) => (b.spread.mean ?? 0) - (a.spread.mean ?? 0))[0];
  const sentence = worst
    ? say.summary(nameOfCentre(outage, worst.room.centre), worst.name, numbers.count(worst.spread.mean))
    : say.nobody;
  if (lines.length === 0) return <p>{sentence}</p>;
  return (
    <div class="shortage">
      <Figure
        title={say.title}
        sentence={sentence}
        size={[width, heightOf(lines)]}
        table={<RoomTable outage={outage} />}
        data={head => roomsCsv(outage, head)}
      >
        <Dots outage={outage} lines={lines} />
      </Figure>
      <p>
        <small>
          {say.axis}. {say.note}
        </small>
      </p>
    </div>
  );
}

/** A line for each room that received calls. */
function roomsCsv(outage: Outage, head: string[]): string {
  const spreadFields = (name: string, of: (room: Room) => Spread | undefined): Field<Room>[] =>
    (['mean', 'p5', 'p95'] as const).map(key => ({key: `${name}_${key}`, value: room => of(room)?.[key] ?? null}));
  const fields: Field<Room>[] = [
    {key: 'room', value: room => nameOfCentre(outage, room.centre)},
    {key: 'received_share', value: room => room.received},
    ...spreadFields('answered', room => room.answered),
    ...outage.disciplines.flatMap(({id}) => spreadFields(`${id}_short_min`, room => room.short_min[id])),
  ];
  return csvText(outage.rooms, fields, head);
}

const heightOf = (lines: Line[]) => lines.length * rowHeight + 28;

function Dots({outage, lines}: {outage: Outage; lines: Line[]}) {
  const height = heightOf(lines);
  const least = Math.min(0, ...lines.map(({spread}) => spread.p5 ?? 0));
  const x = scaleLinear([least, max(lines, ({spread}) => spread.p95 ?? 0) ?? 1], [left, width - right]).nice();
  return (
    <>
      {x.ticks(5).map(value => (
        <g key={value} class="axis">
          <line class={value === 0 ? 'onset' : 'grid'} x1={px(x(value))} x2={px(x(value))} y1={2} y2={height - 22} />
          <text x={px(x(value))} y={height - 7} text-anchor="middle">
            {value}
          </text>
        </g>
      ))}
      {lines.map(({room, discipline, name, spread}, place) => {
        const y = place * rowHeight + 14;
        return (
          <g key={`${room.centre} ${discipline}`}>
            <text class="name" x={left - 8} y={y + 4} text-anchor="end">
              {nameOfCentre(outage, room.centre)}, {name}
            </text>
            <line class="spread" x1={px(x(spread.p5 ?? 0))} x2={px(x(spread.p95 ?? 0))} y1={y} y2={y} />
            <circle class="dot" cx={px(x(spread.mean ?? 0))} cy={y} r="4.5" />
          </g>
        );
      })}
    </>
  );
}

function RoomTable({outage}: {outage: Outage}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const disciplines = outage.disciplines.filter(({id}) => outage.rooms.some(room => room.short_min[id]));
  const spread = (of: Spread | undefined) => (of ? `${numbers.count(of.mean)} ${numbers.ends([of.p5, of.p95])}` : '–');
  return (
    <Scrolled label={say.title}>
      <table>
        <caption>{say.axis}</caption>
        <thead>
          <tr>
            <th scope="col">{say.room}</th>
            <th scope="col" class="number">
              {say.received}
            </th>
            <th scope="col" class="number">
              {say.answered}
            </th>
            {disciplines.map(({id, name}) => (
              <th key={id} scope="col" class="number">
                {name ?? id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {outage.rooms.map(room => (
            <tr key={room.centre}>
              <th scope="row">{nameOfCentre(outage, room.centre)}</th>
              <td class="number">{numbers.share(room.received)}</td>
              <td class="number">{spread(room.answered)}</td>
              {disciplines.map(({id}) => (
                <td key={id} class="number">
                  {spread(room.short_min[id])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
