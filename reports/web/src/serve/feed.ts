// What the server says of its jobs. A browser opens six connections to a server, for all its tabs: each tab has one stream, and only while
// it is seen.
import {isOver, type Job} from './answers';

/** The data of server-sent events. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, {stream: true});
    const whole = text.split('\n\n');
    text = whole.pop() ?? '';
    for (const event of whole) if (event.startsWith('data: ')) yield event.slice('data: '.length);
  }
}

interface Follower {
  id: string;
  changed(job: Job): void;
  lost(error: unknown): void;
}

const again_ms = 1000;
const most = 100; // jobs, more than the server keeps

export class Feed {
  private jobs = new Map<string, Job>();
  private readonly followers = new Set<Follower>();
  private readonly readers = new Set<(jobs: Job[]) => void>();
  private listening = false;

  constructor(
    private readonly list: () => Promise<Job[]>,
    private readonly stream: (signal: AbortSignal) => Promise<Response>,
  ) {}

  /** Calls `changed` with every view of the job; the promise has the last one. */
  follow(id: string, changed: (job: Job) => void = () => undefined): Promise<Job> {
    return new Promise((resolve, reject) => {
      const follower: Follower = {
        id,
        changed: job => {
          changed(job);
          if (!isOver(job)) return;
          this.followers.delete(follower);
          resolve(job);
        },
        lost: error => {
          this.followers.delete(follower);
          reject(error as Error);
        },
      };
      this.followers.add(follower);
      const known = this.jobs.get(id);
      if (known) follower.changed(known);
      this.begin();
    });
  }

  /** Calls `changed` with all jobs, the oldest first, now and after every change, until the returned function is called. */
  read(changed: (jobs: Job[]) => void): () => void {
    this.readers.add(changed);
    this.begin();
    return () => this.readers.delete(changed);
  }

  private tell(job: Job): void {
    this.jobs.set(job.id, job);
    for (const [id, old] of this.jobs) if (this.jobs.size > most && isOver(old)) this.jobs.delete(id);
    for (const follower of [...this.followers]) if (follower.id === job.id) follower.changed(job);
  }

  private show(): void {
    const all = [...this.jobs.values()];
    for (const reader of this.readers) reader(all);
  }

  private begin(): void {
    if (this.listening) return;
    this.listening = true;
    void this.keepListening();
  }

  private async keepListening(): Promise<void> {
    while (this.followers.size + this.readers.size > 0) {
      await visible();
      const hidden = new AbortController();
      const look = () => document.hidden && hidden.abort();
      document.addEventListener('visibilitychange', look);
      try {
        await this.listen(hidden.signal);
      } catch (error) {
        if (!hidden.signal.aborted) await this.fail(error);
      } finally {
        document.removeEventListener('visibilitychange', look);
      }
    }
    this.listening = false;
  }

  /** First all there are: a job that is no longer among them has no news any more. */
  private async listen(signal: AbortSignal): Promise<void> {
    const waiting = [...this.followers];
    const jobs = await this.list();
    this.jobs = new Map();
    jobs.forEach(job => this.tell(job));
    this.show();
    for (const follower of waiting) if (!this.jobs.has(follower.id)) follower.lost(new Error('the run is forgotten'));
    const {body} = await this.stream(signal);
    if (!body) return;
    for await (const event of eventsOf(body)) {
      this.tell(JSON.parse(event) as Job);
      this.show();
    }
  }

  private async fail(error: unknown): Promise<void> {
    for (const follower of [...this.followers]) follower.lost(error);
    await new Promise(resolve => setTimeout(resolve, again_ms));
  }
}

function visible(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise(resolve => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
  });
}
