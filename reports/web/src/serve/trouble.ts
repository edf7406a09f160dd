import {inBoth, useWords} from '../language';
import type {Problem} from './answers';
import {Refused} from './server';

const words = inBoth({
  nl: {lost: 'De server antwoordt niet of kent dit tabblad niet. Open het adres dat uitwijk serve heeft getoond.'},
  en: {lost: 'The server does not answer or does not know this tab. Open the address that uitwijk serve showed.'},
});

/** Turns an error into problems for fields: what is no refusal is a server that is gone. */
export function useTrouble(): (error: unknown) => Problem[] {
  const say = useWords(words);
  return error => (error instanceof Refused ? error.problems : [{field: '', message: say.lost}]);
}
