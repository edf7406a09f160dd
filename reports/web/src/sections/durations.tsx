import {scaleLog, scaleSymlog} from 'd3-scale';
import {line} from 'd3-shape';
import type {Durations, Report} from '../document';
import {inBoth, useWords} from '../language';
import {dash, useNumbers} from '../numbers';
import {Mark, XAxis, YAxis, px, seriesClass, type Frame} from '../parts/axes';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {headOfCsv} from '../parts/head_of_csv';
import {packageName, packageWords} from '../parts/packages';
import {useNameOfRow} from '../parts/row_name';
import type {Section} from '../section';

type Curve = Durations['curves'][number];
type Point = Curve['points'][number];

const words = inBoth({
  nl: {
    rule: (share: string, name: string) =>
      `Als langste draaglijke uitval telt die waarbij ten hoogste ${share} van de gebeurtenissen boven klasse ` +
      `${name} komt. Dat is een rekenregel van de criteria en geen oordeel.`,
    sentence: (longest: string, shown: string) =>
      `Langste draaglijke uitval onder deze criteria: ${longest}; door de intervallen aangetoond: ${shown}.`,
    none: 'geen van de doorgerekende duren',
    duration: 'Uitval',
    n: 'n',
    lost: 'Extra niet op tijd bereikte bellers',
    median: 'Mediane klasse',
    over: 'Boven die klasse',
    orMore: (time: string) => `${time} of langer`,
  },
  en: {
    rule: (share: string, name: string) =>
      `The longest tolerable outage is the one for which at most ${share} of the events come above class ` +
      `${name}. That is arithmetic under the criteria and no judgement.`,
    sentence: (longest: string, shown: string) =>
      `Longest tolerable outage under these criteria: ${longest}; shown by the intervals: ${shown}.`,
    none: 'none of those simulated',
    duration: 'Outage',
    n: 'n',
    lost: 'Extra lost callers',
    median: 'Median class',
    over: 'Above that class',
    orMore: (time: string) => `${time} or longer`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;
const frame: Frame = {left: 60, right: 600, top: 30, bottom: 240};

function Drawing({curve, say}: {curve: Curve; say: Words}) {
  const numbers = useNumbers();
  const times = curve.points.map(point => point.duration_s);
  const most = Math.max(1, ...curve.points.map(point => point.lost_callers.ci95?.[1] ?? point.lost_callers.value ?? 0));
  const x = scaleLog([Math.min(...times) / 1.3, Math.max(...times) * 1.3], [frame.left, frame.right]);
  const y = scaleSymlog([0, most], [frame.bottom, frame.top]);
  const path = line<Point>(
    point => px(x(point.duration_s)),
    point => px(y(point.lost_callers.value ?? 0)),
  )(curve.points);
  return (
    <>
      <XAxis
        frame={frame}
        ticks={times.map(value => ({at: x(value), text: numbers.time(value)}))}
        label={say.duration}
      />
      <YAxis
        frame={frame}
        ticks={[0, 1, 10, 100, 1000, 10000]
          .filter(value => value <= most)
          .map(value => ({at: y(value), text: numbers.count(value)}))}
        label={say.lost}
      />
      <path class={seriesClass(0)} d={path ?? ''} />
      {curve.points.map(({duration_s, lost_callers, median_class}) => (
        <g key={duration_s}>
          <line
            class="whisker"
            x1={px(x(duration_s))}
            x2={px(x(duration_s))}
            y1={px(y(lost_callers.ci95?.[0] ?? lost_callers.value ?? 0))}
            y2={px(y(lost_callers.ci95?.[1] ?? lost_callers.value ?? 0))}
          />
          <Mark index={0} x={x(duration_s)} y={y(lost_callers.value ?? 0)} />
          <text x={px(x(duration_s) + 8)} y={px(y(lost_callers.value ?? 0) - 6)}>
            I{median_class}
          </text>
        </g>
      ))}
    </>
  );
}

function One({report, curve, say}: {report: Report; curve: Curve; say: Words}) {
  const numbers = useNumbers();
  const nameOfRow = useNameOfRow(report);
  const names = useWords(packageWords);
  const last = curve.points[curve.points.length - 1]?.duration_s;
  const time = (seconds: number | null) =>
    seconds === null ? say.none : seconds === last ? say.orMore(numbers.time(seconds)) : numbers.time(seconds);
  const title = `${nameOfRow(curve.row)}, ${packageName(curve.package, names)}.`;
  const columns: Column<Point>[] = [
    {
      key: 'duration_s',
      head: say.duration,
      heading: true,
      value: point => point.duration_s,
      show: point => numbers.time(point.duration_s),
    },
    {key: 'n', head: say.n, numeric: true, value: point => point.n},
    {
      key: 'lost_callers',
      head: say.lost,
      numeric: true,
      value: point => point.lost_callers.value,
      show: point => numbers.interval(point.lost_callers),
    },
    {key: 'median_class', head: say.median, value: point => `I${point.median_class}`},
    {
      key: 'over',
      head: say.over,
      numeric: true,
      value: point => point.over_tolerable_class.share,
      show: point => numbers.proportion(point.over_tolerable_class),
    },
  ];
  return (
    <Figure
      title={title}
      sentence={say.sentence(time(curve.longest_tolerable_s), time(curve.longest_shown_tolerable_s))}
      size={[640, 285]}
      table={
        <DataTable
          caption={title}
          columns={columns}
          rows={curve.points}
          id={point => String(point.duration_s)}
          csv={{file: 'durations.csv', head: headOfCsv(report)}}
        />
      }
    >
      <Drawing curve={curve} say={say} />
    </Figure>
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  return (
    <>
      <p>{say.rule(numbers.share(report.bounds.tolerable_share), `I${report.bounds.tolerable_class}` || dash)}</p>
      {report.durations.curves.map(curve => (
        <One key={`${curve.row} ${curve.package}`} report={report} curve={curve} say={say} />
      ))}
    </>
  );
}

export const durations: Section = {
  id: 'durations',
  title: {nl: 'Impact tegen de duur van de uitval', en: 'Impact against outage duration'},
  applies: report => report.durations.curves.length > 0,
  Body,
};
