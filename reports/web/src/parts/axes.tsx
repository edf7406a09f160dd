import type {ComponentChildren} from 'preact';

/** A coordinate as it is written: a tenth is finer than anybody sees. */
export function px(value: number): number {
  return Math.round(10 * value) / 10;
}

/** Where the drawing proper lies. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface Tick {
  at: number;
  text: string;
}

interface Props {
  frame: Frame;
  ticks: Tick[];
  label: string;
}

/** Below the frame, with lines through it. */
export function XAxis({frame: {left, right, top, bottom}, ticks, label}: Props) {
  return (
    <g class="axis">
      {ticks.map(({at, text}) => (
        <g key={text}>
          <line x1={px(at)} x2={px(at)} y1={top} y2={bottom} class="grid" />
          <text x={px(at)} y={bottom + 16} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      <line x1={left} x2={right} y1={bottom} y2={bottom} class="base" />
      <text x={px((left + right) / 2)} y={bottom + 36} text-anchor="middle" class="label">
        {label}
      </text>
    </g>
  );
}

/** Left of the frame; its name stands above it, to be read without turning one's head. */
export function YAxis({frame: {left, right, top}, ticks, label}: Props) {
  return (
    <g class="axis">
      {ticks.map(({at, text}) => (
        <g key={text}>
          <line x1={left} x2={right} y1={px(at)} y2={px(at)} class="grid" />
          <text x={left - 6} y={px(at + 4)} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <text x={0} y={top - 12} class="label">
        {label}
      </text>
    </g>
  );
}

/** A series' number decides its colour, its dashes and its mark, so that colour is never alone. */
export function seriesClass(index: number): string {
  return `series series-${index % 6}`;
}

export function Mark({index, x, y}: {index: number; x: number; y: number}) {
  const [cx, cy, r] = [px(x), px(y), 4];
  const shapes: Record<number, ComponentChildren> = {
    0: <circle cx={cx} cy={cy} r={r} />,
    1: <rect x={px(cx - r)} y={px(cy - r)} width={2 * r} height={2 * r} />,
    2: <path d={`M${cx},${px(cy - r - 1)}l${r + 1},${2 * r}h${-2 * r - 2}z`} />,
    3: <path d={`M${cx},${px(cy - r - 1)}l${r + 1},${r + 1}l${-r - 1},${r + 1}l${-r - 1},${-r - 1}z`} />,
    4: <path d={`M${cx},${px(cy + r + 1)}l${r + 1},${-2 * r}h${-2 * r - 2}z`} />,
    5: <circle cx={cx} cy={cy} r={r} class="hollow" />,
  };
  return <g class={`mark mark-${index % 6}`}>{shapes[index % 6]}</g>;
}

/** Names of series with their line and mark, one below the other. */
export function Legend({x, y, names}: {x: number; y: number; names: string[]}) {
  return (
    <g class="legend">
      {names.map((name, index) => (
        <g key={name}>
          <line x1={x} x2={x + 28} y1={y + 18 * index} y2={y + 18 * index} class={seriesClass(index)} />
          <Mark index={index} x={x + 14} y={y + 18 * index} />
          <text x={x + 34} y={y + 18 * index + 4}>
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Decades, for a logarithmic axis from `low` to `high`. */
export function decades(low: number, high: number): number[] {
  const out: number[] = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; ++power) out.push(10 ** power);
  return out;
}
