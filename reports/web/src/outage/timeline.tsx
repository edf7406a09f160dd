// What became of the calls, bin after bin: mean over the replications, band, and the twin beside it.
import {max} from 'd3-array';
import {scaleLinear} from 'd3-scale';
import {useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {useNumbers, type Numbers} from '../numbers';
import {px} from '../parts/axes';
import {csvText, useAlive, type Field} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {Heads, Scrolled} from '../parts/scrolled';
import {TimeAxis, timeScale, type Scale} from './axis';
import {useClock, type Clock} from './clock';
import {pointerOf, useMoment, withinAxis} from './moment';
import {MomentLine, MomentSlider} from './moment_marks';
import {
  binAt,
  binsOf,
  holdsOnset,
  momentOf,
  nameOfCentre,
  twinOf,
  unpacked,
  type CountName,
  type Curves,
  type Moment,
  type MomentName,
  type Outage,
} from './outage';
import {bandPath, curveSteps, stepPath, valueAt, type Steps} from './steps';

const words = inBoth({
  nl: {
    first_attempts: 'Mensen die voor het eerst bellen',
    answered_of_regions: 'Geholpen door de juiste discipline',
    failed: 'Mislukte pogingen',
    waiting: 'Wachtenden',
    answered_for_others: 'Beantwoord voor een ander',
    on_duty: 'Mensen op dienst',
    flow: (minutes: number) => `per ${minutes} min`,
    level: 'op dat moment',
    mean: 'gemiddelde',
    band: 'P5–P95 over de replicaties',
    twin: 'zonder deze dreiging',
    of: 'Van',
    nation: 'alle meldkamers samen',
    time: 'Tijd',
    values: 'gemiddelde [P5; P95]',
    detected: 'gemeld',
    decided: 'besloten',
    switched: 'omgezet',
    repaired: 'hersteld',
    returned: 'terug',
    recovered: 'dienst terug',
    backInNation: 'dienst landelijk terug',
    title: 'Wat er met de bellers gebeurt.',
    moments: 'Wanneer, over de replicaties',
    laterThan: (time: string) => `later dan ${time}`,
    neverDown: 'in de helft nooit onder 90 %',
    notDown: (n: number) => `${n} nooit onder 90 %`,
    notAway: (n: number) => `bij ${n} ging niets elders heen`,
    moment: 'Moment',
    median: 'Mediaan',
    spread: 'P5 tot P95',
    inHowMany: 'In',
    summary: (minutes: number, calls: string, failed: string, whenFailed: string, waiting: string) =>
      `Gemiddeld bellen per ${minutes} minuten ${calls} mensen voor het eerst; op het slechtste moment ` +
      `mislukken er per ${minutes} minuten ${failed} pogingen (${whenFailed})${waiting}.`,
    andWaiting: (waiting: string, when: string) => ` en wachten er ${waiting} bellers (${when})`,
    fewer: (n: number, of: number) =>
      `De laatste tijdvakken rusten op minder replicaties, ten minste ${n} van ${of}: niet elke uitval duurt zo lang.`,
  },
  en: {
    first_attempts: 'People who call for the first time',
    answered_of_regions: 'Helped by the right discipline',
    failed: 'Failed attempts',
    waiting: 'Waiting',
    answered_for_others: 'Answered for another',
    on_duty: 'People on duty',
    flow: (minutes: number) => `per ${minutes} min`,
    level: 'at that moment',
    mean: 'mean',
    band: 'P5–P95 over the replications',
    twin: 'without this threat',
    of: 'Of',
    nation: 'all meldkamers together',
    time: 'Time',
    values: 'mean [P5; P95]',
    detected: 'known',
    decided: 'decided',
    switched: 'switched',
    repaired: 'repaired',
    returned: 'back',
    recovered: 'service back',
    backInNation: 'service back nationally',
    title: 'What becomes of the callers.',
    moments: 'When, over the replications',
    laterThan: (time: string) => `later than ${time}`,
    neverDown: 'in half never below 90 %',
    notDown: (n: number) => `${n} never below 90 %`,
    notAway: (n: number) => `in ${n} nothing went elsewhere`,
    moment: 'Moment',
    median: 'Median',
    spread: 'P5 to P95',
    inHowMany: 'In',
    summary: (minutes: number, calls: string, failed: string, whenFailed: string, waiting: string) =>
      `On average ${calls} people call for the first time in ${minutes} minutes; at the worst moment ${failed} ` +
      `attempts fail in ${minutes} minutes (${whenFailed})${waiting}.`,
    andWaiting: (waiting: string, when: string) => ` and ${waiting} callers wait (${when})`,
    fewer: (n: number, of: number) =>
      `The last bins stand on fewer replications, at least ${n} of ${of}: not every outage lasts so long.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

const allPanels: CountName[] = [
  'first_attempts',
  'answered_of_regions',
  'failed',
  'waiting',
  'answered_for_others',
  'on_duty',
];
/** Without those in which nothing happens at all. */
const panelsOf = (curves: Curves) =>
  allPanels.filter(count => {
    const curve = curves[count];
    return (
      curve && [curve.mean, curve.p95, curve.twin].some(values => [values].flat().some(value => Number(value) > 0))
    );
  });
const levels: CountName[] = ['waiting', 'on_duty'];
const marked: MomentName[] = ['detected', 'decided', 'switched', 'repaired', 'returned', 'recovered'];

const width = 720;
const left = 44;
const right = 12;
const panelHeight = 74;
const titleHeight = 28;
const flagHeight = 13;

export function Timeline({outage, id}: {outage: Outage; id: string}) {
  const say = useWords(words);
  const alive = useAlive();
  const [centre, setCentre] = useState(-1);
  const curves = (centre < 0 ? null : outage.curves.centres[centre]) ?? outage.curves.all;
  const values = useValues(outage, curves);
  const touched = outage.curves.centres.map((one, place) => (one ? place : -1)).filter(place => place >= 0);
  return (
    <div class="timeline">
      {alive && touched.length > 0 && (
        <label class="choice">
          {say.of}{' '}
          <select value={centre} onChange={event => setCentre(Number(event.currentTarget.value))}>
            <option value={-1}>{say.nation}</option>
            {touched.map(place => (
              <option key={place} value={place}>
                {nameOfCentre(outage, place)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Figure
        title={say.title}
        sentence={useSummary(outage, curves)}
        size={[width, heightOf(outage, curves)]}
        table={<ValueTable outage={outage} curves={curves} />}
        data={head => curvesCsv(outage, curves, head)}
        legend={<Legend />}
        pointer={pointerOf(outage, timeScale(outage, left, width - right), width)}
        below={<MomentSlider outage={outage} id={`${id}-curves-moment`} values={values} />}
      >
        <Panels outage={outage} curves={curves} />
      </Figure>
      <Moments outage={outage} />
      <Fewer outage={outage} />
    </div>
  );
}

/** What each panel shows at a moment, in words. */
function useValues(outage: Outage, curves: Curves): (minute: number) => string {
  const say = useWords(words);
  const numbers = useNumbers();
  const all = panelsOf(curves).map(count => ({count, steps: curveSteps(outage, curves[count] ?? curves.waiting)}));
  return minute =>
    all
      .map(({count, steps}) => `${say[count]} ${valuesText(steps, minute, say, numbers)}`)
      .join('; ')
      .concat('.');
}

/** "12 [3; 40], without this threat 0": what is drawn there. */
function valuesText({mean, p5, p95, twin}: Steps, minute: number, say: Words, numbers: Numbers): string {
  const ends = numbers.ends([valueAt(p5, minute), valueAt(p95, minute)]);
  return `${numbers.count(valueAt(mean, minute))} ${ends}, ${say.twin} ${numbers.count(valueAt(twin, minute))}`;
}

interface Line {
  bin: number;
  minute: number;
}

/** Every bin, as the document has it; the onset stands within one. */
function curvesCsv(outage: Outage, curves: Curves, head: string[]): string {
  const bins = binsOf(outage);
  const rows: Line[] = outage.edges.slice(0, bins).map((minute, bin) => ({bin, minute}));
  const ends: Field<Line> = {key: 'until_min', value: ({bin}) => outage.edges[bin + 1] ?? null};
  const fields = panelsOf(curves).flatMap((count): Field<Line>[] => {
    const curve = curves[count] ?? curves.waiting;
    const of = {mean: curve.mean, p5: curve.p5, p95: curve.p95, twin: twinOf(curve)};
    return Object.entries(of).map(([key, packed]) => {
      const all = unpacked(packed, bins);
      return {key: `${count}_${key}`, value: ({bin}) => all[bin] ?? null};
    });
  });
  return csvText(rows, [{key: 'from_min', value: ({minute}) => minute}, ends, ...fields], head);
}

/** Where a curve is highest since the onset. */
function peakOf(outage: Outage, values: (number | null)[]): {bin: number; value: number} {
  let [bin, value] = [binAt(outage, 0), -Infinity];
  for (let at = bin; at < values.length; ++at) if ((values[at] ?? 0) > value) [bin, value] = [at, values[at] ?? 0];
  return {bin, value: Math.max(0, value)};
}

function useSummary(outage: Outage, curves: Curves): string {
  const say = useWords(words);
  const numbers = useNumbers();
  const clock = useClock();
  const bins = binsOf(outage);
  const of = (count: CountName) => unpacked(curves[count]?.mean, bins);
  const [failed, waiting] = [peakOf(outage, of('failed')), peakOf(outage, of('waiting'))];
  const mean = of('first_attempts').reduce<number>((sum, value) => sum + (value ?? 0), 0) / Math.max(1, bins);
  const when = ({bin}: {bin: number}) => clock.since(Math.max(0, outage.edges[bin] ?? 0));
  // Less than one caller at worst is nobody who waits.
  const waits = (waiting.value ?? 0) >= 1 ? say.andWaiting(numbers.count(waiting.value), when(waiting)) : '';
  return say.summary(outage.bin_min, numbers.count(mean), numbers.count(failed.value), when(failed), waits);
}

/** A recovery of the nation says so: where one room was hit it is another one. */
const wordOf = ({recovery_of}: Outage, {name}: Moment): MomentName | 'backInNation' =>
  name === 'recovered' && recovery_of === 'nation' ? 'backInNation' : name;

/** Medians within the axis, in order. */
function marksOf(outage: Outage): Moment[] {
  const [from, to] = [outage.edges[0] ?? 0, outage.edges[binsOf(outage)] ?? 1];
  return marked
    .flatMap(name => momentOf(outage, name) ?? [])
    .filter(({p50}) => p50 !== null && p50 > 0 && p50 >= from && p50 <= to)
    .sort((a, b) => (a.p50 ?? 0) - (b.p50 ?? 0));
}

const marksHeightOf = (outage: Outage) => marksOf(outage).length * flagHeight + 8;
const heightOf = (outage: Outage, curves: Curves) =>
  marksHeightOf(outage) + panelsOf(curves).length * (panelHeight + titleHeight) + 24;

function Panels({outage, curves}: {outage: Outage; curves: Curves}) {
  const x = timeScale(outage, left, width - right);
  const marksHeight = marksHeightOf(outage);
  const bottom = heightOf(outage, curves) - 24;
  return (
    <>
      <TimeAxis x={x} top={marksHeight} bottom={bottom} />
      <Marks outage={outage} x={x} bottom={bottom} />
      {panelsOf(curves).map((count, place) => (
        <Panel
          key={count}
          outage={outage}
          curves={curves}
          count={count}
          x={x}
          top={marksHeight + place * (panelHeight + titleHeight) + titleHeight}
        />
      ))}
      <MomentLine x={x} top={marksHeight} bottom={bottom} />
    </>
  );
}

/** At the end of a panel's title, and on its line: the values at the moment that is pointed at. */
function Read({steps, x, y, top}: {steps: Steps; x: Scale; y: Scale; top: number}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const minute = withinAxis(x, useMoment());
  if (minute === null) return null;
  return (
    <>
      <text class="read" x={width - right} y={top - 5} text-anchor="end">
        {valuesText(steps, minute, say, numbers)}
      </text>
      <circle class="read-dot" cx={px(x(minute))} cy={px(y(valueAt(steps.mean, minute)))} r="4" />
    </>
  );
}

function Panel({
  outage,
  curves,
  count,
  x,
  top,
}: {
  outage: Outage;
  curves: Curves;
  count: CountName;
  x: Scale;
  top: number;
}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const curve = curves[count];
  if (!curve) return null;
  const steps = curveSteps(outage, curve);
  const most = Math.max(1, max([...steps.p95, ...steps.twin, ...steps.mean], ({value}) => value) ?? 1);
  const y = scaleLinear([0, most], [top + panelHeight, top + 2]).nice(3);
  return (
    <g>
      <text class="panel-title" x={left} y={top - 5}>
        {say[count]} <tspan class="quiet">{levels.includes(count) ? say.level : say.flow(outage.bin_min)}</tspan>
      </text>
      {y.ticks(2).map(value => (
        <g key={value} class="axis">
          <line class="grid" x1={left} x2={width - right} y1={px(y(value))} y2={px(y(value))} />
          <text x={left - 6} y={px(y(value) + 4)} text-anchor="end">
            {numbers.decimal(value, Number.isInteger(value) ? 0 : 1)}
          </text>
        </g>
      ))}
      <path class="band" d={bandPath(steps.p5, steps.p95, x, y)} />
      {curve.twin !== null && <path class="twin" d={stepPath(steps.twin, x, y)} />}
      <path class="mean" d={stepPath(steps.mean, x, y)} />
      <Read steps={steps} x={x} y={y} top={top} />
    </g>
  );
}

/** Each with a flag at a height of its own. */
function Marks({outage, x, bottom}: {outage: Outage; x: Scale; bottom: number}) {
  const say = useWords(words);
  return (
    <g class="moments">
      {marksOf(outage).map((moment, place) => {
        const at = px(x(moment.p50 ?? 0));
        const flag = 9 + place * flagHeight;
        const late = at > width - 130;
        return (
          <g key={moment.name}>
            <line class="moment" x1={at} x2={at} y1={flag} y2={bottom} />
            <text x={late ? at - 4 : at + 4} y={flag + 3} text-anchor={late ? 'end' : 'start'}>
              {say[wordOf(outage, moment)]}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Legend() {
  const say = useWords(words);
  return (
    <p class="keys">
      <Key shape="mean" text={say.mean} /> <Key shape="band" text={say.band} /> <Key shape="twin" text={say.twin} />
    </p>
  );
}

function Key({shape, text}: {shape: 'mean' | 'band' | 'twin'; text: string}) {
  return (
    <span class="key">
      <svg viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
        {shape === 'band' ? (
          <rect class="band" width="28" height="12" />
        ) : (
          <line class={shape} x1="0" x2="28" y1="6" y2="6" />
        )}
      </svg>{' '}
      {text}
    </span>
  );
}

function Moments({outage}: {outage: Outage}) {
  const say = useWords(words);
  const clock = useClock();
  const there = outage.moments.filter(({p50, later_than}) => p50 !== null || later_than !== null);
  if (there.length === 0) return null;
  return (
    <Scrolled label={say.moments}>
      <table class="small">
        <caption>{say.moments}</caption>
        <Heads heads={[say.moment, say.median, say.spread, say.inHowMany]} />
        <tbody>
          {there.map(moment => (
            <tr key={moment.name}>
              <th scope="row">{say[wordOf(outage, moment)]}</th>
              <td>{medianText(moment, say, clock)}</td>
              <td>{spreadText(moment, say, clock)}</td>
              <td>{howMany(moment, say)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** What lies beyond the data is later, and is not replaced by what came before them. */
function medianText({name, p50, later_than}: Moment, say: Words, clock: Clock): string {
  if (name === 'recovered' && p50 === 0) return say.neverDown;
  if (p50 !== null) return clock.since(p50);
  return later_than === null ? '–' : say.laterThan(clock.since(later_than));
}

function spreadText({p5, p95, later_than}: Moment, say: Words, clock: Clock): string {
  if (p5 === null || (p95 === null && later_than === null)) return '–';
  return `${clock.span(p5)} – ${p95 === null ? say.laterThan(clock.span(later_than ?? 0)) : clock.span(p95)}`;
}

function howMany({name, n, of, not_needed}: Moment, say: Words): string {
  if (not_needed === 0) return `${n}/${of}`;
  const came = name === 'recovered' ? n - not_needed : n;
  return `${came}/${of}; ${(name === 'recovered' ? say.notDown : say.notAway)(not_needed)}`;
}

/** Every hour of the first half day at most, then wider: a table to read, not to compute with. */
function chosenBins(outage: Outage): number[] {
  const last = outage.edges[binsOf(outage)] ?? 0;
  const first = outage.edges[0] ?? 0;
  const step = [15, 30, 60, 120, 240, 480, 1440].find(minutes => (last - first) / minutes <= 16) ?? 1440;
  const out: number[] = [];
  for (let at = first; at < last; at += step) {
    const bin = binAt(outage, at);
    out.push(holdsOnset(outage, bin) ? bin + 1 : bin);
  }
  return [...new Set(out)];
}

function ValueTable({outage, curves}: {outage: Outage; curves: Curves}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const clock = useClock();
  const bins = binsOf(outage);
  const columns = panelsOf(curves).map(count => {
    const curve = curves[count] ?? curves.waiting;
    return {count, mean: unpacked(curve.mean, bins), p5: unpacked(curve.p5, bins), p95: unpacked(curve.p95, bins)};
  });
  return (
    <Scrolled label={say.values}>
      <table>
        <caption>{say.values}</caption>
        <thead>
          <tr>
            <th scope="col">{say.time}</th>
            {columns.map(({count}) => (
              <th key={count} scope="col" class="number">
                {say[count]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chosenBins(outage).map(bin => (
            <tr key={bin}>
              <th scope="row">{clock.since(outage.edges[bin] ?? 0)}</th>
              {columns.map(({count, mean, p5, p95}) => (
                <td key={count} class="number">
                  {numbers.count(mean[bin])} {numbers.ends([p5[bin] ?? null, p95[bin] ?? null])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Fewer({outage}: {outage: Outage}) {
  const say = useWords(words);
  const fewest = Array.isArray(outage.reached) ? Math.min(...outage.reached) : outage.reached;
  return fewest < outage.replications ? (
    <p>
      <small>{say.fewer(fewest, outage.replications)}</small>
    </p>
  ) : null;
}
