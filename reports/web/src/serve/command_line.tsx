import {useState} from 'preact/hooks';
import {inBoth, useWords} from '../language';

const words = inBoth({
  nl: {command: 'Opdrachtregel', copy: 'Kopieer', copied: 'Gekopieerd'},
  en: {command: 'Command line', copy: 'Copy', copied: 'Copied'},
});

/** The same as a line for a terminal. */
export function CommandLine({command}: {command: string}) {
  const say = useWords(words);
  const [copied, setCopied] = useState('');
  const copy = () => void navigator.clipboard.writeText(command).then(() => setCopied(command));
  return (
    <div class="command">
      <span class="name">{say.command}</span>
      <Command words={command} />
      <button type="button" onClick={copy}>
        {say.copy}
      </button>
      <span role="status">{copied === command && command ? say.copied : ''}</span>
    </div>
  );
}

/** Wraps between words and not at their hyphens. */
export function Command({words: line}: {words: string}) {
  return (
    <code>
      {line.split(' ').map((word, index) => (
        <>
          {index > 0 && ' '}
          <span class="word">{word}</span>
        </>
      ))}
    </code>
  );
}
