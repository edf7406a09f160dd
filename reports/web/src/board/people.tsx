// Of every hundred people who needed help: those who were not reached in time.
import {inBoth, useWords} from '../language';

const words = inBoth({
  nl: {
    label: (late: number) => `Van elke 100 mensen die hulp nodig hadden: ${late} niet op tijd bereikt.`,
    late: 'niet op tijd bereikt',
    inTime: 'op tijd, of even laat als anders',
  },
  en: {
    label: (late: number) => `Of every 100 people who needed help: ${late} not reached in time.`,
    late: 'not reached in time',
    inTime: 'in time, or as late as otherwise',
  },
});

const pitch = {x: 26, y: 30};
const columns = 10;

/** A head and shoulders, in the cell of that number. */
const person = (cell: number) =>
  `M${9 + pitch.x * (cell % columns)} ${6 + pitch.y * Math.floor(cell / columns)}` +
  'a4 4 0 1 0 8 0a4 4 0 1 0-8 0zm-3 18v-5a7 7 0 0 1 14 0v5z';
const cells = (from: number, to: number, path: (cell: number) => string) =>
  Array.from({length: Math.max(0, to - from)}, (_, at) => path(from + at)).join('');

/** `share` of them are late: filled, at the top. */
export function People({share}: {share: number}) {
  const say = useWords(words);
  const late = Math.min(100, Math.max(0, Math.round(100 * share)));
  return (
    <div class="people">
      <svg viewBox={`0 0 ${columns * pitch.x} ${10 * pitch.y}`} role="img" aria-label={say.label(late)}>
        <path class="in-time" d={cells(late, 100, person)} />
        <path class="late" d={cells(0, late, person)} />
      </svg>
      <p>{say.label(late)}</p>
    </div>
  );
}
