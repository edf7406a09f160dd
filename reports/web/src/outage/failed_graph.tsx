// What failed and what it pulled with it, from cause to effect; for the analyst.
import {line} from 'd3-shape';
import {inBoth, useWords} from '../language';
import {Figure} from '../parts/figure';
import {Heads, Scrolled} from '../parts/scrolled';
import {useClock} from './clock';
import {inTwo} from './labels';
import {box, laidOut, type Failed, type LaidOut} from './laid_out';
import {shortName, type FailedPart, type Outage} from './outage';

const words = inBoth({
  nl: {
    title: 'Wat uitviel en wat het meenam.',
    places: (n: number) => `op ${n} meldkamers`,
    lost: 'functie uitgevallen',
    failed: 'component uitgevallen',
    what: 'Wat',
    of: 'Van',
    where: 'Waar',
    from: 'Vanaf',
    because: 'Door',
    nation: 'landelijk',
    summary: (components: number, functions: number) =>
      (components === 1 ? '1 soort componenten werkt' : `${components} soorten componenten werken`) +
      ' een tijd niet; daardoor ' +
      (functions === 1 ? 'valt 1 functie uit.' : `vallen ${functions} functies uit.`),
    note: 'In het doorsnee verloop. Een pijl loopt van wat uitvalt naar wat het nodig heeft.',
  },
  en: {
    title: 'What failed and what it took with it.',
    places: (n: number) => `at ${n} meldkamers`,
    lost: 'function lost',
    failed: 'component failed',
    what: 'What',
    of: 'Of',
    where: 'Where',
    from: 'From',
    because: 'Because of',
    nation: 'national',
    summary: (components: number, functions: number) =>
      (components === 1 ? '1 sort of component does' : `${components} sorts of components do`) +
      ' not work for a while; ' +
      (functions === 1 ? '1 function is' : `${functions} functions are`) +
      ' lost by it.',
    note: 'In the typical course. An arrow goes from what fails to what needs it.',
  },
});

export function FailedGraph({outage}: {outage: Outage}) {
  const say = useWords(words);
  const {failed} = outage;
  if (!failed) return null;
  const functions = failed.parts.filter(part => part.function).length;
  // Nothing in the browser, where the drawing is there already.
  const graph: LaidOut | null = laidOut(failed);
  return (
    <div class="failed">
      <Figure
        title={say.title}
        sentence={`${say.summary(failed.parts.length - functions, functions)} ${say.note}`}
        size={[graph?.width ?? 0, graph?.height ?? 0]}
        kept={!graph}
        table={<PartTable failed={failed} />}
      >
        {graph && <Drawing failed={failed} graph={graph} />}
      </Figure>
    </div>
  );
}

/** Of a line of a name in a box. */
const letters = 29;

function Drawing({failed, graph}: {failed: Failed; graph: LaidOut}) {
  const say = useWords(words);
  const path = line<{x: number; y: number}>()
    .digits(1)
    .x(({x}) => x)
    .y(({y}) => y);
  return (
    <>
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path class="ink" d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {graph.links.map(({key, points}) => (
        <path key={key} class="link" marker-end="url(#arrow)" d={path(points) ?? ''} />
      ))}
      {failed.parts.map((part, place) => {
        const {x, y} = graph.parts[place] ?? {x: 0, y: 0};
        const [only] = part.centres;
        const where = part.centres.length > 1 ? say.places(part.centres.length) : shortName(only ?? say.nation);
        return (
          <g key={place} transform={`translate(${Math.round(x - box.width / 2)} ${Math.round(y - box.height / 2)})`}>
            <rect
              class={part.function ? 'lost' : 'part'}
              width={box.width}
              height={box.height}
              rx={part.function ? 12 : 2}
            />
            {inTwo(part.name, letters).map((text, line) => (
              <text key={line} x="8" y={17 + 14 * line}>
                {text}
              </text>
            ))}
            <text class="quiet" x="8" y="48">
              {where}
            </text>
          </g>
        );
      })}
    </>
  );
}

function PartTable({failed}: {failed: Failed}) {
  const say = useWords(words);
  const clock = useClock();
  const causes = (place: number) =>
    failed.links.flatMap(([from, to]) => (to === place ? [failed.parts[from]?.name ?? ''] : []));
  const where = ({centres}: FailedPart) => (centres.length > 0 ? centres.map(shortName).join(', ') : say.nation);
  return (
    <Scrolled label={say.title}>
      <table>
        <Heads heads={[say.what, say.of, say.where, say.from, say.because]} />
        <tbody>
          {failed.parts.map((part, place) => (
            <tr key={place}>
              <th scope="row">
                {part.name}
                <small>{part.function ? say.lost : say.failed}</small>
              </th>
              <td>{part.owner}</td>
              <td>{where(part)}</td>
              <td>{clock.since(part.from)}</td>
              <td>{causes(place).join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
