// Numbers as people say them: two significant digits, a share as so many in ten, a time in hours and minutes.
import type {Interval} from '../document';
import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';

const words = inBoth({
  nl: {
    none: 'geen',
    lessThanOne: 'minder dan één',
    people: (n: string, ends: string) => `${n}${ends} mensen`,
    lessThanOnePerson: (ends: string) => `minder dan één mens${ends}`,
    about: (n: string) => `ongeveer ${n}`,
    to: (low: string, high: string) => ` (${low} tot ${high})`,
    atMost: (high: string) => ` (hooguit ${high})`,
    all: 'vrijwel iedereen',
    inTen: (n: string) => `ruwweg ${n} op de tien`,
    oneIn: (n: string) => `ongeveer één op de ${n}`,
    upToNine: 'één,twee,drie,vier,vijf,zes,zeven,acht,negen',
    minutes: (m: number) => (m === 1 ? '1 minuut' : `${m} minuten`),
    hours: (h: string) => `${h} uur`,
    hoursMinutes: (h: string, m: number) => `${h} uur en ${m} minuten`,
    days: (d: string) => `${d} dagen`,
  },
  en: {
    none: 'no',
    lessThanOne: 'less than one',
    people: (n: string, ends: string) => `${n}${ends} people`,
    lessThanOnePerson: (ends: string) => `less than one person${ends}`,
    about: (n: string) => `about ${n}`,
    to: (low: string, high: string) => ` (${low} to ${high})`,
    atMost: (high: string) => ` (${high} at most)`,
    all: 'nearly everybody',
    inTen: (n: string) => `roughly ${n} in ten`,
    oneIn: (n: string) => `about one in ${n}`,
    upToNine: 'one,two,three,four,five,six,seven,eight,nine',
    minutes: (m: number) => (m === 1 ? '1 minute' : `${m} minutes`),
    hours: (h: string) => (h === '1' ? '1 hour' : `${h} hours`),
    hoursMinutes: (h: string, m: number) => `${h === '1' ? '1 hour' : `${h} hours`} and ${m} minutes`,
    days: (d: string) => `${d} days`,
  },
});

/** Two significant digits of a number that is at least ten, else a whole one. */
export function rounded(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, Math.abs(value)))) - 1);
  return Math.round(value / unit) * unit;
}

export interface Spoken {
  /** 760; 7; less than one; no. */
  number(value: number): string;
  /** about 760 (730 to 790); nothing in brackets where there is no interval. */
  about(interval: Interval): string;
  /** about 7 (3 to 14) people. */
  people(interval: Interval): string;
  /** roughly three in ten; about one in 350; "" of none. */
  part(share: number): string;
  /** 45 minutes, 3 hours and 20 minutes, 2 days. */
  time(seconds: number): string;
}

export function useSpoken(): Spoken {
  const say = useWords(words);
  const numbers = useNumbers();
  const number = (value: number) => {
    if (value <= 0) return say.none;
    return value < 0.995 ? say.lessThanOne : numbers.count(rounded(value));
  };
  const ends = ({ci95}: Interval) => {
    const [low, high] = ci95 ?? [null, null];
    if (low === null || high === null || low === high) return '';
    const plain = (value: number) => numbers.count(rounded(value));
    return low < 0.5 ? say.atMost(plain(Math.ceil(high))) : say.to(plain(low), plain(high));
  };
  const about = (interval: Interval) => {
    const value = interval.value ?? 0;
    const said = number(value);
    return (value < 0.995 ? said : say.about(said)) + ends(interval);
  };
  const people = (interval: Interval) =>
    (interval.value ?? 0) < 0.995
      ? say.lessThanOnePerson(ends(interval))
      : say.people(say.about(number(interval.value ?? 0)), ends(interval));
  const part = (share: number) => {
    if (!(share > 0)) return '';
    const tenths = Math.round(share * 10);
    if (tenths >= 10) return say.all;
    if (share < 0.075) return say.oneIn(numbers.count(rounded(1 / share)));
    return say.inTen(say.upToNine.split(',')[Math.max(1, tenths) - 1] ?? '');
  };
  const time = (seconds: number) => {
    const minutes = Math.max(1, Math.round(seconds / 60));
    if (minutes < 90) return say.minutes(minutes);
    const fives = Math.round(minutes / 5) * 5;
    const [hours, rest] = [numbers.count(Math.floor(fives / 60)), fives % 60];
    if (fives >= 48 * 60) return say.days(numbers.count(Math.round(minutes / 144) / 10));
    return rest === 0 ? say.hours(hours) : say.hoursMinutes(hours, rest);
  };
  return {number, about, people, part, time};
}
