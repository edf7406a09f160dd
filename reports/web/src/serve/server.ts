// Talks to the server: an order becomes a job, a job tells how far it is, and ends with a document.
import type {Language} from '../document';
import {isOver, type Job, type Problem} from './answers';

/** An order that was not taken in, or a job that ended without a document. Any other error: nobody answers. */
export class Refused extends Error {
  constructor(
    readonly problems: Problem[],
    readonly job?: Job,
  ) {
    super(problems.map(({field, message}) => (field ? `${field}: ${message}` : message)).join('\n'));
  }
}

export type Order = Record<string, unknown> & {kind: string};

const unknownHere = 403;

async function answered<Body>(response: Response): Promise<Body> {
  if (response.status === unknownHere) throw new Error('not known to the server');
  const body = (await response.json().catch(() => ({problems: []}))) as Body & {problems?: Problem[]};
  if (!response.ok)
    throw new Refused(body.problems?.length ? body.problems : [{field: '', message: `HTTP ${response.status}`}]);
  return body;
}

export async function get<Body>(path: string): Promise<Body> {
  return answered<Body>(await fetch(path));
}

export async function post<Body>(path: string, body: unknown): Promise<Body> {
  return answered<Body>(
    await fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
  );
}

export interface Started {
  id: string;
  command: string;
}

export function start(order: Order, lang: Language): Promise<Started> {
  return post<Started>('/api/jobs', {...order, lang});
}

export function cancel(id: string): Promise<unknown> {
  return post(`/api/jobs/${id}/cancel`, {});
}

/** Calls `changed` with every view of the job; the promise has the last one. */
export function follow(id: string, changed: (job: Job) => void): Promise<Job> {
  return new Promise((resolve, reject) => {
    const events = new EventSource(`/api/jobs/${id}/events`);
    events.onmessage = ({data}) => {
      const job = JSON.parse(data as string) as Job;
      changed(job);
      if (!isOver(job)) return;
      events.close();
      resolve(job);
    };
    events.onerror = () => {
      events.close();
      get<Job>(`/api/jobs/${id}`).then(
        job => (isOver(job) ? (changed(job), resolve(job)) : reject(new Error('no news of the run'))),
        reject,
      );
    };
  });
}

export function resultOf<Document>(id: string): Promise<Document> {
  return get<Document>(`/api/jobs/${id}/result`);
}

/** From an order to its document. */
export async function ask<Document>(order: Order, lang: Language): Promise<Document> {
  const {id} = await start(order, lang);
  const job = await follow(id, () => undefined);
  if (job.state !== 'done') throw new Refused(job.problems, job);
  return resultOf<Document>(id);
}
