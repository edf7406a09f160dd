import type {Report, Tornado} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import {DataTable, type Column} from '../parts/data_table';
import {Figure} from '../parts/figure';
import {headOfCsv} from '../parts/head_of_csv';
import {IntervalChart, intervalChartSize} from '../parts/interval_chart';
import {packageName, packageWords} from '../parts/packages';
import {useNameOfRow} from '../parts/row_name';
import type {Section} from '../section';

type One = Tornado['tornados'][number];
interface End {
  parameter: string;
  end: One['bars'][number]['ends'][number];
}

const words = inBoth({
  nl: {
    sentence: (parameter: string, lost: string) =>
      `De meeste beweging komt van ${parameter}; zonder verandering kost het ${lost} extra niet op tijd bereikte bellers.`,
    nothing: (lost: string) =>
      `Geen van de getallen verschuift het resultaat meer dan het toeval; zonder verandering kost het ${lost} ` +
      'extra niet op tijd bereikte bellers.',
    parameter: 'Invoergetal',
    value: 'Waarde',
    change: 'Verandering in niet op tijd bereikte bellers',
    clear: 'Meer dan toeval',
    yes: 'ja',
    no: 'nee',
    left: (settings: string) => `Weggelaten, want zonder resultaat ernaast zoals het is: ${settings}.`,
    use: 'Hetzelfde toeval bij elke waarde. Wat het meest beweegt, verdient het eerst gemeten te worden.',
  },
  en: {
    sentence: (parameter: string, lost: string) =>
      `Most of the movement comes from ${parameter}; without a change it costs ${lost} extra lost callers.`,
    nothing: (lost: string) =>
      `None of the numbers moves the result by more than chance; without a change it costs ${lost} extra lost callers.`,
    parameter: 'Input',
    value: 'Value',
    change: 'Change of lost callers',
    clear: 'More than chance',
    yes: 'yes',
    no: 'no',
    left: (settings: string) => `Left out, no result as it stands beside it: ${settings}.`,
    use: 'The same random numbers for every value. What moves most is what to go and measure first.',
  },
});

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const left = report.tornado?.without_base ?? [];
  return (
    <>
      <p>{say.use}</p>
      {(report.tornado?.tornados ?? []).map(one => (
        <Bars key={`${one.row} ${one.package}`} report={report} one={one} />
      ))}
      {left.length > 0 && <p>{say.left(left.join('; '))}</p>}
    </>
  );
}

function Bars({report, one}: {report: Report; one: One}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const nameOfRow = useNameOfRow(report);
  const names = useWords(packageWords);
  const ends = one.bars.flatMap(({parameter, ends: both}) => both.map((end): End => ({parameter, end})));
  const first = one.bars.find(bar => bar.clear);
  const title = `${nameOfRow(one.row)}, ${packageName(one.package, names)}.`;
  const columns: Column<End>[] = [
    {key: 'parameter', head: say.parameter, heading: true, value: ({parameter}) => parameter},
    {key: 'value', head: say.value, value: ({end}) => end.value},
    {
      key: 'change',
      head: say.change,
      numeric: true,
      value: ({end}) => end.difference.value,
      show: ({end}) =>
        `${numbers.signed(end.difference.value)} ${numbers.ends(end.difference.ci95, value => numbers.signed(value))}`,
    },
    {key: 'clear', head: say.clear, value: ({end}) => (end.clear ? say.yes : say.no)},
  ];
  return (
    <Figure
      title={title}
      sentence={
        first
          ? say.sentence(first.parameter, numbers.interval(one.lost_callers))
          : say.nothing(numbers.interval(one.lost_callers))
      }
      size={intervalChartSize(ends.length)}
      table={
        <DataTable
          caption={title}
          columns={columns}
          rows={ends}
          id={({parameter, end}) => `${parameter} ${end.value}`}
          csv={{file: 'tornado.csv', head: headOfCsv(report)}}
        />
      }
    >
      <IntervalChart
        label={say.change}
        ranges={ends.map(({parameter, end}) => ({
          id: `${parameter} ${end.value}`,
          name: `${parameter} = ${end.value}`,
          value: end.difference.value ?? 0,
          ends: end.difference.ci95,
          series: one.bars.findIndex(bar => bar.parameter === parameter),
        }))}
      />
    </Figure>
  );
}

export const tornado: Section = {
  id: 'tornado',
  title: {nl: 'Welk getal beweegt het resultaat', en: 'Which number moves the result'},
  applies: ({tornado: one}) => (one?.tornados.length ?? 0) + (one?.without_base?.length ?? 0) > 0,
  Body,
};
