// What was asked for and changes nothing, said beside the figures and at its field.
import {inBoth, useWords} from '../language';
import type {Warning} from './answers';

const words = inBoth({
  nl: {
    idle: 'Verandert niets:',
    desks: 'alle rollen van deze meldkamer hebben eigen plaatsen (role_desks); zet die van een rol.',
  },
  en: {
    idle: 'Changes nothing:',
    desks: 'all roles of this meldkamer have desks of their own (role_desks); set those of a role.',
  },
});

/** In the language of the page where it is one that the page knows, else as the program says it. */
export function useWarning(): (warning: Warning) => string {
  const say = useWords(words);
  return ({name, message}) => `${say.idle} ${name === 'idle-desks' ? say.desks : message}`;
}

export function Warnings({warnings}: {warnings: Warning[]}) {
  const warned = useWarning();
  return (
    <>
      {warnings.map(warning => (
        <p key={warning.at + warning.name} class="warning">
          <code>{warning.at}</code> {warned(warning)}
        </p>
      ))}
    </>
  );
}
