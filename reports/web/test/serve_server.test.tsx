// The tab and its server: the token, the news of all runs, the limits that are shown before a run.
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {renderToString} from 'preact-render-to-string';
import type {Language} from '../src/document';
import {LanguageContext} from '../src/language';
import type {Job, Offer} from '../src/serve/answers';
import {Feed, eventsOf} from '../src/serve/feed';
import {listed} from '../src/serve/job_list';
import {Limit} from '../src/serve/limit';
import {pointsOf} from '../src/serve/sweep';
import {linkTo, takeToken, tokenHeader} from '../src/serve/token';

const token = '0123456789abcdef0123456789abcdef';
const other = 'f'.repeat(32);

/** What the modules want of a browser; the tab's store outlives its addresses. */
const kept = new Map<string, string>();
const tab = {hash: '', pathname: '/'};
Object.assign(globalThis, {
  location: tab,
  history: {replaceState: (_state: unknown, _title: string, address: string) => (tab.hash = address.slice(1))},
  sessionStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    clear: () => kept.clear(),
  },
});
const page = Object.assign(new EventTarget(), {hidden: false});
Object.assign(globalThis, {document: page});
const turn = (hidden: boolean) => {
  page.hidden = hidden;
  page.dispatchEvent(new Event('visibilitychange'));
};

const at = (hash: string) => {
  tab.hash = hash;
  return takeToken();
};

test('the token goes from behind the # into the tab, and out in a header', () => {
  assert.equal(at(`#token=${token}`), true);
  assert.equal(tab.hash, '#');
  assert.deepEqual(tokenHeader(), {Authorization: `Bearer ${token}`});
  assert.equal(at(`#token=${token}&%7B%22seed%22%3A%227%22%7D`), true);
  assert.equal(tab.hash, '#%7B%22seed%22%3A%227%22%7D', 'the question stays');
  for (const hash of ['', '#', '#token=', `#token=${token}0`, `#token=${token.toUpperCase()}`, `#x&token=${token}`])
    assert.equal(at(hash), false, hash);
  assert.deepEqual(tokenHeader(), {Authorization: `Bearer ${token}`});
});

test('a link to another tab has the token and the question', () => {
  at(`#token=${token}`);
  const link = linkTo('%7B%7D');
  assert.equal(link, `/#token=${token}&%7B%7D`);
  kept.clear();
  assert.equal(at(link.slice(1)), true);
  assert.equal(tab.hash, '#%7B%7D');
});

test('the runs of an earlier server are forgotten with its token', () => {
  at(`#token=${token}`);
  kept.set('uitwijk-run-full', '7');
  at(`#token=${token}`);
  assert.equal(kept.get('uitwijk-run-full'), '7');
  at(`#token=${other}`);
  assert.equal(kept.get('uitwijk-run-full'), undefined);
});

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  command: `uitwijk run ${id}`,
  quick: false,
  state: 'running',
  done: 0,
  total: 0,
  left_s: null,
  took_s: 0,
  exit_code: 0,
  signal: 0,
  problems: [],
  talk: '',
  ...more,
});

const streamOf = (...parts: string[]) =>
  new ReadableStream<Uint8Array>({
    start: controller => {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });

test('events are read however they are cut, and what says nothing is left out', async () => {
  const said: string[] = [];
  for await (const event of eventsOf(streamOf('data: {"a"', ':"é"}\n', '\n:\n\n', 'data: 2\n\ndata: 3\n\ndata: cut')))
    said.push(event);
  assert.deepEqual(said, ['{"a":"é"}', '2', '3']);
});

/** A feed whose stream says these views and then waits. */
function feedOf(there: Job[], ...views: Job[]) {
  let say: (view: Job) => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start: controller => {
      say = view => controller.enqueue(new TextEncoder().encode(`data: ${JSON.stringify(view)}\n\n`));
      views.forEach(say);
    },
  });
  const feed = new Feed(
    () => Promise.resolve(there),
    () => Promise.resolve(new Response(body)),
  );
  return {feed, say: (view: Job) => say(view)};
}

test('a run is followed to its end', async () => {
  const {feed} = feedOf(
    [job('1'), job('2')],
    job('1', {done: 3}),
    job('2', {state: 'failed'}),
    job('1', {state: 'done'}),
  );
  const seen: Job[] = [];
  const last = await feed.follow('1', view => seen.push(view));
  assert.equal(last.state, 'done');
  assert.deepEqual(
    seen.map(({state, done}) => [state, done]),
    [
      ['running', 0],
      ['running', 3],
      ['done', 0],
    ],
  );
  assert.equal((await feed.follow('2')).state, 'failed', 'it is known already');
});

test('a run that the server has forgotten has no end to wait for', async () => {
  await assert.rejects(feedOf([job('8')]).feed.follow('7'), /forgotten/);
});

test('when nobody answers, who waits is told', async () => {
  const feed = new Feed(
    () => Promise.reject(new TypeError('fetch failed')),
    () => Promise.reject(new TypeError('fetch failed')),
  );
  await assert.rejects(feed.follow('1'), /fetch failed/);
});

test('a tab that nobody sees keeps no connection, and catches up when it is seen', async () => {
  let asked = 0;
  let cut = false;
  const feed = new Feed(
    () => Promise.resolve([job('1', {state: ++asked > 1 ? 'done' : 'running'})]),
    signal =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          cut = true;
          reject(new Error('aborted'));
        }),
      ),
  );
  turn(true);
  const last = feed.follow('1');
  const pause = () => new Promise(resolve => setTimeout(resolve, 20));
  await pause();
  assert.equal(asked, 0);
  turn(false);
  await pause();
  assert.deepEqual([asked, cut], [1, false]);
  turn(true);
  await pause();
  assert.deepEqual([asked, cut], [1, true]);
  turn(false);
  assert.equal((await last).state, 'done');
});

test('a reader gets all runs, also those of other tabs', async () => {
  const {feed, say} = feedOf([job('1')]);
  let shown: Job[] = [];
  let enough: () => void = () => undefined;
  const two = new Promise<void>(resolve => (enough = resolve));
  feed.read(jobs => {
    shown = jobs;
    if (jobs.length === 2) enough();
  });
  say(job('2', {state: 'queued'}));
  await two;
  assert.deepEqual(
    shown.map(({id, state}) => [id, state]),
    [
      ['1', 'running'],
      ['2', 'queued'],
    ],
  );
});

test('the list has what runs, what waits and the last that are over; quick ones when one of them waits', () => {
  const ids = (jobs: Job[]) => listed(jobs).map(({id}) => id);
  const over = [1, 2, 3, 4, 5, 6, 7].map(id => job(String(id), {state: 'done'}));
  assert.deepEqual(ids(over), ['7', '6', '5', '4', '3']);
  const jobs = [...over, job('8'), job('9', {state: 'queued'}), job('10', {quick: true})];
  assert.deepEqual(ids(jobs).slice(0, 3), ['8', '9', '7']);
  assert.deepEqual(ids([...jobs, job('11', {quick: true, state: 'queued'})]).slice(0, 4), ['8', '9', '10', '11']);
  assert.deepEqual(ids([job('1', {quick: true, state: 'done'})]), []);
});

const offer = {limit_s: 1800, quick_limit_s: 60, quick_replications: 50} as Offer;
const said = (pace_s: number | null, replications: number, language: Language = 'en') =>
  renderToString(
    <LanguageContext.Provider value={language}>
      <Limit offer={offer} pace_s={pace_s} replications={replications} />
    </LanguageContext.Provider>,
  ).replace(/\u00a0/g, ' ');

test('the limit is said, and before a run that would pass it that it would', () => {
  assert.match(said(null, 200), /ends a run after 30 min \(--limit\), one of at most 50 replications after 1 min/);
  for (const [pace_s, n] of [
    [null, 1e6],
    [9, 200],
    [1, 50],
    [1, NaN],
  ] as const)
    assert.doesNotMatch(said(pace_s, n), /longer/, `${pace_s} ${n}`);
  assert.match(said(9.1, 200), /200 replications take about 30\.3 min: longer than that/);
  assert.match(said(1.3, 50), /50 replications take about 1\.1 min: longer/);
  assert.match(said(9.1, 200, 'nl'), /duren 200 replicaties ongeveer 30,3 min: langer dan dat/);
});

test('a range says at how many values it is looked', () => {
  assert.equal(pointsOf('1 min..30 min/5'), 5);
  assert.equal(pointsOf('3..12'), 2);
  assert.equal(pointsOf(''), 2);
});
