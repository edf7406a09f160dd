import {inBoth, useWords} from '../language';
import {useNumbers} from '../numbers';
import type {Offer} from './answers';

const words = inBoth({
  nl: {
    limit: (time: string, n: string, quick: string) =>
      `De server beëindigt een berekening na ${time} (--limit), een van hoogstens ${n} replicaties na ${quick}.`,
    passed: (n: string, time: string) =>
      `Naar de voorproef te rekenen duren ${n} replicaties ongeveer ${time}: langer dan dat.`,
  },
  en: {
    limit: (time: string, n: string, quick: string) =>
      `The server ends a run after ${time} (--limit), one of at most ${n} replications after ${quick}.`,
    passed: (n: string, time: string) =>
      `Judging by the preview, ${n} replications take about ${time}: longer than that.`,
  },
});

interface Props {
  offer: Offer;
  /** How long a replication took in the preview; null: not known. */
  pace_s: number | null;
  replications: number;
}

/** The limits of the server, and whether what is asked would pass it. */
export function Limit({offer, pace_s, replications}: Props) {
  const say = useWords(words);
  const numbers = useNumbers();
  const expected_s = (pace_s ?? 0) * replications;
  const limit_s = replications > offer.quick_replications ? offer.limit_s : offer.quick_limit_s;
  return (
    <p class="quiet" aria-live="polite">
      {say.limit(
        numbers.time(offer.limit_s),
        numbers.count(offer.quick_replications),
        numbers.time(offer.quick_limit_s),
      )}
      {expected_s > limit_s && <strong> {say.passed(numbers.count(replications), numbers.time(expected_s))}</strong>}
    </p>
  );
}
