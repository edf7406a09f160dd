// What is asked on the page. It lives in the fragment of the address, so that a reload or a bookmark asks the same.
import type {Order} from './server';

export interface Question {
  world: string;
  scenario: string;
  /** Instead of a scenario. */
  threat: string;
  target: string;
  at: string;
  duration: string;
  plan: string;
  measures: string[];
  /** Values by address. */
  set: Record<string, string>;
  /** A whole number, as typed. */
  seed: string;
}

export const noQuestion: Question = {
  world: '',
  scenario: '',
  threat: '',
  target: '',
  at: '',
  duration: '',
  plan: '',
  measures: [],
  set: {},
  seed: '1',
};

/** Without what is empty. */
function filled(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) =>
      Array.isArray(value)
        ? value.length > 0
        : typeof value === 'object' && value !== null
          ? Object.keys(value).length > 0
          : value !== '' && value !== undefined,
    ),
  );
}

export function subjectOf(question: Question): Record<string, unknown> {
  const {world, scenario, threat, target, at, duration} = question;
  return filled(threat ? {world, threat, target, at, duration} : {scenario});
}

export function orderOf(question: Question, kind: string, more: Record<string, unknown> = {}): Order {
  const {plan, measures, set, seed} = question;
  return {kind, ...subjectOf(question), ...filled({plan, measures, set, seed: countOf(seed), ...more})};
}

/** A whole number; what is none stays as it was typed, for the server to refuse. */
export function countOf(text: string): number | string {
  return /^[0-9]{1,15}$/.test(text.trim()) ? Number(text) : text.trim();
}

export function toFragment(question: Question): string {
  const changed = Object.entries(question).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(noQuestion[key as keyof Question]),
  );
  return encodeURIComponent(JSON.stringify(Object.fromEntries(changed)));
}

/** Of the same type; lists and maps hold texts. */
function isLike(value: unknown, known: unknown): boolean {
  if (typeof known !== 'object') return typeof value === typeof known;
  return (
    typeof value === 'object' &&
    value !== null &&
    Array.isArray(value) === Array.isArray(known) &&
    Object.values(value).every(item => typeof item === 'string')
  );
}

/** What an address says; anything that is not a question is none. */
export function fromFragment(fragment: string): Question {
  try {
    const said = JSON.parse(decodeURIComponent(fragment.replace(/^#/, ''))) as Partial<Question>;
    const sound = Object.entries(said).filter(
      ([key, value]) => key in noQuestion && isLike(value, noQuestion[key as keyof Question]),
    );
    return {...noQuestion, ...Object.fromEntries(sound)};
  } catch {
    return noQuestion;
  }
}
