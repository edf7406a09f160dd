// Where the parts of the graph of what failed stand, from cause to effect.
import dagre from '@dagrejs/dagre';
import type {Outage} from './outage';

export type Failed = NonNullable<Outage['failed']>;

export const box = {width: 190, height: 58};

export interface LaidOut {
  width: number;
  height: number;
  /** Middles, in the order of the parts. */
  parts: {x: number; y: number}[];
  links: {key: string; points: {x: number; y: number}[]}[];
}

export function laidOut({parts, links}: Failed): LaidOut {
  const graph = new dagre.graphlib.Graph()
    .setGraph({rankdir: 'LR', nodesep: 10, ranksep: 46, marginx: 4, marginy: 4})
    .setDefaultEdgeLabel(() => ({}));
  parts.forEach((_, place) => graph.setNode(String(place), {...box}));
  links.forEach(([from, to]) => graph.setEdge(String(from), String(to)));
  dagre.layout(graph);
  const {width = 0, height = 0} = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    parts: parts.map((_, place) => {
      const {x, y} = graph.node(String(place));
      return {x, y};
    }),
    links: graph.edges().map(edge => ({key: `${edge.v} ${edge.w}`, points: graph.edge(edge).points})),
  };
}
