// The F-N line: how often a year at least so many lost callers, beside the line that the criteria propose.
import {scaleLog} from 'd3-scale';
import {line} from 'd3-shape';
import type {Report, Total} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {Legend, Mark, XAxis, YAxis, decades, px, seriesClass, type Frame} from '../parts/axes';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {packageName, packageWords} from '../parts/packages';

const words = inBoth({
  nl: {
    title: 'F-N: hoe vaak per jaar ten minste zoveel niet op tijd bereikte bellers.',
    sentence: (above: string, all: string) => `Van ${all} punten liggen er ${above} boven de voorgestelde lijn.`,
    package: 'Pakket',
    perYear: 'Gebeurtenissen per jaar',
    lost: 'Extra niet op tijd bereikte bellers, ten minste',
    proposed: 'voorgestelde lijn',
    isAbove: 'Boven de lijn',
    yes: 'ja',
    no: 'nee',
  },
  en: {
    title: 'F-N: how often a year at least so many lost callers.',
    sentence: (above: string, all: string) => `Of ${all} points ${above} lie above the proposed line.`,
    package: 'Package',
    perYear: 'Events a year',
    lost: 'Extra lost callers, at least',
    proposed: 'proposed line',
    isAbove: 'Above the line',
    yes: 'yes',
    no: 'no',
  },
});

type Proposed = Report['table']['line'];

const frame: Frame = {left: 64, right: 500, top: 30, bottom: 300};

interface Point {
  package: string;
  /** Of its package among the totals. */
  index: number;
  lost: number;
  perYear: number;
  ends: [number, number];
  above: boolean;
}

function pointsOf(totals: Total[], proposed: Proposed): Point[] {
  return totals.flatMap((total, index) =>
    proposed.flatMap(({lost_callers, per_year}, at): Point[] => {
      const found = total.exceedance_per_year[at];
      if (!found || !found.value) return [];
      return [
        {
          package: total.package,
          index,
          lost: lost_callers,
          perYear: found.value,
          above: found.value > per_year,
          ends: [found.ci95?.[0] ?? found.value, found.ci95?.[1] ?? found.value],
        },
      ];
    }),
  );
}

/** Room for a factor of two around all that is drawn. */
function scalesOf(points: Point[], proposed: Proposed) {
  const lost = proposed.map(point => point.lost_callers);
  const perYear = [
    ...points.flatMap(point => [point.perYear, ...point.ends]),
    ...proposed.map(point => point.per_year),
  ].filter(value => value > 0);
  return {
    x: scaleLog([Math.min(...lost) / 2, Math.max(...lost) * 2], [frame.left, frame.right]),
    y: scaleLog([Math.min(...perYear) / 2, Math.max(...perYear) * 2], [frame.bottom, frame.top]),
  };
}

type Scales = ReturnType<typeof scalesOf>;

export function FnLine({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const {totals, line: proposed} = report.table;
  const points = pointsOf(totals, proposed);
  return (
    <Figure
      title={say.title}
      sentence={say.sentence(numbers.count(points.filter(point => point.above).length), numbers.count(points.length))}
      size={[620, frame.bottom + 48 + 18 * totals.length]}
      table={<PointTable points={points} />}
    >
      <Drawing points={points} totals={totals} proposed={proposed} />
    </Figure>
  );
}

function PointTable({points}: {points: Point[]}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const columns: Column<Point>[] = [
    {key: 'package', head: say.package, heading: true, value: point => packageName(point.package, names)},
    {
      key: 'lost_callers',
      head: say.lost,
      numeric: true,
      value: point => point.lost,
      show: point => numbers.count(point.lost),
    },
    {
      key: 'per_year',
      head: say.perYear,
      numeric: true,
      value: point => point.perYear,
      show: point => `${numbers.rate(point.perYear)} ${numbers.ends(point.ends, value => numbers.rate(value))}`,
    },
    {key: 'above', head: say.isAbove, value: point => (point.above ? say.yes : say.no)},
  ];
  return (
    <DataTable caption={say.title} columns={columns} rows={points} id={point => `${point.package} ${point.lost}`} />
  );
}

function Drawing({points, totals, proposed}: {points: Point[]; totals: Total[]; proposed: Proposed}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const scales = scalesOf(points, proposed);
  const {x, y} = scales;
  const [low, high] = y.domain() as [number, number];
  return (
    <>
      <XAxis
        frame={frame}
        ticks={proposed.map(point => ({at: x(point.lost_callers), text: numbers.count(point.lost_callers)}))}
        label={say.lost}
      />
      <YAxis
        frame={frame}
        ticks={decades(low, high).map(value => ({at: y(value), text: numbers.decade(value)}))}
        label={say.perYear}
      />
      <ProposedLine proposed={proposed} scales={scales} />
      {points.map(point => (
        <PointMark
          key={`${point.package} ${point.lost}`}
          point={point}
          x={x(point.lost) + 10 * (point.index - (totals.length - 1) / 2)}
          y={y}
        />
      ))}
      <Legend x={frame.left} y={frame.bottom + 58} names={totals.map(total => packageName(total.package, names))} />
    </>
  );
}

/** With its name at its right end. */
function ProposedLine({proposed, scales: {x, y}}: {proposed: Proposed; scales: Scales}) {
  const say = useWords(words);
  const path = line<Proposed[number]>(
    point => px(x(point.lost_callers)),
    point => px(y(point.per_year)),
  )(proposed);
  const last = proposed[proposed.length - 1];
  return (
    <>
      <path d={path ?? ''} class="criterion" />
      {last && (
        <text x={px(x(last.lost_callers) + 6)} y={px(y(last.per_year) + 4)} class="criterion-name">
          {say.proposed}
        </text>
      )}
    </>
  );
}

/** With its interval. */
function PointMark({point: {index, perYear, ends}, x, y}: {point: Point; x: number; y: Scales['y']}) {
  return (
    <g>
      <line class={seriesClass(index)} x1={px(x)} x2={px(x)} y1={px(y(ends[0]))} y2={px(y(ends[1]))} />
      <Mark index={index} x={x} y={y(perYear)} />
    </g>
  );
}
