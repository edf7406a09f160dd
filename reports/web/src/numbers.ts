// Numbers for people, as reports/words/numbers.cpp writes them: few digits, the signs of the language. Without Intl, which the
// engine in the program does not have.
import {formatLocale, type FormatLocaleObject} from 'd3-format';
import type {Ends, Interval, Language, Share} from './document';
import {useLanguage} from './language';

const locales: Record<Language, FormatLocaleObject> = {
  nl: formatLocale({decimal: ',', thousands: '.', grouping: [3], currency: ['', ''], minus: '-'}),
  en: formatLocale({decimal: '.', thousands: ',', grouping: [3], currency: ['', ''], minus: '-'}),
};

export const dash = '–';
type Maybe = number | null | undefined;
const absent = (value: Maybe): value is null | undefined =>
  value === null || value === undefined || !Number.isFinite(value);

export class Numbers {
  /** By number of decimals: to make one costs more than to use it. */
  private readonly formats: ((value: number) => string)[] = [];

  constructor(private readonly language: Language) {}

  private fixed(value: number, decimals: number): string {
    const format = (this.formats[decimals] ??= locales[this.language].format(`,.${decimals}f`));
    return format(value);
  }

  /** 1,234; 12.3; 0.42. */
  count(value: Maybe): string {
    if (absent(value)) return dash;
    const size = Math.abs(value);
    if (size === 0 || Number.isInteger(value)) return this.fixed(value, 0);
    return this.fixed(value, size >= 99.95 ? 0 : size >= 0.995 ? 1 : 2);
  }
  signed(value: Maybe): string {
    return absent(value) ? dash : (value > 0 ? '+' : '') + this.count(value);
  }
  ends(ends: Ends, one: (value: Maybe) => string = value => this.count(value)): string {
    return ends === null || absent(ends[0]) || absent(ends[1]) ? dash : `[${one(ends[0])}; ${one(ends[1])}]`;
  }
  interval(interval: Interval): string {
    return interval.ci95 === null
      ? this.count(interval.value)
      : `${this.count(interval.value)} ${this.ends(interval.ci95)}`;
  }
  /** Of a difference: +1.2 [-0.3; +2.7]. */
  signedInterval(interval: Interval): string {
    return interval.ci95 === null
      ? this.signed(interval.value)
      : `${this.signed(interval.value)} ${this.ends(interval.ci95, value => this.signed(value))}`;
  }
  /** A part of one, in whole per cents: 65 %. */
  share(value: Maybe): string {
    return absent(value) ? dash : `${this.fixed(100 * value, 0)}\u00a0%`;
  }
  /** Of so many cases: 65 %; none is an upper bound, all a lower one: ≤ 5 %, ≥ 95 %. */
  chance(share: Share): string {
    const [low, high] = share.ci95 ?? [null, null];
    if (share.hits === 0 && !absent(high)) return `≤\u00a0${this.share(Math.ceil(100 * high) / 100)}`;
    if (share.hits === share.of && !absent(low)) return `≥\u00a0${this.share(Math.floor(100 * low) / 100)}`;
    return this.share(share.share);
  }
  /** With a digit where whole per cents would say 0 or hide what is small. */
  percent(value: Maybe): string {
    return absent(value)
      ? dash
      : `${this.fixed(100 * value, value <= 0 || value >= 0.095 ? 0 : value >= 0.00095 ? 1 : 2)}\u00a0%`;
  }
  /** 65 % [52; 76]. */
  proportion(share: Share): string {
    const ends = this.ends(share.ci95, value => (absent(value) ? dash : this.fixed(100 * value, 0)));
    return absent(share.share) ? dash : `${this.share(share.share)} ${ends}`;
  }
  /** A difference of shares: 9.6 pp. */
  points(value: Maybe): string {
    const unit = this.language === 'nl' ? '%-punt' : 'pp';
    return absent(value) ? dash : `${this.fixed(100 * value, 1)}\u00a0${unit}`;
  }
  decimal(value: Maybe, decimals: number): string {
    return absent(value) ? dash : this.fixed(value, decimals);
  }
  /** Events a year, two significant digits. */
  rate(value: Maybe): string {
    if (absent(value)) return dash;
    if (value === 0) return '0';
    const decimals = Math.max(0, 1 - Math.floor(Math.log10(Math.abs(value))));
    return this.fixed(value, Math.min(decimals, 6));
  }
  /** A power of ten: 0.01, 100. */
  decade(value: number): string {
    return this.fixed(value, Math.max(0, -Math.round(Math.log10(value))));
  }
  /** 45 s, 4.2 min, 3.3 h, 2.1 d. */
  time(seconds: Maybe): string {
    if (absent(seconds)) return dash;
    const hour = this.language === 'nl' ? 'u' : 'h';
    if (seconds < 60) return `${this.fixed(seconds, 0)}\u00a0s`;
    if (seconds < 3600) return `${this.fixed(seconds / 60, seconds % 60 === 0 ? 0 : 1)}\u00a0min`;
    if (seconds < 100 * 3600) return `${this.fixed(seconds / 3600, seconds % 3600 === 0 ? 0 : 1)}\u00a0${hour}`;
    return `${this.fixed(seconds / 86400, 1)}\u00a0d`;
  }
}

const numbers = {nl: new Numbers('nl'), en: new Numbers('en')};

export function useNumbers(): Numbers {
  return numbers[useLanguage()];
}
