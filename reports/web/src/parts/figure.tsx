import type {ComponentChildren} from 'preact';
import {inBoth, useWords} from '../language';
import {Scrolled} from './scrolled';

const words = inBoth({nl: {figures: 'Cijfers bij deze figuur'}, en: {figures: 'Figures of this chart'}});

interface Props {
  title: string;
  /** One sentence made from the data: what the drawing shows. */
  sentence: string;
  /** Width and height of the drawing, in its own units: about 1/16 em. */
  size: readonly [number, number];
  /** The same numbers. */
  table: ComponentChildren;
  children: ComponentChildren;
}

/** A chart: its sentence, the drawing, the numbers as a table. */
export function Figure({title, sentence, size: [width, height], table, children}: Props) {
  const say = useWords(words);
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong> {sentence}
      </figcaption>
      <Scrolled label={title}>
        <svg
          class="chart"
          role="img"
          aria-label={`${title} ${sentence}`}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
        >
          {children}
        </svg>
      </Scrolled>
      <details>
        <summary>{say.figures}</summary>
        {table}
      </details>
    </figure>
  );
}
