import { type NextRequest, NextResponse } from 'next/server';
import { type Language, readLanguage } from '#i18n/locale.ts';
import { languageHeader } from '#i18n/request.ts';
import { loadAuthorizationRequest } from '#lib/authorization/load.ts';
import { loadSignIn } from '#lib/authorization/load-sign-in.ts';
import { isOutsideHeader } from '#lib/gate/outside-headers.ts';
import { addressHeader } from '#lib/http/address-header.ts';
import { checkPostedForm, checkPostedRequest, checkRequestLine, isPostedRequest, methodsOf } from '#lib/http/door.ts';
import { type Problem, problem } from '#lib/http/problem.ts';
import { openProblemAddress, problemHeader, writeProblemHeader } from '#lib/http/problem-header.ts';
import { formTargetsOf, securityHeaders } from '#lib/http/security-headers.ts';
import { randomToken } from '#lib/keys/random-token.ts';
import { note } from '#lib/log/request-log.ts';
import { now } from '#lib/process/clock.ts';
import { issuer } from '#lib/process/environment.ts';
import { currentRegistry } from '#lib/registry/current.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { database } from '#lib/storage/database.ts';

// All addresses but those of machines and of the build's own files.
export const config = {
  matcher: [
    '/((?!_next/static/|(?:token|par|revoke|introspect|jwks|openapi\\.json|health|metrics)/?$|\\.well-known/|fdx/).*)',
  ],
};

/** The door of the pages: what is no request for one of them is answered here, with a true status. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { method, nextUrl } = request;
  const path = nextUrl.pathname.replace(/(?<=.)\/$/, '');
  const language = readLanguage(nextUrl.searchParams);
  // A logo or another file of `public/`; where there is none, Next answers with our not-found page.
  if (isFile(path))
    return /^(GET|HEAD)$/.test(method)
      ? file()
      : showProblem(request, problem('method-not-allowed', 405, language), path);
  const misfit = checkRequestLine({ method, path, search: nextUrl.search }, language);
  if (misfit) return showProblem(request, misfit, path);
  if (method === 'POST') {
    const isRequest = isPostedRequest(path, request.headers);
    const refused = isRequest
      ? checkPostedRequest(request.headers, language)
      : await checkPostedForm(request, path, language);
    if (refused) return showProblem(request, refused, path);
    if (isRequest) return NextResponse.rewrite(new URL('/authorize/posted', nextUrl));
  }
  switch (path) {
    case '/authorize':
      return openAuthorize(request, language);
    case '/sign-in':
      return openSignIn(request, language);
    case '/problem':
      return showProblem(
        request,
        openProblemAddress(nextUrl.searchParams) ?? problem('not-found', 404, language),
        path,
      );
    default:
      return letIn(request, language, []);
  }
}

async function openAuthorize(request: NextRequest, language: Language): Promise<Response> {
  const loaded = await loadAuthorizationRequest(database(), request.nextUrl.searchParams, now());
  // What is posted stands or falls by its ticket.
  if (request.method === 'POST' && loaded.outcome !== 'accepted') return letIn(request, language, []);
  if (loaded.outcome === 'problem') return showProblem(request, loaded, '/authorize');
  if (loaded.outcome === 'redirect') return sendOn(loaded.to);
  // "Not you?" leads on to the bank's own page.
  return letIn(request, loaded.request.language, [loaded.request.redirectUri, ...signInAddress(loaded.provider)]);
}

async function openSignIn(request: NextRequest, language: Language): Promise<Response> {
  const loaded = await loadSignIn(database(), request.nextUrl.searchParams, now());
  if (request.method === 'POST' && loaded.outcome !== 'accepted') return letIn(request, language, []);
  if (loaded.outcome === 'problem') return showProblem(request, loaded, '/sign-in');
  if (loaded.outcome === 'redirect') return sendOn(loaded.to);
  const { provider, requester } = loaded;
  if (provider.signIn.type === 'oidc' && request.method !== 'POST')
    return NextResponse.rewrite(new URL(`/sign-in/bank${request.nextUrl.search}`, request.nextUrl));
  return letIn(request, loaded.language, requester ? [requester.redirectUri] : []);
}

const signInAddress = ({ signIn }: Provider): string[] => (signIn.type === 'oidc' ? [signIn.issuer] : []);

/** On to the page, which learns language and nonce from headers that only we set. */
function letIn(request: NextRequest, language: Language, answers: readonly string[]): Response {
  const targets = answers.length > 0 ? answers : [...currentRegistry().providers.values()].flatMap(signInAddress);
  const headers = headersOf(request, language, targets.flatMap(formTargetsOf));
  const response = NextResponse.next({ request: { headers: headers.request } });
  return withHeaders(response, headers.response);
}

/** Our page for what cannot go on. */
function showProblem(request: NextRequest, shown: Problem, path: string): Response {
  const { status, language } = shown;
  note({ outcome: shown.name });
  const headers = headersOf(
    request,
    language,
    (shown.next ? [shown.next.giveUp?.address ?? ''] : []).flatMap((to) => (to ? formTargetsOf(to) : [])),
  );
  headers.request.set(problemHeader, writeProblemHeader(shown));
  // A rewritten POST would be read as an action once more.
  for (const name of ['content-type', 'origin']) headers.request.delete(name);
  const allow: Record<string, string> = status === 405 ? { Allow: methodsOf(path)?.join(', ') ?? 'GET, HEAD' } : {};
  const page = new URL('/problem', request.nextUrl);
  // Next answers OPTIONS of a page by itself.
  if (request.method === 'OPTIONS') return new Response(null, { status, headers: { ...headers.response, ...allow } });
  const response = NextResponse.rewrite(page, { status, request: { headers: headers.request } });
  return withHeaders(response, { ...headers.response, ...allow });
}

const sendOn = (to: string): Response =>
  new Response(null, { status: 303, headers: { ...securityHeaders({ issuer: issuer() }), Location: to } });

const isFile = (path: string): boolean => /\.\w{2,5}$/.test(path) && !methodsOf(path) && !path.startsWith('/_next');

function file(): Response {
  const { 'Cache-Control': _, Pragma: __, ...headers } = securityHeaders({ issuer: issuer() });
  return withHeaders(NextResponse.next(), headers);
}

function headersOf(incoming: NextRequest, language: Language, formTargets: string[]) {
  const nonce = randomToken();
  const request = new Headers(incoming.headers);
  if (process.env.NODE_ENV === 'production')
    for (const name of [...request.keys()]) if (isOutsideHeader(name)) request.delete(name);
  request.delete(problemHeader);
  request.set(
    addressHeader,
    incoming.nextUrl.pathname.startsWith('/consents')
      ? incoming.nextUrl.pathname + incoming.nextUrl.search
      : '/consents',
  );
  request.set(languageHeader, language);
  request.set('x-nonce', nonce);
  const response = { 'Content-Language': language, ...securityHeaders({ issuer: issuer(), nonce, formTargets }) };
  return { request, response };
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
