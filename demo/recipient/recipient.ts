import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as oauth from 'openid-client';
import { reasonOf, takeAnswer } from './answer.ts';
import { discoverFor } from './client.ts';
import { type Flow, Flows } from './flow.ts';
import { problemPage } from './problem-page.ts';
import type { Reply } from './reply.ts';
import { lostPage, resultPage } from './result-page.ts';
import type { SampleWorld } from './sample-world.ts';
import { startPage } from './start-page.ts';
import { readRecipientLanguage } from './words.ts';

const longestForm = 16_384;

/** The sample recipient at `origin`, a client of the authorization server at `accord`. */
export function createRecipient({ origin, accord, world }: { origin: string; accord: string; world: SampleWorld }) {
  const flows = new Flows();
  const appOf = (clientId: string | null) => world.apps.find((app) => app.clientId === clientId);
  const routes: Record<string, { method: string; answer(request: IncomingMessage, url: URL): Promise<Reply> }> = {
    '/': { method: 'GET', answer: showStart },
    '/start': { method: 'POST', answer: start },
    '/callback': { method: 'GET', answer: takeCallback },
    '/result': { method: 'GET', answer: showResult },
  };

  return async (request: IncomingMessage): Promise<Reply> => {
    const url = URL.parse(origin + request.url);
    const language = readRecipientLanguage(url?.searchParams.get('language'));
    const page = problemPage(language, 'notUnderstood');
    if (!url) return { status: 400, language, page };
    const route = routes[url.pathname];
    if (!route) return { status: 404, language, page };
    if (request.method !== route.method && !(request.method === 'HEAD' && route.method === 'GET'))
      return { status: 405, language, page, allow: route.method };
    return route.answer(request, url);
  };

  async function showStart({ headers }: IncomingMessage, url: URL): Promise<Reply> {
    // Cookies are kept by host: whoever starts under another name would come back a stranger.
    if (headers.host !== new URL(origin).host) return { status: 303, location: origin + url.search };
    const language = readRecipientLanguage(url.searchParams.get('language'));
    return { status: 200, language, page: startPage(world, language) };
  }

  /** Begins a request as any recipient would: PKCE, state, and the browser sent to the authorization endpoint. */
  async function start(request: IncomingMessage): Promise<Reply> {
    const isShort = Number(request.headers['content-length']) <= longestForm;
    const form = new URLSearchParams(isShort ? await text(request) : '');
    const language = readRecipientLanguage(form.get('language'));
    const app = appOf(form.get('client_id'));
    if (!isShort || !app)
      return { status: isShort ? 400 : 413, language, page: problemPage(language, 'notUnderstood') };

    const verifier = oauth.randomPKCECodeVerifier();
    const state = oauth.randomState();
    const providerId = form.get('provider_id') ?? '';
    let client: oauth.Configuration;
    try {
      client = await discoverFor(app, accord);
    } catch (fault) {
      return { status: 502, language, page: problemPage(language, 'unreachable', reasonOf(fault as Error)) };
    }
    const address = oauth.buildAuthorizationUrl(client, {
      redirect_uri: `${origin}/callback`,
      scope: form.getAll('scope').join(' '),
      provider_id: providerId,
      language,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const cookie = flows.keep({ state, clientId: app.clientId, providerId, language, verifier });
    return { status: 303, location: address.href, cookie };
  }

  /** Takes the answer, exchanges the code once, and shows the result under another address, which can be reloaded. */
  async function takeCallback(request: IncomingMessage, url: URL): Promise<Reply> {
    const flow = flowOf(request, url);
    const app = flow && appOf(flow.clientId);
    if (!flow || !app) return lost(url);
    flow.answer ??= takeAnswer(flow, app, accord, url);
    const answer = await flow.answer;
    if (answer.outcome !== 'unreachable')
      return {
        status: 303,
        location: `/result?${new URLSearchParams({ state: flow.state, language: flow.language })}`,
      };
    // The code may still be good: whoever loads the page again, tries again.
    flow.answer = undefined;
    const { language } = flow;
    return { status: 502, language, page: problemPage(language, 'unreachable', answer.reason) };
  }

  async function showResult(request: IncomingMessage, url: URL): Promise<Reply> {
    const flow = flowOf(request, url);
    const answer = await flow?.answer;
    if (!flow || !answer || answer.outcome === 'unreachable') return lost(url);
    const language = readRecipientLanguage(url.searchParams.get('language') ?? flow.language);
    return { status: 200, language, page: resultPage(flow, answer, { accord, language }) };
  }

  function flowOf({ headers }: IncomingMessage, { searchParams }: URL): Flow | undefined {
    return flows.find(searchParams.get('state') ?? '', headers.cookie ?? '');
  }

  function lost(url: URL): Reply {
    const language = readRecipientLanguage(url.searchParams.get('language'));
    return { status: url.pathname === '/callback' ? 400 : 404, language, page: lostPage(language) };
  }
}
