// The moment that somebody points at, one for all charts over time of a page.
import {useEffect, useState} from 'preact/hooks';
import {binsOf, type Outage} from './outage';
import type {Scale} from './axis';

type Listener = (minute: number | null) => void;

/** Minutes since the onset; null: nobody points. */
let shown: number | null = null;
let listeners: Listener[] = [];

export function showMoment(minute: number | null): void {
  if (minute === shown) return;
  shown = minute;
  listeners.forEach(tell => tell(minute));
}

export function useMoment(): number | null {
  const [minute, setMinute] = useState<number | null>(null);
  useEffect(() => {
    setMinute(shown);
    listeners = [...listeners, setMinute];
    return () => {
      listeners = listeners.filter(one => one !== setMinute);
    };
  }, []);
  return minute;
}

/** The moments that a chart can tell: where its bins begin, and the onset. */
export function stopsOf(outage: Outage): number[] {
  const begins = outage.edges.slice(0, binsOf(outage));
  return [...new Set([...begins, ...((begins[0] ?? 0) <= 0 ? [0] : [])])].sort((a, b) => a - b);
}

/** The last of the stops that is not after a moment. */
export function stopAt(stops: number[], minute: number): number {
  let place = 0;
  while (place + 1 < stops.length && (stops[place + 1] ?? Infinity) <= minute) place += 1;
  return place;
}

/** Within the axis, or nothing. */
export function withinAxis(x: Scale, minute: number | null): number | null {
  const domain = x.domain();
  const [from, to] = [domain[0] ?? 0, domain[domain.length - 1] ?? 0];
  return minute !== null && minute >= from && minute <= to ? minute : null;
}

/** Of a drawing `width` units wide: the mouse shows a moment while it is over it, a finger where it taps. */
export function pointerOf(outage: Outage, x: Scale, width: number) {
  const stops = stopsOf(outage);
  const point = (event: PointerEvent) => {
    const {left, width: wide} = (event.currentTarget as Element).getBoundingClientRect();
    const minute = withinAxis(x, x.invert(((event.clientX - left) * width) / wide));
    if (minute !== null) showMoment(stops[stopAt(stops, minute)] ?? 0);
  };
  return {
    onPointerDown: point,
    onPointerMove: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') point(event);
    },
    onPointerLeave: (event: PointerEvent) => {
      if (event.pointerType === 'mouse') showMoment(null);
    },
  };
}
