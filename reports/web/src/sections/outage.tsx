import type {Report, Story} from '../document';
import {inBoth, useLanguage, useWords} from '../language';
import {MapShapes} from '../outage/map_frame';
import {OutageStory} from '../outage/story';
import {nameOf, useAim} from '../parts/row_name';
import {rowsOf} from '../parts/rows';
import type {Section} from '../section';

const words = inBoth({
  nl: {
    lead:
      'Wat er met de bellers gebeurt, wie het overneemt en wie daardoor te kort komt. Curven zijn gemiddelden ' +
      'over de replicaties; kaart en balken tonen één mogelijk verloop.',
    chosen: (n: number) =>
      `Van de ${n} rijen waarbij met de huidige maatregelen de meeste bellers niet op tijd bereikt worden; cijfers van de andere ` +
      'staan in de impacttabel.',
  },
  en: {
    lead:
      'What becomes of the callers, who takes over and who runs short because of it. Curves are means over the ' +
      'replications; map and bars show one possible course.',
    chosen: (n: number) =>
      `Of the ${n} rows that lose most callers under the present measures; figures of the others stand in the ` +
      'impact table.',
  },
});

function Body({report}: {report: Report}) {
  const say = useWords(words);
  const language = useLanguage();
  const {stories, left_out} = report.outages;
  const aim = useAim();
  const rowOf = (story: Story) =>
    rowsOf(report).find(one => one.row === story.row && one.plan === story.plan && one.duration === story.duration);
  const name = (story: Story) => {
    const row = rowOf(story);
    return (row && nameOf(row, language)) || story.row;
  };
  const aimed = (story: Story) => {
    const row = rowOf(story);
    return row ? aim(row) : story.row;
  };
  return (
    <>
      <p>{say.lead}</p>
      {left_out > 0 && <p>{say.chosen(stories.length)}</p>}
      <MapShapes />
      {stories.map((story, place) => (
        <details key={place} class="story" open={place === 0}>
          <summary>
            <h3>
              {name(story)} <small>{[aimed(story), story.plan, story.duration].filter(Boolean).join(' · ')}</small>
            </h3>
          </summary>
          <OutageStory outage={story.outage} id={`outage-${place}`} />
        </details>
      ))}
    </>
  );
}

export const outage: Section = {
  id: 'outage',
  title: {nl: 'Verloop van de uitval', en: 'Course of the outage'},
  applies: report => report.outages.stories.length > 0,
  Body,
};
