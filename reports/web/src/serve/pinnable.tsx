import {inBoth, useWords} from '../language';
import type {Offer, RunResult} from './answers';
import {MeasuresView} from './measures_view';

const words = inBoth({nl: {pin: 'Zet vast om te vergelijken'}, en: {pin: 'Pin to compare'}});

/** What a run says, and the button that keeps it. */
export function Pinnable({result, offer, pin}: {result: RunResult; offer: Offer; pin(result: RunResult): void}) {
  const say = useWords(words);
  return (
    <>
      <MeasuresView result={result} offer={offer} />
      <p>
        <button type="button" onClick={() => pin(result)}>
          {say.pin}
        </button>
      </p>
    </>
  );
}
