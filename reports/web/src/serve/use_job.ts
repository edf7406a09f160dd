import {useEffect, useRef, useState} from 'preact/hooks';
import {useLanguage} from '../language';
import {isOver, type Job, type Problem} from './answers';
import {Refused, cancel, feed, get, resultOf, start, type Order} from './server';
import {useTrouble} from './trouble';

export interface Running<Document> {
  job: Job | null;
  /** The order of the job, as text; null when the tab does not know it any more. */
  asked: string | null;
  /** Of the last one that ended well. */
  result: Document | null;
  begin(order: Order): void;
  stop(): void;
}

const keptAs = (name: string) => `uitwijk-run-${name}`;
const askedAs = (name: string) => `uitwijk-asked-${name}`;

/** One that never began: it was refused, or nobody answered. */
function noJob(state: 'refused' | 'gone', problems: Problem[]): Job {
  return {
    id: '',
    command: '',
    quick: true,
    state,
    done: 0,
    total: 0,
    left_s: null,
    took_s: 0,
    exit_code: 2,
    signal: 0,
    problems,
    talk: '',
  };
}

export const textOf = (order: Order): string => JSON.stringify(order);

/** Ended well, and what is asked on the page now is something else: its figures answer another question. */
export const isStale = ({job, asked}: Pick<Running<unknown>, 'job' | 'asked'>, now: Order): boolean =>
  job?.state === 'done' && asked !== null && asked !== textOf(now);

/**
 * One job at a time: a new one ends the one before it. `read` gets what a job has made. With a name the tab finds its
 * job again when it is loaded anew.
 */
export function useJob<Document>(name = '', read: (id: string) => Promise<Document> = resultOf): Running<Document> {
  const lang = useLanguage();
  const problemsOf = useTrouble();
  const [job, setJob] = useState<Job | null>(null);
  const [result, setResult] = useState<Document | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const turn = useRef(0);
  const current = useRef<Job | null>(null);

  const show = (mine: number, view: Job) => {
    if (mine !== turn.current) return;
    current.current = view;
    setJob(view);
  };
  const stop = () => {
    if (current.current?.id && !isOver(current.current)) void cancel(current.current.id).catch(() => undefined);
  };
  const watch = async (id: string, mine: number) => {
    const last = await feed.follow(id, view => view.state !== 'done' && show(mine, view));
    if (last.state !== 'done' || mine !== turn.current) return;
    const document = await read(id);
    if (mine !== turn.current) return;
    setResult(document);
    show(mine, last); // only now: what stands below "done" is its result
  };
  const begin = async (order: Order) => {
    stop();
    const mine = ++turn.current;
    setAsked(textOf(order));
    try {
      const {id} = await start(order, lang);
      if (mine !== turn.current) return void cancel(id);
      if (name) {
        sessionStorage.setItem(keptAs(name), id);
        sessionStorage.setItem(askedAs(name), textOf(order));
      }
      await watch(id, mine);
    } catch (error) {
      show(mine, noJob(error instanceof Refused ? 'refused' : 'gone', problemsOf(error)));
    }
  };
  useEffect(() => {
    const id = name && sessionStorage.getItem(keptAs(name));
    if (id) {
      const mine = ++turn.current;
      setAsked(sessionStorage.getItem(askedAs(name)));
      void get<Job>(`/api/jobs/${id}`)
        .then(() => watch(id, mine))
        .catch(() => undefined); // the server has forgotten it
    }
    return stop;
  }, []);
  return {job, asked, result, begin: order => void begin(order), stop};
}
