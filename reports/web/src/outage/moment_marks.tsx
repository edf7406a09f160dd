// What shows a moment in a chart over time, and what chooses it by keyboard and by finger.
import {inBoth, useWords} from '../language';
import {px} from '../parts/axes';
import {useAlive} from '../parts/data_table';
import type {Scale} from './axis';
import {useClock} from './clock';
import {showMoment, stopAt, stopsOf, useMoment, withinAxis} from './moment';
import type {Outage} from './outage';

const words = inBoth({
  nl: {
    moment: 'Moment',
    hint: 'Wijs een moment aan in de grafiek, of schuif: alle grafieken en de kaart tonen het.',
  },
  en: {
    moment: 'Moment',
    hint: 'Point at a moment in the chart, or slide: all charts and the map show it.',
  },
});

/** A line through the chart. */
export function MomentLine({x, top, bottom}: {x: Scale; top: number; bottom: number}) {
  const minute = withinAxis(x, useMoment());
  if (minute === null) return null;
  const at = px(x(minute));
  return <line class="pointed" x1={at} x2={at} y1={top} y2={bottom} />;
}

interface Props {
  outage: Outage;
  id: string;
  /** The values at a moment, in words. */
  values(minute: number): string;
}

/** Below a chart: arrow keys, Home and End go from moment to moment, Escape hides it. */
export function MomentSlider({outage, id, values}: Props) {
  const say = useWords(words);
  const clock = useClock();
  const alive = useAlive();
  const minute = useMoment();
  if (!alive) return null;
  const stops = stopsOf(outage);
  const place = stopAt(stops, minute ?? 0);
  const at = stops[place] ?? 0;
  const told = `${clock.since(at)}: ${values(at)}`;
  return (
    <div class="moment-choice">
      <label for={id}>{say.moment}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={place}
        aria-valuetext={told}
        onFocus={() => showMoment(at)}
        onInput={event => showMoment(stops[Number(event.currentTarget.value)] ?? 0)}
        onKeyDown={event => event.key === 'Escape' && showMoment(null)}
      />
      <p class={minute === null ? 'quiet' : ''}>{minute === null ? say.hint : told}</p>
    </div>
  );
}
