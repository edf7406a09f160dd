import type {ComponentChildren} from 'preact';

/** What may be wider than the page: scrolls by itself, also by keyboard. `label` says what it is. */
export function Scrolled({label, children}: {label: string; children: ComponentChildren}) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}

/** The head of a table, of columns of text. */
export function Heads({heads}: {heads: string[]}) {
  return (
    <thead>
      <tr>
        {heads.map(head => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
