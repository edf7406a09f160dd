import type {Level, Report, Row} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {dash, useNumbers} from '../numbers';
import {px} from '../parts/axes';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {isRaised, levelWords, likelihoodOf, meanClass, raisedSign} from '../parts/levels';
import {packageName, packageWords} from '../parts/packages';
import {nameOf} from '../parts/row_name';
import {asTheyStand, rowId, sameEvent} from '../parts/rows';
import type {Section} from '../section';
import {FnLine} from './fn_line';

const words = inBoth({
  nl: {
    matrix: 'Risicomatrix: van nu naar na maatregelen.',
    sentence: (count: string, moved: string) =>
      `${count} gebeurtenissen met een frequentie staan op hun gemiddelde impactklasse; bij ` +
      `${moved === '0' ? 'geen ervan' : moved} verschuift een maatregelenpakket die met meer dan een tiende ` +
      'klasse.',
    caveat:
      'Een matrix kan binnen een vak verkeerd ordenen; zie ook het verwachte aantal per jaar en de ' +
      'overschrijdingscurve.',
    raised: (sign: string) =>
      `${sign}: het niveau van de gebeurtenis is hoger dan dat van het vak van haar gemiddelde klasse, want het is het ` +
      'niveau dat door alle gebeurtenissen op het toegestane deel na niet wordt overschreden.',
    impactClass: 'Impactklasse',
    likelihood: 'Kans',
    number: 'Nr.',
    threat: 'Gebeurtenis',
    now: 'Klasse nu',
    after: 'Klasse na',
    package: 'Pakket',
    likelihoodClass: 'Kansklasse',
    level: 'Niveau',
    stated: 'Daarnaast uitgesproken:',
  },
  en: {
    matrix: 'Risk matrix: from now to after measures.',
    sentence: (count: string, moved: string) =>
      `${count} events with a frequency stand at their mean impact class; for ` +
      `${moved === '0' ? 'none of them' : moved} a package of measures moves it by more than a tenth of a ` +
      'class.',
    caveat: 'A matrix can rank wrongly within a cell; see also the expected number a year and the exceedance curve.',
    raised: (sign: string) =>
      `${sign}: the level of the event is above that of the cell of its mean class, for it is the level that all but ` +
      'the tolerated share of events keep to.',
    impactClass: 'Impact class',
    likelihood: 'Likelihood',
    number: 'No.',
    threat: 'Event',
    now: 'Class now',
    after: 'Class after',
    package: 'Package',
    likelihoodClass: 'Likelihood class',
    level: 'Level',
    stated: 'Said besides:',
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;

/** An event in the matrix, and where a package brings it. */
interface Lane {
  number: number;
  now: Row;
  after: Row | null;
  /** Its level, where that is above the one of the cell. */
  raised: Level | null;
}

function lanesOf(report: Report): Lane[] {
  const rows = asTheyStand(report.table.annual);
  const current = rows.filter(row => row.package === 'current');
  const shown = current.length > 0 ? current : rows;
  return shown.flatMap((now, index): Lane[] => {
    const others = rows.filter(
      row => row !== now && sameEvent(row, now) && row.package !== 'current' && row.package !== 'inherent',
    );
    const raised = now.year && isRaised(report, now) ? now.year.level : null;
    return others.length > 0 && current.length > 0
      ? others.map(after => ({number: index + 1, now, after, raised}))
      : [{number: index + 1, now, after: null, raised}];
  });
}

const cell = {width: 112, left: 74, top: 10, lane: 26, least: 56};

const placeOf = (impact: number) => cell.left + (Math.min(Math.max(impact, 0.55), 5.45) - 0.5) * cell.width;

/** Of the longest word of a level, with its sign. */
const wordWidth = 94;

/** From left to right what a circle, its arrow and its word cover. */
function coverOf({now, after, raised}: Lane): [number, number] {
  const ends = [placeOf(meanClass(now)), placeOf(meanClass(after ?? now))];
  return [Math.min(...ends) - 13, Math.max(...ends) + 13 + (raised ? wordWidth : 0)];
}

/** Side by side where they do not cover each other. */
function packed(lanes: Lane[]): Lane[][] {
  const out: Lane[][] = [];
  for (const lane of lanes) {
    const [left, right] = coverOf(lane);
    const free = out.find(row => row.every(other => coverOf(other)[1] <= left || coverOf(other)[0] >= right));
    if (free) free.push(lane);
    else out.push([lane]);
  }
  return out;
}

interface CellRow {
  k: number;
  packed: Lane[][];
}

const cellRows = (lanes: Lane[]): CellRow[] =>
  [5, 4, 3, 2, 1].map(k => ({k, packed: packed(lanes.filter(one => likelihoodOf(one.now) === k))}));
const heightOfRow = (row: CellRow) => Math.max(cell.least, cell.lane * row.packed.length + 26);

function MatrixDrawing({report, lanes, say}: {report: Report; lanes: Lane[]; say: Words}) {
  const level = useWords(levelWords);
  const x = placeOf;
  const rows = cellRows(lanes);
  const heights = rows.map(heightOfRow);
  const tops = heights.map((_, index) => cell.top + heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  return (
    <>
      {rows.map(({k, packed}, row) => (
        <g key={k}>
          <text
            x={cell.left - 10}
            y={px((tops[row] ?? 0) + (heights[row] ?? 0) / 2 + 5)}
            text-anchor="end"
            class="label"
          >
            K{k}
          </text>
          {(report.bounds.matrix[k - 1] ?? []).map((one: Level, column) => (
            <g key={column} class={`level level-${one}`}>
              <rect x={cell.left + column * cell.width} y={tops[row]} width={cell.width} height={heights[row]} />
              <text x={cell.left + column * cell.width + 6} y={(tops[row] ?? 0) + 15}>
                {level[one]}
              </text>
            </g>
          ))}
          {packed.flatMap((inside, place) =>
            inside.map(lane => {
              const {number, now, after, raised} = lane;
              const y = (tops[row] ?? 0) + 34 + place * cell.lane;
              return (
                <g key={`${number} ${after?.package ?? ''}`} class="lane">
                  {after && Math.abs(meanClass(after) - meanClass(now)) > 0.02 && (
                    <Arrow from={x(meanClass(now))} to={x(meanClass(after))} y={y} />
                  )}
                  <circle cx={px(x(meanClass(now)))} cy={y} r={10} />
                  <text x={px(x(meanClass(now)))} y={y + 4} text-anchor="middle">
                    {number}
                  </text>
                  {raised && (
                    <text class="raised" x={px(coverOf(lane)[1] - wordWidth + 2)} y={y + 4}>
                      {raisedSign} {level[raised]}
                    </text>
                  )}
                </g>
              );
            }),
          )}
        </g>
      ))}
      {[1, 2, 3, 4, 5].map(impact => (
        <text key={impact} x={x(impact)} y={heightOf(heights) - 24} text-anchor="middle" class="label">
          I{impact}
        </text>
      ))}
      <text x={x(3)} y={heightOf(heights) - 6} text-anchor="middle" class="label">
        {say.impactClass}
      </text>
      <text x={0} y={cell.top + 12} class="label">
        {say.likelihood}
      </text>
    </>
  );
}

function heightOf(heights: number[]): number {
  return cell.top + heights.reduce((sum, height) => sum + height, 0) + 42;
}

/** With room for a word beside the last column. */
function matrixWidth(lanes: Lane[]): number {
  return Math.ceil(Math.max(cell.left + 5 * cell.width + 4, ...lanes.map(lane => coverOf(lane)[1])));
}

function matrixHeight(lanes: Lane[]): number {
  return heightOf(cellRows(lanes).map(heightOfRow));
}

/** From the edge of the circle; ends in a hollow circle, so that it is seen where it is short. */
function Arrow({from, to, y}: {from: number; to: number; y: number}) {
  const way = Math.sign(to - from);
  return (
    <g class="arrow">
      <line x1={px(from)} x2={px(to)} y1={y} y2={y} />
      <path d={`M${px(to - 7 * way)},${y - 5}L${px(to)},${y}L${px(to - 7 * way)},${y + 5}`} />
    </g>
  );
}

function Matrix({report, say}: {report: Report; say: Words}) {
  const numbers = useNumbers();
  const language = useLanguage();
  const level = useWords(levelWords);
  const names = useWords(packageWords);
  const lanes = lanesOf(report);
  const moved = lanes.filter(({now, after}) => after && Math.abs(meanClass(after) - meanClass(now)) > 0.1).length;
  const columns: Column<Lane>[] = [
    {key: 'number', head: say.number, numeric: true, value: ({number}) => number},
    {
      key: 'row',
      head: say.threat,
      heading: true,
      value: ({now}) => nameOf(now, language),
      show: ({now}) => (
        <>
          {nameOf(now, language)}
          <small>{now.row}</small>
        </>
      ),
    },
    {key: 'likelihood', head: say.likelihoodClass, value: ({now}) => `K${likelihoodOf(now)}`},
    {
      key: 'class_now',
      head: say.now,
      numeric: true,
      value: ({now}) => meanClass(now),
      show: ({now}) => numbers.decimal(meanClass(now), 2),
    },
    {key: 'level_now', head: say.level, value: ({now}) => (now.year ? level[now.year.level] : dash)},
    {key: 'package', head: say.package, value: ({after}) => (after ? packageName(after.package, names) : dash)},
    {
      key: 'class_after',
      head: say.after,
      numeric: true,
      value: ({after}) => (after ? meanClass(after) : null),
      show: ({after}) => (after ? numbers.decimal(meanClass(after), 2) : dash),
    },
    {key: 'level_after', head: say.level, value: ({after}) => (after?.year ? level[after.year.level] : dash)},
  ];
  return (
    <Figure
      title={say.matrix}
      sentence={say.sentence(numbers.count(new Set(lanes.map(({number}) => number)).size), numbers.count(moved))}
      size={[matrixWidth(lanes), matrixHeight(lanes)]}
      table={
        <DataTable
          caption={say.matrix}
          columns={columns}
          rows={lanes}
          id={({now, after}) => rowId(now) + (after?.package ?? '')}
        />
      }
    >
      <MatrixDrawing report={report} lanes={lanes} say={say} />
    </Figure>
  );
}

/** What the numbers in the matrix stand for: also on paper, where the table is folded away. */
function Numbered({lanes}: {lanes: Lane[]}) {
  const language = useLanguage();
  const each = lanes.filter(({number}, index) => lanes[index - 1]?.number !== number);
  return (
    <ol class="numbered">
      {each.map(({number, now}) => (
        <li key={number}>{nameOf(now, language)}</li>
      ))}
    </ol>
  );
}

function Body({report}: {report: Report}) {
  const say = useWords(words);
  return (
    <>
      <Matrix report={report} say={say} />
      <Numbered lanes={lanesOf(report)} />
      <p>
        {say.caveat} {lanesOf(report).some(({raised}) => raised) && say.raised(raisedSign)}
      </p>
      {report.table.totals.length > 0 && report.table.line.length > 0 && <FnLine report={report} />}
      {report.bounds.stated && (
        <p>
          {say.stated} „{report.bounds.stated}”.
        </p>
      )}
    </>
  );
}

export const matrix: Section = {
  id: 'matrix',
  title: {nl: 'Risicomatrix en F-N-lijn', en: 'Risk matrix and F-N line'},
  applies: report => report.table.annual.length > 0,
  Body,
};
