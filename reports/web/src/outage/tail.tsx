// Every replication as a dot: what the worst have in common, and how the one that is chosen went.
import {useState} from 'preact/hooks';
import {Dots} from '../board/dots';
import {inBoth, useWords, wordOf} from '../language';
import {useNumbers} from '../numbers';
import {useAlive} from '../parts/data_table';
import {useClock} from './clock';
import {nameOfCentre, type Outage, type ShortCourse, type Tail as TailOf} from './outage';

const words = inBoth({
  nl: {
    title: 'Elke keer, en wat de slechtste gemeen hebben',
    common: (worst: string, of: string) => `De slechtste ${worst} van de ${of} keer:`,
    fact: (what: string, some: string, worst: string, others: string, rest: string) =>
      `${what} in ${some} van deze ${worst}, en in ${others} van de andere ${rest}.`,
    none: (worst: string, of: string) =>
      `De slechtste ${worst} van de ${of} keer hebben niets gemeen dat niet ook toeval kan zijn.`,
    failed_switch: 'Een omschakeling mislukt',
    not_taken_over: 'Er is een meldkamer van wie niemand het overneemt:',
    known_late: 'De uitval wordt later bekend dan in de helft van alle keren:',
    decided_late: 'Tot overname wordt later besloten dan in de helft van alle keren:',
    repaired_late: 'Het herstel komt later dan in de helft van alle keren:',
    many_callers: 'Er bellen meer mensen dan in de helft van alle keren:',
    choose: 'Kies een keer',
    told: (replication: string, lost: string, less: string, others: string) =>
      `Replicatie ${replication}: ${lost} mensen extra niet op tijd bereikt; bij ${less} van de ${others} andere zijn het er minder.`,
    rooms: (n: string) => `Meldkamers waarvan een functie uitvalt: ${n}.`,
    noRooms: 'Geen meldkamer verliest een functie.',
    known: (time: string) => `bekend na ${time}`,
    decided: (time: string) => `besloten na ${time}`,
    switched: (time: string) => `omgezet na ${time}`,
    to: (partner: string) => ` (naar ${partner})`,
    ownStaff: ' (met eigen mensen elders)',
    failed: (n: string) => `mislukte omschakelingen: ${n}`,
    notSwitched: 'niemand neemt het over',
    repaired: (time: string) => `hersteld na ${time}`,
    notRepaired: 'herstel niet gezien',
    returned: (time: string) => `terug na ${time}`,
    notReturned: 'terugkeer niet gezien',
    show: 'Toon dit verloop op de kaart en in de balken',
    shown: 'Dit verloop staat op de kaart en in de balken hieronder.',
    only: 'Op de kaart staan alleen een doorsnee en een ongunstig verloop.',
  },
  en: {
    title: 'Each time, and what the worst have in common',
    common: (worst: string, of: string) => `The worst ${worst} of the ${of} times:`,
    fact: (what: string, some: string, worst: string, others: string, rest: string) =>
      `${what} in ${some} of these ${worst}, and in ${others} of the other ${rest}.`,
    none: (worst: string, of: string) =>
      `The worst ${worst} of the ${of} times have nothing in common that could not be chance.`,
    failed_switch: 'A switch fails',
    not_taken_over: 'There is a meldkamer that nobody takes over:',
    known_late: 'The outage becomes known later than in half of all times:',
    decided_late: 'A takeover is decided on later than in half of all times:',
    repaired_late: 'The repair comes later than in half of all times:',
    many_callers: 'More people call than in half of all times:',
    choose: 'Choose a time',
    told: (replication: string, lost: string, less: string, others: string) =>
      `Replication ${replication}: ${lost} more people not reached in time; in ${less} of the ${others} others it is fewer.`,
    rooms: (n: string) => `Meldkamers that lose a function: ${n}.`,
    noRooms: 'No meldkamer loses a function.',
    known: (time: string) => `known after ${time}`,
    decided: (time: string) => `decided after ${time}`,
    switched: (time: string) => `switched after ${time}`,
    to: (partner: string) => ` (to ${partner})`,
    ownStaff: ' (own staff elsewhere)',
    failed: (n: string) => `failed switches: ${n}`,
    notSwitched: 'nobody takes over',
    repaired: (time: string) => `repaired after ${time}`,
    notRepaired: 'its repair was not seen',
    returned: (time: string) => `back after ${time}`,
    notReturned: 'its return was not seen',
    show: 'Show this course on the map and in the bars',
    shown: 'This course is on the map and in the bars below.',
    only: 'On the map there are a typical and an unfavourable course only.',
  },
});

interface Props {
  outage: Outage;
  id: string;
  /** Which of the courses is on the map. */
  which: number;
  onShow(which: number): void;
}

export function Tail({outage, id, which, onShow}: Props) {
  const say = useWords(words);
  const alive = useAlive();
  const {tail} = outage;
  const last = (tail?.courses.length ?? 0) - 1;
  const [chosen, setChosen] = useState(last);
  const course = tail?.courses[chosen];
  const prose = useProse(outage);
  if (!tail || !course || !tail.courses.some(([, lost]) => lost > 0)) return null;
  const place = outage.courses.findIndex(({replication}) => replication === course[0]);
  return (
    <div class="tail">
      <h4>{say.title}</h4>
      <Common tail={tail} />
      <Dots dots={tail.courses.map(([, lost]) => lost)} n={tail.of} chosen={chosen} onChoose={setChosen} />
      {alive && (
        <div class="moment-choice">
          <label for={`${id}-replication`}>{say.choose}</label>
          <input
            id={`${id}-replication`}
            type="range"
            min={0}
            max={last}
            step={1}
            value={chosen}
            aria-valuetext={prose(course, tail)}
            onInput={event => setChosen(Number(event.currentTarget.value))}
          />
          <p>
            {prose(course, tail)}{' '}
            {place < 0 ? (
              <span class="quiet">{outage.courses.length > 0 && say.only}</span>
            ) : place === which ? (
              say.shown
            ) : (
              <button type="button" class="download" onClick={() => onShow(place)}>
                {say.show}
              </button>
            )}
          </p>
        </div>
      )}
    </div>
  );
}

/** Nothing of few replications. */
function Common({tail: {of, worst, common}}: {tail: TailOf}) {
  const say = useWords(words);
  const numbers = useNumbers();
  if (worst === 0) return null;
  const [few, all] = [numbers.count(worst), numbers.count(of)];
  if (common.length === 0) return <p>{say.none(few, all)}</p>;
  return (
    <>
      <p>{say.common(few, all)}</p>
      <ul>
        {common.map(({fact, worst: some, others}) => (
          <li key={fact}>
            {say.fact(wordOf(say, fact), numbers.count(some), few, numbers.count(others), numbers.count(of - worst))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How a replication went, from begin to return. */
function useProse(outage: Outage): (course: ShortCourse, tail: TailOf) => string {
  const say = useWords(words);
  const numbers = useNumbers();
  const clock = useClock();
  return (course, {of, courses}) => {
    const [replication, lost, known, decided, switched, repaired, returned, failed, rooms, partner] = course;
    const share = courses.filter(one => one[1] < lost).length / courses.length;
    const told = say.told(
      String(replication),
      numbers.count(lost),
      numbers.count(Math.round(share * of)),
      numbers.count(of - 1),
    );
    const when = (minutes: number | null, then: (time: string) => string, never = '') =>
      minutes === null ? never : then(clock.span(minutes));
    const who = partner === null ? say.ownStaff : say.to(nameOfCentre(outage, partner));
    const steps = [
      when(known, say.known),
      when(decided, say.decided),
      rooms === 0 ? '' : switched === null ? say.notSwitched : when(switched, say.switched) + who,
      failed > 0 ? say.failed(numbers.count(failed)) : '',
      when(repaired, say.repaired, say.notRepaired),
      switched === null ? '' : when(returned, say.returned, say.notReturned),
    ].filter(Boolean);
    const list = steps.join(', ');
    const hit = rooms > 0 ? say.rooms(numbers.count(rooms)) : say.noRooms;
    return `${told} ${hit} ${list.charAt(0).toUpperCase()}${list.slice(1)}.`;
  };
}
