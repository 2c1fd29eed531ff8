import { fillForm, findForm } from './form.ts';
import { encodeForm } from './form-encoding.ts';
import { type Answer, type Call, type Connections, send, unexpected } from './http-client.ts';

interface Cookie {
  value: string;
  path: string;
}

/** A page as it was shown, and where. */
export interface Page {
  address: URL;
  answer: Answer;
}

/** What a browser adds to a request: its cookies (by path), and on a form the headers that tell where it came from. */
export class Browser {
  readonly #connections: Connections;
  readonly #cookies = new Map<string, Cookie>();

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  async open(address: URL): Promise<Page> {
    const headers = { accept: 'text/html', 'sec-fetch-site': 'none' };
    return { address, answer: await this.#exchange({ method: 'GET', url: address, headers }) };
  }

  /** Sends the form with that id as a browser without JavaScript does; a fault when the page has none. */
  async submit({ address, answer }: Page, id: string, typed: Record<string, string>): Promise<Page> {
    const form = findForm(answer.body, id);
    if (!form) throw unexpected(answer, address);
    const url = new URL(form.action, address);
    const headers = { accept: 'text/html', origin: address.origin, 'sec-fetch-site': 'same-origin' };
    const content = encodeForm(form.encoding, fillForm(form, typed));
    return { address: url, answer: await this.#exchange({ method: 'POST', url, headers, content }) };
  }

  async #exchange(call: Call): Promise<Answer> {
    const cookie = this.#cookiesFor(call.url.pathname);
    const answer = await send(this.#connections, { ...call, headers: { ...call.headers, ...(cookie && { cookie }) } });
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
