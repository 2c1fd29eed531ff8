import type { Agent } from 'node:http';
import { type Answer, type Call, send } from './http-client.ts';

interface Cookie {
  value: string;
  path: string;
}

/** What a browser adds to a request: its cookies (by path), and on a form the headers that tell where it came from. */
export class Browser {
  connections: Agent;
  readonly #cookies = new Map<string, Cookie>();

  constructor(connections: Agent) {
    this.connections = connections;
  }

  get(url: URL): Promise<Answer> {
    return this.#exchange({ method: 'GET', url, headers: { accept: 'text/html', 'sec-fetch-site': 'none' } });
  }

  post(url: URL, form: URLSearchParams): Promise<Answer> {
    const headers = { accept: 'text/html', origin: url.origin, 'sec-fetch-site': 'same-origin' };
    return this.#exchange({ method: 'POST', url, headers, form });
  }

  async #exchange(call: Call): Promise<Answer> {
    const cookie = this.#cookiesFor(call.url.pathname);
    const answer = await send(this.connections, { ...call, headers: { ...call.headers, ...(cookie && { cookie }) } });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) this.#keep(line);
    return answer;
  }

  #cookiesFor(pathname: string): string {
    return [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const separator = pair.indexOf('=');
    const name = pair.slice(0, separator);
    const attribute = (wanted: string) =>
      attributes.find((text) => text.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const expires = attribute('expires');
    const hasExpired = attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (hasExpired) this.#cookies.delete(name);
    else this.#cookies.set(name, { value: pair.slice(separator + 1), path: attribute('path') ?? '/' });
  }
}
