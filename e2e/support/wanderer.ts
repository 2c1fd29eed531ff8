import { encodeForm, formWith } from './html-form.ts';

const urlencoded = 'application/x-www-form-urlencoded';

/** A browser without a window that goes from origin to origin: it keeps the cookies of each, and follows what it is told. */
export class Wanderer {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Where it is. */
  url = '';
  text = '';

  /** Goes to an address and on, until it is answered with a page, or is sent to an address that starts with `until`. */
  async go(address: string, { form, until }: { form?: Record<string, string>; until?: string } = {}): Promise<void> {
    const body = form && new URLSearchParams(form).toString();
    await this.#go(address, body === undefined ? undefined : { type: urlencoded, body }, until);
  }

  /**
   * Fills in the form of this page that has a field or a button of that name, and sends it as it asks for; `pressed` is
   * the value of that button.
   */
  async submit(
    name: string,
    typed: Record<string, string | string[]>,
    { pressed, until }: { pressed?: string; until?: string } = {},
  ): Promise<void> {
    const form = formWith(this.text, name);
    const button = pressed === undefined ? undefined : { name, value: pressed };
    await this.#go(form.action || this.url, await encodeForm(form, typed, button), until);
  }

  async #go(
    address: string,
    sent: { type: string; body: string | Buffer<ArrayBuffer> } | undefined,
    until?: string,
  ): Promise<void> {
    let next = new URL(address, this.url || undefined);
    let post = sent;
    for (let hops = 0; hops < 12; hops += 1) {
      const jar = this.#jar(next);
      const answer = await fetch(next, {
        method: post ? 'POST' : 'GET',
        redirect: 'manual',
        headers: {
          cookie: this.cookiesOf(next.origin),
          ...(post && { origin: next.origin, 'content-type': post.type }),
        },
        ...(post && { body: post.body }),
      });
      for (const line of answer.headers.getSetCookie()) keep(jar, line);
      this.url = next.href;
      const location = answer.headers.get('location');
      if (!location) {
        this.text = await answer.text();
        return;
      }
      next = new URL(location, next);
      post = undefined;
      if (until && next.href.startsWith(until)) {
        this.url = next.href;
        return;
      }
    }
    throw new Error(`sent on and on, at last to ${next}`);
  }

  /** The first match of a pattern in the page it is on. */
  find(pattern: RegExp): string {
    const found = pattern.exec(this.text)?.[1];
    if (found === undefined) throw new Error(`no ${pattern} at ${this.url}: ${this.text.slice(0, 400)}`);
    return found.replaceAll('&amp;', '&');
  }

  /** What it would send to an origin. */
  cookiesOf(origin: string): string {
    return [...this.#jar(new URL(origin))].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #jar({ host }: URL): Map<string, string> {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    return jar;
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}
