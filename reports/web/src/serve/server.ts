// Talks to the server: an order becomes a job, a job tells how far it is, and ends with a document.
import type {Language} from '../document';
import type {Job, Problem} from './answers';
import {Feed} from './feed';
import {tokenHeader} from './token';

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

async function answered(path: string, how: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, {...how, headers: {...tokenHeader(), ...how.headers}});
  if (response.status === unknownHere) throw new Error('not known to the server');
  if (response.ok) return response;
  const {problems = []} = (await response.json().catch(() => ({}))) as {problems?: Problem[]};
  throw new Refused(problems.length > 0 ? problems : [{field: '', message: `HTTP ${response.status}`}]);
}

export async function get<Body>(path: string): Promise<Body> {
  return (await (await answered(path)).json()) as Body;
}

export async function post<Body>(path: string, body: unknown): Promise<Body> {
  const headers = {'Content-Type': 'application/json'};
  return (await (await answered(path, {method: 'POST', headers, body: JSON.stringify(body)})).json()) as Body;
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

/** Of all jobs of the server, whoever started them. */
export const feed = new Feed(
  async () => (await get<{jobs: Job[]}>('/api/jobs')).jobs,
  signal => answered('/api/jobs/events', {signal}),
);

/** The last view of a job that has become a document; else throws. */
export async function finished(id: string): Promise<Job> {
  const job = await feed.follow(id);
  if (job.state === 'done') return job;
  throw new Refused(job.problems.length > 0 ? job.problems : [{field: '', message: job.talk || job.state}], job);
}

export function resultOf<Document>(id: string): Promise<Document> {
  return get<Document>(`/api/jobs/${id}/result`);
}

export async function fileOf(id: string): Promise<Blob> {
  return (await answered(`/api/jobs/${id}/result`)).blob();
}

/** From an order to its document. */
export async function ask<Document>(order: Order, lang: Language): Promise<Document> {
  const {id} = await start(order, lang);
  await finished(id);
  return resultOf<Document>(id);
}
