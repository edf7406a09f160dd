// From begin to return as a timetable has it: every moment with its time, in order, none on top of another.
import {inBoth, useWords} from '../language';
import {useClock} from '../outage/clock';
import {momentOf, type Moment, type MomentName, type Outage} from '../outage/outage';

const words = inBoth({
  nl: {
    title: 'In de helft van de gevallen uiterlijk',
    begin: 'begin',
    detected: 'bekend',
    decided: 'besloten',
    switched: 'elders beantwoord',
    repaired: 'hersteld',
    returned: 'oproepen terug',
    recovered: 'dienst terug',
    nation: 'dienst landelijk terug',
    later: (time: string) => `later dan ${time}`,
  },
  en: {
    title: 'In half of the cases by then',
    begin: 'begin',
    detected: 'known',
    decided: 'decided',
    switched: 'answered elsewhere',
    repaired: 'repaired',
    returned: 'calls back',
    recovered: 'service back',
    nation: 'service back nationally',
    later: (time: string) => `later than ${time}`,
  },
});

const told: MomentName[] = ['detected', 'decided', 'switched', 'repaired', 'returned', 'recovered'];

/** Half of the replications came to it by then; or only later, as far as the data go. */
interface Stop {
  name: MomentName;
  minute: number;
  later: boolean;
}

function stopsOf(outage: Outage): Stop[] {
  const stopOf = ({name, n, of, not_needed, p50, later_than}: Moment): Stop[] => {
    const half = 2 * (n + (name === 'recovered' ? 0 : not_needed)) >= of;
    if (p50 !== null) return half && p50 > 0 ? [{name, minute: p50, later: false}] : [];
    return later_than === null ? [] : [{name, minute: later_than, later: true}];
  };
  const found = told.flatMap(name => outage.moments.filter(moment => moment.name === name).flatMap(stopOf));
  return found.sort((a, b) => Number(a.later) - Number(b.later) || a.minute - b.minute);
}

/** Between these somebody else answers. */
const isAway = (stops: Stop[], place: number): boolean => {
  const away = stops.findIndex(({name}) => name === 'switched');
  const home = stops.findIndex(({name}) => name === 'returned');
  return away >= 0 && place >= away && (home < 0 || place < home);
};

export function Stops({outage}: {outage: Outage}) {
  const say = useWords(words);
  const clock = useClock();
  const stops = stopsOf(outage);
  if (stops.length === 0) return null;
  const open = momentOf(outage, 'switched') ? ' waits' : '';
  return (
    <div class="stops">
      <h3>{say.title}</h3>
      <ol>
        <li class={`stop${open}`}>
          <b>0</b> {say.begin}
        </li>
        {stops.map(({name, minute, later}, place) => (
          <li
            key={name}
            class={`stop${later ? ' later' : ''}${isAway(stops, place) ? ' away' : stops.slice(place + 1).some(one => one.name === 'switched') ? ' waits' : ''}`}
          >
            <b>{later ? say.later(clock.span(minute)) : clock.span(minute)}</b>{' '}
            {say[name === 'recovered' && outage.recovery_of === 'nation' ? 'nation' : name]}
          </li>
        ))}
      </ol>
    </div>
  );
}
