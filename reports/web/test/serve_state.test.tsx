// How a run of the what-if page is told while it waits, works and has ended.
import assert from 'node:assert/strict';
import test from 'node:test';
import {renderToString} from 'preact-render-to-string';
import type {Language} from '../src/document';
import {LanguageContext} from '../src/language';
import type {Job} from '../src/serve/answers';
import {JobForm} from '../src/serve/job_form';
import {RunState} from '../src/serve/run_state';
import {Refused, type Order} from '../src/serve/server';
import {isStale, textOf as textOfOrder} from '../src/serve/use_job';
import {Warnings} from '../src/serve/warnings';
import {useTrouble} from '../src/serve/trouble';

const job = (more: Partial<Job> = {}): Job => ({
  id: '1',
  command: '',
  quick: false,
  exit_code: 0,
  state: 'running',
  done: 0,
  total: 0,
  left_s: null,
  took_s: 0,
  signal: 0,
  problems: [],
  talk: '',
  ...more,
});

const markupOf = (one: Job, language: Language = 'en', fields: string[] = []) =>
  renderToString(
    <LanguageContext.Provider value={language}>
      <RunState job={one} fields={fields} />
    </LanguageContext.Provider>,
  ).replace(/\u00a0/g, ' ');

const textOf = (one: Job, language: Language = 'en', fields: string[] = []) =>
  markupOf(one, language, fields).replace(/<[^>]*>/g, '|');

const states: Job['state'][] = [
  'queued',
  'running',
  'done',
  'refused',
  'failed',
  'killed',
  'cancelled',
  'too_long',
  'too_much',
  'gone',
];

test('every state has words in both languages, no two alike', () => {
  for (const language of ['nl', 'en'] as const)
    assert.equal(new Set(states.map(state => textOf(job({state}), language))).size, states.length);
});

test('a run that works says how far it is, and how long it will take when that is known', () => {
  const text = textOf(job({done: 1200, total: 5000, left_s: 90}));
  assert.match(text, /1,200 of 5,000, .* left/);
  assert.doesNotMatch(textOf(job({done: 1, total: 10})), /left/);
  assert.match(markupOf(job({done: 1, total: 10})), /<progress value="1" max="10"/);
  assert.doesNotMatch(markupOf(job()), /<progress/, 'nothing is known yet');
});

test('a run that has ended says how: how long it took, by which signal, what it said', () => {
  assert.match(textOf(job({state: 'done', took_s: 2.34})), /Done, took 2\.3 s/);
  assert.match(textOf(job({state: 'killed', signal: 9})), /with signal 9/);
  assert.match(textOf(job({state: 'failed', talk: 'disk <full>'})), /disk &lt;full>/);
  assert.doesNotMatch(textOf(job({state: 'done', talk: 'talk'})), /talk/);
});

test('a problem of a field that the form shows is not said twice', () => {
  const refused = job({
    state: 'refused',
    problems: [
      {field: 'target', message: 'is not offered'},
      {field: '', message: 'two of them'},
    ],
  });
  assert.match(textOf(refused), /target: is not offered/);
  assert.match(textOf(refused), /\|two of them\|/);
  assert.doesNotMatch(textOf(refused, 'en', ['target']), /is not offered/);
});

test('a server that is gone is no wrong input', () => {
  const gone = job({state: 'gone', problems: [{field: '', message: 'The server does not answer.'}]});
  assert.match(textOf(gone), /No answer from the server\|+The server does not answer/);
  assert.doesNotMatch(textOf(gone, 'nl'), /invoer/);
});

test('what was done is not done for another question', () => {
  const order = {kind: 'run', threat: 'DR-20'};
  const running = {job: job({state: 'done', took_s: 2}), asked: textOfOrder(order), result: null};
  const form = (now: Order) =>
    renderToString(
      <LanguageContext.Provider value="en">
        <JobForm
          id="full"
          title="T"
          action="Run"
          running={{...running, begin: () => undefined, stop: () => undefined}}
          begin={() => undefined}
          order={now}
          fields={[]}
          outcome={<p>17 lost</p>}
        >
          {null}
        </JobForm>
      </LanguageContext.Provider>,
    );
  assert.match(form(order), /Done, took 2\.0 s/);
  const other = form({...order, threat: 'DR-01'});
  assert.doesNotMatch(other, /Done/);
  assert.match(other, /The question has changed\. Below is the answer to the question of this command line still/);
  assert.equal(isStale({job: job(), asked: 'x'}, order), false, 'it runs');
  assert.equal(
    isStale({job: job({state: 'done'}), asked: null}, order),
    false,
    'a tab that was loaded again without it',
  );
});

test('what changes nothing is said, in the language of the page where it knows it', () => {
  const warned = (name: string, language: Language) =>
    renderToString(
      <LanguageContext.Provider value={language}>
        <Warnings warnings={[{at: '--set meldkamers.a.desks=2', name, message: '2 desks change nothing'}]} />
      </LanguageContext.Provider>,
    );
  assert.match(
    warned('idle-desks', 'nl'),
    /--set meldkamers\.a\.desks=2<\/code> Verandert niets: alle rollen .*role_desks/,
  );
  assert.match(warned('idle-effect', 'en'), /Changes nothing: 2 desks change nothing/);
});

test('what is no refusal is a server that is gone', () => {
  const of = (error: unknown, language: Language) => {
    let problems: {field: string; message: string}[] = [];
    const User = () => {
      problems = useTrouble()(error);
      return null;
    };
    renderToString(
      <LanguageContext.Provider value={language}>
        <User />
      </LanguageContext.Provider>,
    );
    return problems;
  };
  const problems = [{field: 'seed', message: 'is required'}];
  assert.deepEqual(of(new Refused(problems), 'en'), problems);
  assert.match(of(new TypeError('fetch failed'), 'en')[0]!.message, /The server does not answer/);
  assert.match(of(new TypeError('fetch failed'), 'nl')[0]!.message, /De server antwoordt niet/);
});
