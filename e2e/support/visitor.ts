import { authorizePath } from './authorization-request.ts';
import { type CustomerName, passwords } from './customer.ts';
import { type Answer, call, locationOf } from './http-call.ts';
import { actionAt, multipartOf, type PageAction } from './page-actions.ts';

/** What each of them ticks; of an only account nothing can be. */
const firstAccounts: Record<CustomerName, string[]> = { camille: ['acc-chq-1'], noah: [], amara: ['acc-am-1'] };

type Fields = Record<string, string | string[]>;

/** A browser without a window: it keeps cookies, and says of each form which origin it was on. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  readonly origin: string;
  readonly issuer: string;

  /** `issuer` is the origin of the pages, where it is another than the address of the server. */
  constructor(origin: string, issuer = origin) {
    this.origin = origin;
    this.issuer = issuer;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send('GET', path, headers);
  }

  /**
   * Posts a form as our own page would, in parts and with the name of its action; a header given here replaces the usual
   * one, an empty one is not sent. A form of another type is sent as it is.
   */
  async post(
    path: string,
    fields: Fields | URLSearchParams,
    headers: Record<string, string> = {},
    action: PageAction = actionAt(path),
  ): Promise<Answer> {
    const form = fields instanceof URLSearchParams ? fields : formOf(fields);
    const given = headers['content-type'];
    const { type, body } =
      given === undefined ? await pageFormOf(path, form, action) : { type: given, body: form.toString() };
    const usual = { origin: this.issuer, 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
    return this.#send('POST', path, { ...usual, ...headers }, body);
  }

  /** Sends a form that was read from a page. */
  send(path: string, { type, body }: { type: string; body: Buffer }): Promise<Answer> {
    const headers = { origin: this.issuer, 'content-type': type, 'content-length': String(body.length) };
    return this.#send('POST', path, headers, body);
  }

  /** An authorization request as a form, which any site may send. */
  sendRequest(query: URLSearchParams, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post('/authorize', query, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  }

  /** "Not you?" of a consent page. */
  signOut(path: string): Promise<Answer> {
    return this.post(path, { query: new URL(path, this.origin).search.slice(1) }, {}, 'signOut');
  }

  /** Opens the page of a problem that a route handler has sent the browser to; any other answer is left as it is. */
  async follow(answer: Answer): Promise<Answer> {
    const { status, headers } = answer;
    return status === 303 && headers.location?.startsWith('/problem?') ? this.get(headers.location) : answer;
  }

  /** Signs in on the way to a request; gives the path of the consent page that follows. */
  async signIn(name: CustomerName, path = authorizePath()): Promise<string> {
    const signInPath = path.replace('/authorize', '/sign-in');
    const answer = await this.post(signInPath, { username: name, password: passwords[name] });
    const { pathname, search } = locationOf(answer);
    return pathname + search;
  }

  /** The ticket of a consent page. */
  async openConsent(path: string): Promise<string> {
    return ticketOf(await this.get(path));
  }

  decide(decision: string, ticket: string, accounts: string[] = ['acc-chq-1']): Promise<Answer> {
    return this.post('/authorize', { ticket, decision, account: accounts });
  }

  /** From a request to a code: signed in, shown, allowed. */
  async obtainCode(name: CustomerName, change: Record<string, string | undefined> = {}): Promise<string> {
    const path = await this.signIn(name, authorizePath(change));
    const answer = await this.decide('allow', await this.openConsent(path), firstAccounts[name]);
    const code = locationOf(answer).searchParams.get('code');
    if (!code) throw new Error(`no code in ${answer.headers.location}`);
    return code;
  }

  /** Goes where a recipient sends a customer, signs in and allows; gives the address of the answer. */
  async walkThrough({ pathname, search }: URL): Promise<URL> {
    const path = await this.signIn('noah', pathname + search);
    return locationOf(await this.decide('allow', await this.openConsent(path), []));
  }

  async #send(method: string, path: string, given: Record<string, string>, body?: string | Buffer): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { ...(cookie && { cookie }), ...given };
    const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    const answer = await call(this.origin, { method, path, headers, ...(body !== undefined && { body }) });
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line);
    return answer;
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** The ticket in the form of a page; a fault, with what was answered, when there is none. */
export function ticketOf({ status, text }: Answer): string {
  const ticket = /name="ticket" value="([^"]+)"/.exec(text)?.[1];
  if (!ticket) throw new Error(`answered ${status} without a ticket: ${text.slice(0, 400)}`);
  return ticket;
}

/** The form of the page at a path, as a browser would send it. */
export const pageFormOf = (path: string, form: URLSearchParams, action = actionAt(path)) =>
  multipartOf(withHidden(path, form), action);

// What a page says in a hidden field of what it is for: its request, or its consent.
function withHidden(path: string, form: URLSearchParams): URLSearchParams {
  const { pathname, search } = new URL(path, 'http://localhost');
  const [, consentId] = /^\/consents\/([^/]+)\/(?:stop|change)$/.exec(pathname) ?? [];
  const hidden = {
    ...(pathname === '/sign-in' && { query: search.slice(1) }),
    ...(consentId && { consent_id: consentId }),
  };
  const missing = Object.entries(hidden).filter(([name]) => !form.has(name));
  return new URLSearchParams([...form, ...missing]);
}

function formOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value): [string, string] => [name, value])),
  );
}
