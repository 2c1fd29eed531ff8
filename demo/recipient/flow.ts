import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Answer } from './answer.ts';
import type { RecipientLanguage } from './words.ts';

/** A request under way, or answered: what this process remembers of it. */
export interface Flow {
  state: string;
  clientId: string;
  providerId: string;
  language: RecipientLanguage;
  verifier: string;
  /** The code is exchanged once, however often the browser comes with it. */
  answer?: Promise<Answer> | undefined;
}

/** The flows of this process by their state, each for the one browser that began it. The oldest of many go. */
export class Flows {
  readonly #kept = new Map<string, { flow: Flow; key: string }>();
  readonly #most: number;

  constructor(most = 200) {
    this.#most = most;
  }

  /** Keeps a flow; gives the cookie that finds it. Each has its own, so that two tabs do not overwrite each other. */
  keep(flow: Flow): string {
    const key = randomBytes(24).toString('base64url');
    this.#kept.set(flow.state, { flow, key });
    for (const old of [...this.#kept.keys()].slice(0, -this.#most)) this.#kept.delete(old);
    return `${cookieName(flow.state)}=${key}; Path=/; Max-Age=900; HttpOnly; SameSite=Lax`;
  }

  find(state: string, cookies: string): Flow | undefined {
    const kept = this.#kept.get(state);
    const start = `${cookieName(state)}=`;
    const cookie = cookies.split('; ').find((pair) => pair.startsWith(start));
    return kept && cookie && isSame(cookie.slice(start.length), kept.key) ? kept.flow : undefined;
  }
}

const cookieName = (state: string) => `flow-${state}`;

const isSame = (given: string, expected: string): boolean =>
  given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
