// The country with what was hit, at the first moment at which something is.
import {inBoth, useWords} from '../language';
import {MapFrame, firstAnswerFails, hasMap} from '../outage/map_frame';
import {binFrom, binsOf, nameOfCentre, type Course, type Outage} from '../outage/outage';

const words = inBoth({
  nl: {
    hit: (names: string) => `Getroffen: ${names}.`,
    nation: 'heel Nederland: 112 is niet of niet altijd bereikbaar',
  },
  en: {
    hit: (names: string) => `Hit: ${names}.`,
    nation: 'the whole country: 112 cannot, or not always, be reached',
  },
});

const isHit = (letter: string | undefined): boolean => letter === 'x' || letter === 'l' || letter === 'o';

function firstHit(outage: Outage, course: Course): number | undefined {
  for (let bin = binFrom(outage, 0); bin < binsOf(outage); ++bin)
    if (course.states.some(letters => isHit(letters[bin]))) return bin;
  return undefined;
}

export function Hit({outage}: {outage: Outage}) {
  const say = useWords(words);
  const course = outage.courses[0];
  const bin = course && firstHit(outage, course);
  if (!course || bin === undefined || !hasMap(outage)) return null;
  const rooms = course.states.flatMap((letters, centre) => (isHit(letters[bin]) ? [nameOfCentre(outage, centre)] : []));
  const sentence = say.hit(firstAnswerFails(outage, course, bin) ? say.nation : rooms.join(', '));
  return (
    <div class="hit">
      <MapFrame outage={outage} course={course} bin={bin} label={sentence} />
      <p>{sentence}</p>
    </div>
  );
}
