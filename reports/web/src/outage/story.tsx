// One outage from beginning to end.
import {AnswerTimes} from './answer_times';
import {FailedGraph} from './failed_graph';
import {Gantt} from './gantt';
import {OutageMap} from './outage_map';
import {binsOf, type Outage} from './outage';
import {Shortage} from './shortage';
import {Timeline} from './timeline';

export function OutageStory({outage, id}: {outage: Outage; id: string}) {
  return (
    <>
      {binsOf(outage) > 0 && <Timeline outage={outage} id={id} />}
      {outage.courses.length > 0 && <OutageMap outage={outage} id={id} />}
      <Gantt outage={outage} id={id} />
      <Shortage outage={outage} />
      <AnswerTimes outage={outage} />
      <FailedGraph outage={outage} />
    </>
  );
}
