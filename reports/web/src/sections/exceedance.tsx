import type {LossCurve, PastOutage, Report, Total} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers} from '../numbers';
import {intervalFields} from '../parts/csv_fields';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {headOfCsv} from '../parts/head_of_csv';
import {packageName, packageWords, packagesOf} from '../parts/packages';
import {useNameOfRow} from '../parts/row_name';
import {asTheyStand, isYears, rowsOf} from '../parts/rows';
import type {Section} from '../section';
import {Curves, chartHeight, commonEnd, type Percentile, type Point, type Series} from './exceedance_curves';

const words = inBoth({
  nl: {
    aep: 'Per jaar, alle gebeurtenissen samen (AEP).',
    oep: 'Per jaar, de ergste gebeurtenis (OEP).',
    band:
      'Tussen haken en als band: 95 %, over de frequenties binnen hun klasse en het toeval in het deel van de ' +
      'gebeurtenissen van elke dreiging met zoveel niet op tijd bereikte bellers.',
    sentence: (share: string, lost: string) =>
      `De kans op een jaar met ten minste ${lost} extra niet op tijd bereikte bellers is ${share}, met huidige maatregelen.`,
    event: (name: string) => `${name}: gegeven dat het gebeurt.`,
    years: 'Doorgerekende jaren',
    yearly: (name: string) => `${name}: per doorgerekend jaar.`,
    yearlySentence: (share: string, lost: string) =>
      `In ${share} van de jaren worden ten minste ${lost} mensen extra niet op tijd bereikt.`,
    shareOfYears: 'Deel van de jaren',
    eventSentence: (share: string, lost: string) =>
      `${share} van de gebeurtenissen kost ten minste ${lost} extra niet op tijd bereikte bellers.`,
    halves: (half: string, most: string) => ` De helft kost hooguit ${half} (P50), 95 % hooguit ${most} (P95).`,
    half: (half: string) => ` De helft kost hooguit ${half} (P50).`,
    counted: 'geteld bij een storing: een aantal, geen kans',
    lost: 'Extra niet op tijd bereikte bellers, ten minste',
    probability: 'Kans',
    share: 'Deel van de gebeurtenissen',
    package: 'Pakket',
    tails: 'Staart van het jaar',
    level: 'Niveau',
    var: 'VaR',
    cvar: 'CVaR',
    points: 'Verschillende gebeurtenissen in de staart',
    tailsNote:
      'VaR: het aantal dat in dit deel van de jaren niet wordt overschreden; CVaR: het gemiddelde daarboven. ' +
      'Een streepje: geweigerd, want er liggen minder dan 50 verschillende gebeurtenissen in de staart.',
    others: (count: string) => `De curven van de andere ${count} gebeurtenissen`,
    each: 'Per gebeurtenis',
    perYear: 'Per jaar',
    history: 'Geschiedenis, ter vergelijking',
    outage: 'Storing',
    year: 'Jaar',
    count: 'Aantal',
    definition: 'Waarvan',
    source: 'Bron',
    historyNote:
      'De ruiten op de as van de ergste gebeurtenis. Elk gepubliceerd aantal staat op zijn eigen definitie, ' +
      'niet op die van niet op tijd bereikte bellers; geen curve is erop gepast. Bronnen: de S-nummers van SOURCES.md bij ' +
      'de wereld.',
  },
  en: {
    aep: 'A year, all events together (AEP).',
    oep: 'A year, its worst event (OEP).',
    band:
      'Between brackets and as a band: 95 %, over the frequencies in their classes and the chance in each ' +
      'threat’s share of events with so many lost callers.',
    sentence: (share: string, lost: string) =>
      `The probability of a year with at least ${lost} extra lost callers is ${share}, with present measures.`,
    event: (name: string) => `${name}: given that it happens.`,
    years: 'Years that were simulated',
    yearly: (name: string) => `${name}: each year that was simulated.`,
    yearlySentence: (share: string, lost: string) =>
      `In ${share} of the years at least ${lost} more people are not reached in time.`,
    shareOfYears: 'Share of the years',
    eventSentence: (share: string, lost: string) => `${share} of the events cost at least ${lost} extra lost callers.`,
    halves: (half: string, most: string) => ` Half cost ${half} at most (P50), 95 % cost ${most} at most (P95).`,
    half: (half: string) => ` Half cost ${half} at most (P50).`,
    counted: 'counted in an outage: a number, no probability',
    lost: 'Extra lost callers, at least',
    probability: 'Probability',
    share: 'Share of the events',
    package: 'Package',
    tails: 'Tail of the year',
    level: 'Level',
    var: 'VaR',
    cvar: 'CVaR',
    points: 'Different events in the tail',
    tailsNote:
      'VaR: the number that is not exceeded in this share of years; CVaR: the mean above it. A dash: refused, ' +
      'as fewer than 50 different events lie in the tail.',
    others: (count: string) => `The curves of the other ${count} events`,
    each: 'Each event',
    perYear: 'A year',
    history: 'History, to compare with',
    outage: 'Outage',
    year: 'Year',
    count: 'Count',
    definition: 'Of',
    source: 'Source',
    historyNote:
      'The diamonds on the axis of the worst event. Each published count is on its own definition, not on that ' +
      'of lost callers; no curve was fitted on them. Sources: the S numbers of SOURCES.md with the world.',
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

interface Line {
  series: string;
  point: Point;
}

function CurveFigure({
  title,
  sentence,
  series,
  report,
  file,
  yLabel,
  say,
  most,
  past = [],
  percentiles = [],
}: {
  title: string;
  sentence: string;
  series: Series[];
  report: Report;
  file: string;
  yLabel: string;
  say: Words;
  most: number;
  past?: PastOutage[];
  percentiles?: Percentile[];
}) {
  const numbers = useNumbers();
  const columns: Column<Line>[] = [
    {key: 'package', head: say.package, heading: true, value: row => row.series},
    {
      key: 'lost_callers',
      head: say.lost,
      numeric: true,
      value: row => row.point.lost,
      show: row => numbers.count(row.point.lost),
    },
    {
      key: 'probability',
      head: yLabel,
      numeric: true,
      value: row => row.point.share,
      show: row =>
        `${numbers.percent(row.point.share)} ${numbers.ends(row.point.ends, value => numbers.percent(value))}`,
      fields: intervalFields('probability', row => ({value: row.point.share, ci95: row.point.ends})),
    },
  ];
  const rows = series.flatMap(({name, points}) => points.map(point => ({series: name, point})));
  return (
    <Figure
      title={title}
      sentence={sentence}
      size={[510, chartHeight(series, past)]}
      table={
        <DataTable
          caption={title}
          columns={columns}
          rows={rows}
          id={row => `${row.series} ${row.point.lost}`}
          csv={{file, head: headOfCsv(report)}}
        />
      }
    >
      <Curves
        series={series}
        most={most}
        xLabel={say.lost}
        yLabel={yLabel}
        counted={say.counted}
        past={past}
        percentiles={percentiles}
      />
    </Figure>
  );
}

type Which = 'aep' | 'oep';

/** Of a year, by package. */
function yearSeries(report: Report, which: Which, name: (of: string) => string): Series[] {
  const ordered = packagesOf(report.table.totals).map(
    one => report.table.totals.find(total => total.package === one) as Total,
  );
  return ordered.map(total => ({
    name: name(total.package),
    points: total.curve.map(point => ({
      lost: point.lost_callers,
      share: point[which].value ?? 0,
      ends: point[which].ci95,
    })),
  }));
}

function Year({report, which, say}: {report: Report; which: Which; say: Words}) {
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const series = yearSeries(report, which, name => packageName(name, names));
  const both = (['aep', 'oep'] as const).flatMap(one => yearSeries(report, one, name => name));
  const hundred = series[0]?.points.find(({lost}) => lost >= 100) ?? series[0]?.points[0];
  return (
    <CurveFigure
      title={say[which]}
      sentence={hundred ? say.sentence(numbers.percent(hundred.share), numbers.count(hundred.lost)) : ''}
      series={series}
      report={report}
      file={`${which}.csv`}
      yLabel={say.probability}
      say={say}
      most={commonEnd(both)}
      past={which === 'oep' ? pastOf(report) : []}
    />
  );
}

/** Curves of one event under all its packages; of events that cost nobody there is nothing to draw. */
function eventsOf(curves: LossCurve[]): LossCurve[][] {
  const key = (curve: LossCurve) => `${curve.row} ${curve.plan} ${curve.duration}`;
  const some = curves.filter(({points}) => points.some(({share}) => (share.share ?? 0) > 0));
  const keys = some.map(key).filter((one, index, all) => all.indexOf(one) === index);
  return keys.map(one => some.filter(curve => key(curve) === one));
}

/** Of years that were simulated whole. */
const isOfYears = (report: Report, {row}: LossCurve): boolean =>
  rowsOf(report).some(one => one.row === row && isYears(one));

/** The row of the table that a curve is of. */
const rowOf = (report: Report, curve: LossCurve) =>
  rowsOf(report).find(
    one =>
      one.row === curve.row &&
      one.package === curve.package &&
      one.plan === curve.plan &&
      one.duration === curve.duration,
  );

/** P50 and P95 of the first of the curves, as the table has them. */
function percentilesOf(report: Report, curves: LossCurve[]): Percentile[] {
  const first = packagesOf(curves)[0];
  const curve = curves.find(one => one.package === first);
  const row = curve && rowOf(report, curve);
  return (['p50', 'p95'] as const).flatMap(key => {
    const lost = row?.lost_percentiles[key].value;
    return lost === null || lost === undefined ? [] : [{name: key.toUpperCase(), lost}];
  });
}

const pointsOf = ({points}: LossCurve): Point[] =>
  points.map(({lost_callers, share}) => ({lost: lost_callers, share: share.share ?? 0, ends: share.ci95}));

interface OfEvent {
  report: Report;
  curves: LossCurve[];
  most: number;
  say: Words;
}

function Event({report, curves, most, say}: OfEvent) {
  const yearly = curves[0] !== undefined && isOfYears(report, curves[0]);
  const numbers = useNumbers();
  const nameOfRow = useNameOfRow(report);
  const names = useWords(packageWords);
  const title = (yearly ? say.yearly : say.event)(curves[0] ? nameOfRow(curves[0].row) : dash);
  const series = packagesOf(curves).flatMap((name): Series[] => {
    const curve = curves.find(one => one.package === name);
    return curve ? [{name: packageName(name, names), points: pointsOf(curve), dots: curve.dots}] : [];
  });
  const percentiles = percentilesOf(report, curves);
  const [half, tail] = percentiles.map(({lost}) => numbers.count(lost));
  const halves = half === undefined || yearly ? '' : tail === undefined ? say.half(half) : say.halves(half, tail);
  const ten = series[0]?.points.find(({lost}) => lost >= 10);
  return (
    <CurveFigure
      title={title}
      sentence={
        ten
          ? (yearly ? say.yearlySentence : say.eventSentence)(numbers.percent(ten.share), numbers.count(ten.lost)) +
            halves
          : halves
      }
      series={series}
      report={report}
      file="event.csv"
      yLabel={yearly ? say.shareOfYears : say.share}
      say={say}
      most={most}
      percentiles={percentiles}
    />
  );
}

interface TailLine {
  package: string;
  tail: Total['tails'][number];
}

function Tails({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const rows = report.table.totals.flatMap(total =>
    total.tails.map((tail): TailLine => ({package: packageName(total.package, names), tail})),
  );
  const columns: Column<TailLine>[] = [
    {key: 'package', head: say.package, heading: true, value: row => row.package},
    {
      key: 'level',
      head: say.level,
      numeric: true,
      value: row => row.tail.level,
      show: row => numbers.share(row.tail.level),
    },
    {key: 'var', head: say.var, numeric: true, value: row => row.tail.var, show: row => numbers.count(row.tail.var)},
    {
      key: 'cvar',
      head: say.cvar,
      numeric: true,
      value: row => row.tail.cvar,
      show: row => numbers.count(row.tail.cvar),
    },
    {
      key: 'points',
      head: say.points,
      numeric: true,
      value: row => row.tail.points,
      show: row => numbers.count(row.tail.points),
    },
  ];
  return (
    <>
      <DataTable caption={say.tails} columns={columns} rows={rows} id={row => `${row.package} ${row.tail.level}`} />
      <p>
        <small>{say.tailsNote}</small>
      </p>
    </>
  );
}

/** Counts that somebody published; only in a report that has a past outage: the section on validation has them all. */
function pastOf(report: Report): PastOutage[] {
  const replays = rowsOf(report).some(({role}) => role === 'history');
  return replays ? report.table.history.filter(({basis}) => basis === 'reported') : [];
}

function History({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const dutch = useLanguage() === 'nl';
  const columns: Column<PastOutage>[] = [
    {key: 'outage', head: say.outage, heading: true, value: row => (dutch ? row.name_nl : row.name_en)},
    {key: 'year', head: say.year, numeric: true, value: row => row.year},
    {key: 'count', head: say.count, numeric: true, value: row => row.count, show: row => numbers.count(row.count)},
    {key: 'definition', head: say.definition, value: row => (dutch ? row.definition_nl : row.definition_en)},
    {key: 'source', head: say.source, value: row => row.source},
  ];
  return (
    <>
      <DataTable
        caption={say.history}
        columns={columns}
        rows={pastOf(report)}
        id={row => `${row.outage} ${row.count}`}
      />
      <p>
        <small>{say.historyNote}</small>
      </p>
    </>
  );
}

/** `all`: those that are compared, which have one axis. */
function Events({report, events, all, say}: {report: Report; events: LossCurve[][]; all: LossCurve[][]; say: Words}) {
  const most = commonEnd(all.flat().map(curve => ({name: '', points: pointsOf(curve)})));
  return (
    <div class="pair">
      {events.map(curves => (
        <Event
          key={`${curves[0]?.row} ${curves[0]?.plan} ${curves[0]?.duration}`}
          report={report}
          curves={curves}
          most={most}
          say={say}
        />
      ))}
    </div>
  );
}

/** Events whose curve is seen at once; the others are a click away. */
const most = 6;

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const all = eventsOf(asTheyStand(report.loss_curves));
  const ofYears = (curves: LossCurve[]) => curves[0] !== undefined && isOfYears(report, curves[0]);
  const [events, years] = [all.filter(curves => !ofYears(curves)), all.filter(ofYears)];
  return (
    <>
      {report.table.totals.length > 0 && (
        <>
          <h3>{say.perYear}</h3>
          <div class="pair">
            <Year report={report} which="aep" say={say} />
            <Year report={report} which="oep" say={say} />
          </div>
          <p>
            <small>{say.band}</small>
          </p>
          <Tails report={report} say={say} />
          {pastOf(report).length > 0 && <History report={report} say={say} />}
        </>
      )}
      {years.length > 0 && (
        <>
          <h3>{say.years}</h3>
          <Events report={report} events={years} all={years} say={say} />
        </>
      )}
      {events.length > 0 && (
        <>
          <h3>{say.each}</h3>
          <Events report={report} events={events.slice(0, most)} all={events} say={say} />
        </>
      )}
      {events.length > most && (
        <details>
          <summary>{say.others(String(events.length - most))}</summary>
          <Events report={report} events={events.slice(most)} all={events} say={say} />
        </details>
      )}
    </>
  );
}

export const exceedance: Section = {
  id: 'exceedance',
  title: {nl: 'Overschrijdingskansen', en: 'Exceedance curves'},
  applies: report => report.table.totals.length > 0 || eventsOf(report.loss_curves).length > 0,
  Body,
};
