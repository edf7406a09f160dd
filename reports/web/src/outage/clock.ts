// Time since the onset, for people.
import {inBoth, useWords} from '../language';

const words = inBoth({
  nl: {
    minutes: (m: number) => `${m} min`,
    hours: (h: number, m: number) => (m ? `${h} u ${m} min` : `${h} u`),
    days: (d: number, h: number) => (h ? `${d} d ${h} u` : `${d} d`),
    onset: 'begin',
    before: (t: string) => `${t} voor het begin`,
    after: (t: string) => `${t} na het begin`,
  },
  en: {
    minutes: (m: number) => `${m} min`,
    hours: (h: number, m: number) => (m ? `${h} h ${m} min` : `${h} h`),
    days: (d: number, h: number) => (h ? `${d} d ${h} h` : `${d} d`),
    onset: 'onset',
    before: (t: string) => `${t} before the onset`,
    after: (t: string) => `${t} after the onset`,
  },
});

export interface Clock {
  /** 12 min, 3 h 5 min, 2 d 4 h. */
  span(minutes: number): string;
  /** 12 min after the onset. */
  since(minutes: number): string;
}

export function useClock(): Clock {
  const say = useWords(words);
  const span = (minutes: number) => {
    const all = Math.round(minutes);
    if (all < 60) return say.minutes(all);
    if (all < 48 * 60) return say.hours(Math.floor(all / 60), all % 60);
    const hours = Math.round(all / 60);
    return say.days(Math.floor(hours / 24), hours % 24);
  };
  const since = (minutes: number) =>
    Math.round(minutes) === 0 ? say.onset : minutes < 0 ? say.before(span(-minutes)) : say.after(span(minutes));
  return {span, since};
}

/** Places for ticks on an axis in minutes: whole hours and days, at most about `most`. */
export function ticksBetween(from: number, to: number, most = 8): number[] {
  const steps = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7 * 1440, 28 * 1440, 91 * 1440];
  const year = 364 * 1440;
  const step = steps.find(minutes => (to - from) / minutes <= most) ?? year * Math.ceil((to - from) / (most * year));
  const out: number[] = [];
  for (let at = Math.ceil(from / step) * step + 0; at <= to; at += step) out.push(at);
  return out;
}
