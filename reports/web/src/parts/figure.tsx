import type {ComponentChildren} from 'preact';
import {useRef} from 'preact/hooks';
import {inBoth, useWords} from '../language';
import {useAlive} from './data_table';
import {FigureDataContext, type FigureData} from './figure_data';
import {SaveMenu} from './save_menu';
import {Scrolled} from './scrolled';

const words = inBoth({nl: {figures: 'Cijfers bij deze figuur'}, en: {figures: 'Figures of this chart'}});

interface Pointer {
  onPointerDown(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
  onPointerLeave(event: PointerEvent): void;
}

interface Props {
  title: string;
  /** One sentence made from the data: what the drawing shows. */
  sentence: string;
  /** Width and height of the drawing, in its own units: about 1/16 em. */
  size: readonly [number, number];
  /** The same numbers. */
  table: ComponentChildren;
  /** They as CSV; a `DataTable` in `table` says so itself. */
  data?: FigureData;
  /** What its signs mean. */
  legend?: ComponentChildren;
  /** What follows the pointer over it. */
  pointer?: Pointer;
  /** Below the drawing: what chooses a moment in it. */
  below?: ComponentChildren;
  /** Its drawing is in the page already: it stays, and `children` has nothing. */
  kept?: boolean;
  children: ComponentChildren;
}

/** A page that comes alive leaves what is in there alone. */
const nothing = {__html: ''};

/** A chart: its sentence, the drawing, the numbers as a table, and what takes it along. */
export function Figure({
  title,
  sentence,
  size: [width, height],
  table,
  data,
  legend,
  pointer,
  below,
  kept,
  children,
}: Props) {
  const say = useWords(words);
  const alive = useAlive();
  const figure = useRef<HTMLElement | null>(null);
  const told = useRef<FigureData | null>(null);
  return (
    <figure ref={figure}>
      <figcaption>
        <strong>{title}</strong> {sentence}
      </figcaption>
      {legend}
      <Scrolled label={title}>
        <svg
          class="chart"
          role="img"
          aria-label={`${title} ${sentence}`}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          {...pointer}
          {...(kept ? {dangerouslySetInnerHTML: nothing} : {children})}
        />
      </Scrolled>
      {below}
      <details>
        <summary>{say.figures}</summary>
        <FigureDataContext.Provider value={told}>{table}</FigureDataContext.Provider>
      </details>
      {alive && <SaveMenu figure={figure} title={title} sentence={sentence} data={() => data ?? told.current} />}
    </figure>
  );
}
