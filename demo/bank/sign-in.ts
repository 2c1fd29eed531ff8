import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import { findCustomerByName } from './customers.ts';
import { codePage, passwordPage, troublePage } from './pages.ts';
import { type BankLanguage, readBankLanguage, words } from './words.ts';

/** A customer who has given the password and not yet the code. */
interface Halfway {
  customerId: string;
  code: string;
  failures: number;
}

/** Where a step is shown: the sign-in it belongs to, its language, and where its form goes. */
interface Place {
  uid: string;
  language: BankLanguage;
  action: string;
}

type StepOutcome =
  | { outcome: 'again'; page: string }
  | { outcome: 'half-way' }
  | { outcome: 'finished'; result: Record<string, unknown> };

const codesTried = 3;

/** The bank's sign-in: a password, then a code of six digits as the second factor, and a way out of both. */
export function createSignIn(provider: Provider) {
  const halfway = new Map<string, Halfway>();

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
    const asked = new URL(request.url ?? '/', 'http://bank').searchParams.get('language');
    const language = readBankLanguage(asked ?? interaction?.params.ui_locales);
    if (!interaction) return send(response, troublePage(language, 'invalid_request'), 400);
    const { uid, params } = interaction;
    const place = { uid, language, action: `/sign-in/${uid}?language=${language}` };
    if (request.method !== 'POST') return send(response, pageOf(place, params.login_hint ?? ''));
    const step = take(place, new URLSearchParams(await text(request)));
    switch (step.outcome) {
      case 'again':
        return send(response, step.page);
      case 'half-way':
        response.writeHead(303, { location: place.action }).end();
        return;
      case 'finished':
        return provider.interactionFinished(request, response, step.result, { mergeWithLastSubmission: false });
    }
  };

  function pageOf(place: Place, username: string): string {
    const state = halfway.get(place.uid);
    return state ? codePage({ ...place, code: state.code }) : passwordPage({ ...place, username });
  }

  function take(place: Place, form: URLSearchParams): StepOutcome {
    switch (form.get('step')) {
      case 'cancel':
        halfway.delete(place.uid);
        return {
          outcome: 'finished',
          result: { error: 'access_denied', error_description: 'the customer has cancelled' },
        };
      case 'code':
        return takeCode(place, form.get('code') ?? '');
      default:
        return takePassword(place, form.get('username') ?? '', form.get('password') ?? '');
    }
  }

  function takePassword(place: Place, username: string, password: string): StepOutcome {
    const customer = findCustomerByName(username);
    if (customer?.password !== password)
      return {
        outcome: 'again',
        page: passwordPage({ ...place, username, problem: words[place.language].wrongPassword }),
      };
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    halfway.set(place.uid, { customerId: customer.customerId, code, failures: 0 });
    return { outcome: 'half-way' };
  }

  function takeCode(place: Place, given: string): StepOutcome {
    const state = halfway.get(place.uid);
    if (!state) return { outcome: 'again', page: passwordPage(place) };
    const t = words[place.language];
    if (given.replaceAll(/\s/g, '') === state.code) {
      halfway.delete(place.uid);
      const login = { accountId: state.customerId, acr: 'mfa', amr: ['pwd', 'otp'] };
      return { outcome: 'finished', result: { login } };
    }
    state.failures += 1;
    if (state.failures < codesTried)
      return { outcome: 'again', page: codePage({ ...place, code: state.code, problem: t.wrongCode }) };
    halfway.delete(place.uid);
    return { outcome: 'again', page: passwordPage({ ...place, problem: t.tooManyCodes }) };
  }
}

function send(response: ServerResponse, page: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
  });
  response.end(page);
}
