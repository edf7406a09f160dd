// Where the classes begin and end, as the criteria of the document have it.
import type {Bounds} from '../document';
import {inBoth, useWords, wordOf} from '../language';
import {useNumbers, type Numbers} from '../numbers';
import {DataTable, type Column} from './data_table';

const words = inBoth({
  nl: {
    impact: 'Impactklassen: toename ten opzichte van de tweeling, per gebeurtenis',
    criterion: 'Criterium',
    likelihood: 'Kansklassen: gebeurtenissen per jaar in het hele land',
    class: 'Klasse',
    perYear: 'Per jaar',
    lost_callers: 'Extra niet op tijd bereikte bellers',
    late_help: 'Later gealarmeerd: eerste eenheid meer dan 5 min later dan in de tweeling, of nooit',
    late_callers: 'Later geholpen: discipline meer dan 1 min later dan in de tweeling, of nooit',
    unreachable_112: '112 onbereikbaar, in landelijke minuten',
    dispatch_impossible: 'Uitgifte onmogelijk, in landelijke minuten',
    wrong_dispatch: 'Deel foute uitgiften',
    recovery: 'Hersteltijd dienstverlening',
    raises: (by: string) =>
      'De klasse van een gebeurtenis is de slechtste van haar criteria; later geholpen, onbereikbaar en uitgifte ' +
      'onmogelijk tellen tot ten hoogste twee klassen boven niet op tijd bereikt en later gealarmeerd. De hersteltijd verhoogt ' +
      `haar, tot haar eigen klasse en met ten hoogste ${by}.`,
    never: 'De hersteltijd verhoogt de klasse niet.',
    tolerable: (impact: string, share: string) =>
      `De langst toelaatbare duur is die waarbij I${impact} in ten hoogste ${share} van de gebeurtenissen ` +
      'wordt overschreden.',
  },
  en: {
    impact: 'Impact classes: increase over the twin, per event',
    criterion: 'Criterion',
    likelihood: 'Likelihood classes: events a year in the whole country',
    class: 'Class',
    perYear: 'A year',
    lost_callers: 'Extra lost callers',
    late_help: 'Late help: first unit alerted more than 5 min later than in the twin, or never',
    late_callers: 'Late callers: discipline more than 1 min later than in the twin, or never',
    unreachable_112: '112 unreachable, in national minutes',
    dispatch_impossible: 'Dispatch impossible, in national minutes',
    wrong_dispatch: 'Share of wrong dispatches',
    recovery: 'Recovery of the service',
    raises: (by: string) =>
      'The class of an event is the worst of its criteria; late callers, unreachable and dispatch impossible count ' +
      'up to two classes above lost callers and late help. The time to recover raises it, up to its own class ' +
      `and by ${by} at most.`,
    never: 'The time to recover does not raise the class.',
    tolerable: (impact: string, share: string) =>
      `The longest tolerable duration is the one at which I${impact} is exceeded in at most ${share} of the events.`,
  },
});

type Words = ReturnType<typeof useWords<typeof words.nl>>;
interface Line {
  name: string;
  bounds: number[];
  text: (value: number) => string;
}

/** "≤ 1", "> 1–10", "> 1,000": a bound belongs to the class below it. */
export function classText(bounds: number[], index: number, text: (value: number) => string): string {
  const [from, to] = [bounds[index - 1], bounds[index]];
  if (from === undefined) return to === undefined ? '' : `≤\u00a0${text(to)}`;
  return to === undefined ? `>\u00a0${text(from)}` : `>\u00a0${text(from)} – ${text(to)}`;
}

function linesOf({impact, recovery_s}: Bounds, say: Words, numbers: Numbers): Line[] {
  const texts: Record<string, (value: number) => string> = {
    lost_callers: value => numbers.count(value),
    late_help: value => numbers.count(value),
    late_callers: value => numbers.count(value),
    wrong_dispatch: value => numbers.percent(value),
  };
  const time = (value: number) => numbers.time(value);
  return [
    ...Object.entries(impact).map(([criterion, bounds]): Line => ({
      name: wordOf(say, criterion),
      bounds,
      text: texts[criterion] ?? time,
    })),
    {name: say.recovery, bounds: recovery_s, text: time},
  ];
}

export function ClassBounds({bounds}: {bounds: Bounds}) {
  const say = useWords(words);
  const numbers = useNumbers();
  const impact: Column<Line>[] = [
    {key: 'criterion', head: say.criterion, heading: true, value: ({name}) => name},
    ...[0, 1, 2, 3, 4].map((index): Column<Line> => ({
      key: `i${index + 1}`,
      head: `I${index + 1}`,
      numeric: true,
      value: line => classText(line.bounds, index, line.text),
    })),
  ];
  const likelihood: Column<number>[] = [
    {key: 'class', head: say.class, heading: true, value: index => `K${index + 1}`},
    {
      key: 'per_year',
      head: say.perYear,
      numeric: true,
      value: index =>
        classText(bounds.likelihood_per_y, index, value =>
          numbers.decimal(value, String(value).split('.')[1]?.length ?? 0),
        ),
    },
  ];
  return (
    <>
      <DataTable caption={say.impact} columns={impact} rows={linesOf(bounds, say, numbers)} id={({name}) => name} />
      <p>
        {bounds.recovery_raises_by > 0 ? say.raises(numbers.count(bounds.recovery_raises_by)) : say.never}{' '}
        {say.tolerable(numbers.count(bounds.tolerable_class), numbers.share(bounds.tolerable_share))}
      </p>
      <DataTable caption={say.likelihood} columns={likelihood} rows={[0, 1, 2, 3, 4]} id={index => `K${index + 1}`} />
    </>
  );
}
