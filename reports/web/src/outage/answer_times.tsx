// How long callers wait for an answer, as shares that were answered within a time: with the outage and without it.
import {scaleLinear, scaleLog} from 'd3-scale';
import {line} from 'd3-shape';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {px} from '../parts/axes';
import {csvText, type Field} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {Scrolled} from '../parts/scrolled';
import {shortPath} from '../parts/short_path';
import {unpacked, type AnswerTimes as Times, type Outage} from './outage';

const words = inBoth({
  nl: {
    title: 'Antwoordtijden tegen de norm.',
    firstAnswer: 'Wacht bij de eerste aanname (alle pogingen)',
    delay: (discipline: string) => `Tot ${discipline} opneemt (echte bellers)`,
    axis: 'aandeel dat niet langer wachtte',
    norm: 'norm',
    delayed: 'vertraagd',
    lost: 'niet op tijd',
    world: 'met de uitval',
    twin: 'zonder',
    within: 'Binnen',
    summary: (share: string, twin: string, time: string) =>
      `Van alle pogingen om 112 te bellen wordt ${share} binnen de norm van ${time} aangenomen, zonder de uitval ${twin}.`,
    note:
      'Over alle replicaties samen. Wie geblokkeerd werd of nooit antwoord kreeg telt mee in de noemer. De norm van de ' +
      'eerste aanname is een aanname.',
  },
  en: {
    title: 'Answer times against the norm.',
    firstAnswer: 'Wait at the first answer (all attempts)',
    delay: (discipline: string) => `Until ${discipline} answers (genuine callers)`,
    axis: 'share that waited no longer',
    norm: 'norm',
    delayed: 'delayed',
    lost: 'lost',
    world: 'with the outage',
    twin: 'without',
    within: 'Within',
    summary: (share: string, twin: string, time: string) =>
      `Of all attempts to call 112, ${share} is answered within the norm of ${time}, without the outage ${twin}.`,
    note:
      'Over all replications together. Who was blocked or never answered counts in the denominator. The norm of the ' +
      'first answer is an assumption (aanname).',
  },
});

const panel = {width: 360, height: 200};
const plot = {left: 42, right: 12, top: 40, bottom: 26};
const perRow = 2;

export function AnswerTimes({outage}: {outage: Outage}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const {answers} = outage;
  const shown = answers.of.filter(({n}) => n > 0);
  const {world, twin} = answers.within_norm;
  if (shown.length === 0) return null;
  const sentence =
    world === null
      ? `${say.axis}.`
      : say.summary(numbers.share(world), numbers.share(twin), numbers.time(answers.norm_s));
  return (
    <div class="answer-times">
      <Figure
        title={say.title}
        sentence={sentence}
        size={[perRow * panel.width, Math.ceil(shown.length / perRow) * panel.height]}
        table={<ShareTable outage={outage} />}
        data={head => sharesCsv(outage, head)}
        legend={
          <p class="keys">
            <LineKey line="mean" text={say.world} /> <LineKey line="twin" text={say.twin} />
          </p>
        }
      >
        {shown.map((times, at) => (
          <g
            key={times.of}
            transform={`translate(${(at % perRow) * panel.width} ${Math.floor(at / perRow) * panel.height})`}
          >
            <Shares outage={outage} times={times} />
          </g>
        ))}
      </Figure>
      <p>
        <small>{say.note}</small>
      </p>
    </div>
  );
}

/** A line for each time, two columns for each population. */
function sharesCsv({answers}: Outage, head: string[]): string {
  type Line = {second: number; place: number};
  const rows: Line[] = answers.times_s.map((second, place) => ({second, place}));
  const fields = answers.of.flatMap(times =>
    (['world', 'twin'] as const).map((which): Field<Line> => {
      const shares = unpacked(times[which], rows.length);
      return {key: `${times.of}_${which}`, value: ({place}) => shares[place] ?? null};
    }),
  );
  return csvText(rows, [{key: 'within_s', value: ({second}) => second}, ...fields], head);
}

function LineKey({line, text}: {line: 'mean' | 'twin'; text: string}) {
  return (
    <span class="key">
      <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
        <line class={line} x1="0" x2="28" y1="6" y2="6" />
      </svg>{' '}
      {text}
    </span>
  );
}

function useNameOf(outage: Outage): (times: Times) => string {
  const say = useWords(words);
  return ({of}) =>
    of === 'first_answer' ? say.firstAnswer : say.delay(outage.disciplines.find(({id}) => id === of)?.name ?? of);
}

/** The bounds that a population is held against. */
function boundsOf({answers}: Outage, times: Times): {at: number; word: 'norm' | 'delayed' | 'lost'}[] {
  return times.of === 'first_answer'
    ? [{at: answers.norm_s, word: 'norm'}]
    : [
        {at: answers.delayed_after_s, word: 'delayed'},
        {at: answers.lost_after_s, word: 'lost'},
      ];
}

/** Where the axis begins: below what both lines have at the first bound, so that what differs has the space. */
export function lowerEnd(at: number[], lines: (number | null)[][], bound: number): number {
  const place = at.findIndex(second => second >= bound);
  const least = Math.min(...lines.map(line => line[place] ?? 0));
  return [0.9, 0.5].find(end => least > end) ?? 0;
}

function Shares({outage, times}: {outage: Outage; times: Times}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const name = useNameOf(outage)(times);
  const at = outage.answers.times_s;
  const x = scaleLog([at[0] ?? 1, at[at.length - 1] ?? 3600], [plot.left, panel.width - plot.right]);
  const lines = [times.world, ...(times.twin === null ? [] : [times.twin])].map(one => unpacked(one, at.length));
  const low = lowerEnd(at, lines, boundsOf(outage, times)[0]?.at ?? 0);
  const y = scaleLinear([low, 1], [panel.height - plot.bottom, plot.top]);
  const bottom = panel.height - plot.bottom;
  const drawn = (values: (number | null)[]) =>
    shortPath(
      line<number>()
        .digits(1)
        .x((_, bin) => x(at[bin] ?? 1))
        .defined((_, bin) => (values[bin] ?? 0) >= low)
        .y((_, bin) => y(values[bin] ?? 0))(at) ?? '',
    );
  return (
    <>
      <text class="panel-title" x="0" y="12">
        {name}
      </text>
      {[low, (low + 1) / 2, 1].map(value => (
        <g key={value} class="axis">
          <line class="grid" x1={plot.left} x2={panel.width - plot.right} y1={px(y(value))} y2={px(y(value))} />
          <text x={plot.left - 5} y={px(y(value) + 4)} text-anchor="end">
            {numbers.share(value)}
          </text>
        </g>
      ))}
      {[1, 10, 60, 600, 3600].map(second => (
        <g key={second} class="axis">
          <line class="grid" x1={px(x(second))} x2={px(x(second))} y1={plot.top} y2={bottom} />
          <text x={px(x(second))} y={bottom + 14} text-anchor="middle">
            {numbers.time(second)}
          </text>
        </g>
      ))}
      {boundsOf(outage, times).map(({at: bound, word}) => (
        <g key={word} class="moments">
          <line class="moment" x1={px(x(bound))} x2={px(x(bound))} y1={plot.top - 6} y2={bottom} />
          <text x={px(x(bound))} y={plot.top - 9} text-anchor="middle">
            {say[word]}
          </text>
        </g>
      ))}
      {times.twin !== null && <path class="twin" d={drawn(unpacked(times.twin, at.length))} />}
      <path class="mean" d={drawn(unpacked(times.world, at.length))} />
    </>
  );
}

function ShareTable({outage}: {outage: Outage}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const nameOf = useNameOf(outage);
  const {times_s: at, of} = outage.answers;
  const chosen = at
    .map((_, place) => place)
    .filter(place => [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600].includes(at[place] ?? 0));
  return (
    <Scrolled label={say.title}>
      <table>
        <thead>
          <tr>
            <td />
            {chosen.map(place => (
              <th key={place} scope="col" class="number">
                {say.within} {numbers.time(at[place])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.flatMap(times =>
            (['world', 'twin'] as const).map(which => {
              const shares = unpacked(times[which], at.length);
              return (
                <tr key={times.of + which}>
                  <th scope="row">
                    {nameOf(times)}
                    <small>{say[which]}</small>
                  </th>
                  {chosen.map(place => (
                    <td key={place} class="number">
                      {numbers.share(shares[place])}
                    </td>
                  ))}
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </Scrolled>
  );
}
