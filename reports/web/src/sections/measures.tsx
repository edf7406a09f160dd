import type {Interval, Measures, Report} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers, type Numbers} from '../numbers';
import {intervalFields} from '../parts/csv_fields';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {headOfCsv} from '../parts/head_of_csv';
import {IntervalChart, intervalChartSize} from '../parts/interval_chart';
import {packageName, packageWords} from '../parts/packages';
import {useNameOfRow} from '../parts/row_name';
import type {Section} from '../section';

type Effect = Measures['rows'][number];
type Package = Measures['packages'][number];
type Even = Measures['break_even'][number];
type Together = Measures['together'][number];

const words = inBoth({
  nl: {
    intro:
      'Verschil met de huidige maatregelen, paarsgewijs: dezelfde bellers en dezelfde uren, met en zonder het ' +
      'pakket. Minder dan nul is minder niet op tijd bereikte bellers.',
    perEvent: 'Verschil per gebeurtenis.',
    sentence: (clear: string, all: string) =>
      `Bij ${clear} van de ${all} vergelijkingen is het verschil groter dan het toeval.`,
    largest: (some: string) => `De figuur toont de ${some} grootste verschillen, op een schaal van machten van tien.`,
    packages: 'Pakketten, opgeteld over hun dreigingen',
    package: 'Pakket',
    rows: 'Dreigingen',
    each: 'Niet op tijd bereikte bellers, elk één keer',
    year: 'Niet op tijd bereikte bellers per jaar',
    even: 'Omslagpunt van pakketten waarvan het effect is aangenomen: geen rangorde',
    evenNote:
      'Wat waar moet zijn om één niet op tijd bereikte beller per jaar te schelen: zijn gebeurtenissen komen minstens eens in ' +
      'zo veel jaar, of het heeft bij hun frequentie minstens dit deel van het aangenomen effect (meer dan 100 %: nooit).',
    years: 'Eens in jaren',
    share: 'Van het effect',
    threat: 'Dreiging',
    change: 'Verschil in niet op tijd bereikte bellers',
    clear: 'Meer dan toeval',
    yes: 'ja',
    no: 'nee',
    tied: 'niet te onderscheiden van het pakket erboven in niet op tijd bereikte bellers per gebeurtenis',
    together: 'Twee samen tegen de som van elk apart',
    more: 'Meer dan de som',
    unpaired: 'niet gepaard',
  },
  en: {
    intro:
      'Difference from present measures, pair by pair: the same callers and the same hours, with the package ' +
      'and without. Below zero is fewer lost callers.',
    perEvent: 'Difference per event.',
    sentence: (clear: string, all: string) => `In ${clear} of ${all} comparisons the difference is larger than chance.`,
    largest: (some: string) => `The drawing shows the ${some} largest differences, on a scale of powers of ten.`,
    packages: 'Packages, summed over their threats',
    package: 'Package',
    rows: 'Threats',
    each: 'Lost callers, each once',
    year: 'Lost callers a year',
    even: 'Break-even of packages whose effect is assumed: no rank',
    evenNote:
      'What must be true to take off one lost caller a year: its events come at least once in so many years, or it ' +
      'has at least this part of its assumed effect at their frequency (above 100 %: never).',
    years: 'Once in years',
    share: 'Of its effect',
    threat: 'Threat',
    change: 'Difference in lost callers',
    clear: 'More than chance',
    yes: 'yes',
    no: 'no',
    tied: 'not to be told from the package above in lost callers per event',
    together: 'Two together against the sum of each',
    more: 'More than the sum',
    unpaired: 'not paired',
  },
});

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const {measures} = report;
  return (
    <>
      <p>{say.intro}</p>
      {measures.packages.length > 0 && <Packages report={report} />}
      {measures.break_even.length > 0 && <BreakEvens report={report} />}
      <Effects report={report} />
      {measures.together.length > 0 && <InPairs report={report} />}
    </>
  );
}

function differenceColumn<Line>(
  key: string,
  head: string,
  of: (line: Line) => Interval,
  numbers: Numbers,
): Column<Line> {
  return {
    key,
    head,
    numeric: true,
    value: line => of(line).value,
    show: line => numbers.signedInterval(of(line)),
    fields: intervalFields(key, of),
  };
}

function Packages({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const columns: Column<Package>[] = [
    {
      key: 'package',
      head: say.package,
      heading: true,
      value: one => packageName(one.package, names),
      fields: [{key: 'package', value: one => one.package}],
      show: one => (
        <>
          {packageName(one.package, names)}
          {one.tied_with_package_before && <small>{say.tied}</small>}
        </>
      ),
    },
    {key: 'rows', head: say.rows, numeric: true, value: one => one.rows},
    differenceColumn('lost_callers', say.each, one => one.lost_callers, numbers),
    differenceColumn('lost_callers_per_year', say.year, one => one.lost_callers_per_year, numbers),
  ];
  return (
    <DataTable
      caption={say.packages}
      columns={columns}
      rows={report.measures.packages}
      id={one => one.package}
      csv={{file: 'packages.csv', head: headOfCsv(report)}}
    />
  );
}

function BreakEvens({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const names = useWords(packageWords);
  const columns: Column<Even>[] = [
    {key: 'package', head: say.package, heading: true, value: one => packageName(one.package, names)},
    {key: 'rows', head: say.rows, numeric: true, value: one => one.rows},
    {
      key: 'once_in_years',
      head: say.years,
      numeric: true,
      value: one => one.once_in_years.value,
      show: one => numbers.interval(one.once_in_years),
      fields: intervalFields('once_in_years', one => one.once_in_years),
    },
    {
      key: 'share_of_effect',
      head: say.share,
      numeric: true,
      value: one => one.share_of_effect_interval.value,
      show: ({share_of_effect_interval: {value, ci95}}) =>
        ci95 === null
          ? numbers.share(value)
          : `${numbers.share(value)} ${numbers.ends(ci95, end => numbers.share(end))}`,
      fields: intervalFields('share_of_effect', one => one.share_of_effect_interval),
    },
  ];
  return (
    <>
      <DataTable
        caption={say.even}
        columns={columns}
        rows={report.measures.break_even}
        id={one => one.package}
        csv={{file: 'break_even.csv', head: headOfCsv(report)}}
      />
      <p>{say.evenNote}</p>
    </>
  );
}

const effectId = (effect: Effect) => `${effect.row} ${effect.package}`;

/** More than this makes a drawing that nobody reads; the table has all. */
const most = 16;

function largest(effects: Effect[]): Effect[] {
  const size = (effect: Effect) => Math.abs(effect.lost_callers.value ?? 0);
  const kept = [...effects].sort((a, b) => size(b) - size(a)).slice(0, most);
  return effects.filter(effect => kept.includes(effect));
}

function Effects({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const nameOfRow = useNameOfRow(report);
  const names = useWords(packageWords);
  const {rows} = report.measures;
  const packages = [...new Set(rows.map(effect => effect.package))];
  const shown = largest(rows);
  const left = shown.length < rows.length;
  const clear = rows.filter(effect => effect.lost_callers.clear).length;
  const legend = packages.length > 1 ? packages.map(one => packageName(one, names)) : [];
  const ranges = shown.map(effect => ({
    id: effectId(effect),
    name: nameOfRow(effect.row),
    value: effect.lost_callers.value ?? 0,
    ends: effect.lost_callers.ci95,
    series: packages.indexOf(effect.package),
  }));
  return (
    <Figure
      title={say.perEvent}
      sentence={
        say.sentence(numbers.count(clear), numbers.count(rows.length)) +
        (left ? ` ${say.largest(numbers.count(shown.length))}` : '')
      }
      size={intervalChartSize(ranges.length, {legend: legend.length})}
      table={<EffectTable report={report} />}
    >
      <IntervalChart label={say.change} ranges={ranges} legend={legend} byDecades={left} />
    </Figure>
  );
}

function EffectTable({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const nameOfRow = useNameOfRow(report);
  const names = useWords(packageWords);
  const columns: Column<Effect>[] = [
    {
      key: 'row',
      head: say.threat,
      heading: true,
      value: effect => nameOfRow(effect.row),
      show: effect => (
        <>
          {nameOfRow(effect.row)}
          <small>{effect.row}</small>
        </>
      ),
      fields: [
        {key: 'name', value: effect => nameOfRow(effect.row)},
        {key: 'row', value: effect => effect.row},
      ],
    },
    {
      key: 'package',
      head: say.package,
      value: effect => packageName(effect.package, names),
      fields: [{key: 'package', value: effect => effect.package}],
    },
    differenceColumn('lost_callers', say.change, effect => effect.lost_callers, numbers),
    {
      key: 'clear',
      head: say.clear,
      value: effect => (effect.lost_callers.clear ? say.yes : say.no),
      show: effect =>
        `${effect.lost_callers.clear ? say.yes : say.no}${effect.lost_callers.paired ? '' : `, ${say.unpaired}`}`,
      fields: [
        {key: 'clear', value: effect => (effect.lost_callers.clear ? 'yes' : 'no')},
        {key: 'paired', value: effect => (effect.lost_callers.paired ? 'yes' : 'no')},
      ],
    },
    {
      key: 'lost_callers_per_year',
      head: say.year,
      numeric: true,
      value: effect => effect.lost_callers_per_year.value,
      show: effect => numbers.signed(effect.lost_callers_per_year.value),
      fields: intervalFields('lost_callers_per_year', effect => effect.lost_callers_per_year),
    },
  ];
  return (
    <DataTable
      caption={say.perEvent}
      columns={columns}
      rows={report.measures.rows}
      id={effectId}
      csv={{file: 'measures.csv', head: headOfCsv(report)}}
    />
  );
}

function InPairs({report}: {report: Report}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const columns: Column<Together>[] = [
    {key: 'row', head: say.threat, heading: true, value: one => one.row},
    {key: 'packages', head: say.package, value: one => `${one.first} + ${one.second}`},
    differenceColumn('more', say.more, one => one.more_than_sum, numbers),
  ];
  return (
    <DataTable
      caption={say.together}
      columns={columns}
      rows={report.measures.together}
      id={one => `${one.row} ${one.first} ${one.second}`}
    />
  );
}

export const measures: Section = {
  id: 'measures',
  title: {nl: 'Wat maatregelen veranderen', en: 'What measures change'},
  applies: report => report.measures.rows.length > 0,
  Body,
};
