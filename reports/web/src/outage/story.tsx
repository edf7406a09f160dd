// One outage from beginning to end.
import {useState} from 'preact/hooks';
import {AnswerTimes} from './answer_times';
import {FailedGraph} from './failed_graph';
import {Gantt} from './gantt';
import {OutageMap} from './outage_map';
import {binsOf, type Outage} from './outage';
import {Shortage} from './shortage';
import {Tail} from './tail';
import {Timeline} from './timeline';

export function OutageStory({outage, id}: {outage: Outage; id: string}) {
  const [which, setWhich] = useState(0);
  return (
    <>
      {binsOf(outage) > 0 && <Timeline outage={outage} id={id} />}
      <Tail outage={outage} id={id} which={which} onShow={setWhich} />
      {outage.courses.length > 0 && <OutageMap outage={outage} id={id} which={which} onShow={setWhich} />}
      <Gantt outage={outage} id={id} which={which} />
      <Shortage outage={outage} />
      <AnswerTimes outage={outage} />
      <FailedGraph outage={outage} />
    </>
  );
}
