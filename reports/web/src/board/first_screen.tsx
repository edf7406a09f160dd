// The first screen: the sentence, the number as people or dots, the moments, and what helps.
import type {ComponentChildren} from 'preact';
import type {LossCurve, Report, Row} from '../document';
import {Dots} from './dots';
import {Headline} from './headline';
import {Hit} from './hit';
import {Helps} from './helps';
import {kindOf, lateShare, presentRows, storyOf, worstOf, type Kind} from './kinds';
import {Moved} from './moved';
import {People} from './people';
import {Confirmed} from './confirmed';
import {Stops} from './stops';

const curveOf = (report: Report, row: Row): LossCurve | undefined =>
  report.loss_curves.find(
    one => one.row === row.row && one.package === row.package && one.plan === row.plan && one.duration === row.duration,
  );

/** A mean stands for what usually happens when the worst tenth is less than three times the half. */
function isSpread(dots: number[]): boolean {
  const at = (share: number) => dots[Math.min(dots.length - 1, Math.floor(share * dots.length))] ?? 0;
  return at(0.9) > 3 * Math.max(1, at(0.5));
}

function Picture({report, row, kind}: {report: Report; row: Row; kind: Kind}) {
  const share = lateShare(report, row) ?? 0;
  const dots = curveOf(report, row)?.dots ?? [];
  if (kind !== 'years' && share >= 0.01 && !isSpread(dots)) return <People share={share} />;
  return dots.some(dot => dot > 0) ? <Dots dots={dots} n={row.n} years={kind === 'years'} /> : null;
}

/** `children`: what else is answered, below. Nothing but these without a row. */
export function FirstScreen({report, children}: {report: Report; children: ComponentChildren}) {
  const kind = kindOf(report);
  const worst = worstOf(presentRows(report));
  if (!kind || !worst) return <>{children}</>;
  const story = storyOf(report, worst);
  return (
    <div class="first">
      <div>
        <Headline report={report} kind={kind} />
        {story && kind !== 'durations' && <Stops outage={story.outage} />}
        <Helps report={report} />
        <Confirmed report={report} />
        {children}
      </div>
      {kind !== 'nothing' && (
        <div class="pictures">
          {kind === 'planned' && story && <Moved outage={story.outage} />}
          <Picture report={report} row={worst} kind={kind} />
          {story && <Hit outage={story.outage} />}
        </div>
      )}
    </div>
  );
}
