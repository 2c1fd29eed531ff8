import type { SchemaName } from './schemas.ts';

/** An operation: what it is for, how the caller proves itself, what is sent, and what is answered by status. */
export interface Operation {
  summary: string;
  callers?: readonly ('basic' | 'bearer' | 'session')[];
  form?: readonly string[];
  json?: SchemaName;
  query?: readonly string[];
  answers: Record<number, SchemaName | 'page' | 'redirect' | 'file' | 'nothing'>;
}

type Method = 'get' | 'post' | 'put';

const page = { 200: 'page', 303: 'redirect', 404: 'page', 503: 'page' } as const;
const post = {
  200: 'page',
  303: 'redirect',
  400: 'page',
  403: 'page',
  404: 'page',
  411: 'page',
  413: 'page',
  415: 'page',
  503: 'page',
} as const;
const signOut = {
  summary: 'Ends the session',
  callers: ['session'],
  form: ['query', 'provider_id', 'ui_language'],
  answers: post,
} as const;
const oauthErrors = {
  400: 'OAuthError',
  401: 'OAuthError',
  413: 'OAuthError',
  429: 'OAuthError',
  503: 'OAuthError',
} as const;
const fdxErrors = { 401: 'FdxError', 403: 'FdxError', 404: 'FdxError', 503: 'FdxError' } as const;
const place = ['provider_id', 'language'];
const request = [
  'client_id',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'provider_id',
  'correlation_id',
  'language',
  'ui_locales',
  'login_hint',
  'code_challenge',
  'code_challenge_method',
  'request_uri',
  'authorization_details',
  'dpop_jkt',
  'prompt',
  'max_age',
  'acr_values',
];
const assertion = ['client_assertion', 'client_assertion_type'];

/** Everything that is served, but the sample world's own pages. */
export const paths: Record<string, Partial<Record<Method, Operation>>> = {
  '/': { get: { summary: 'The way in: the customer’s dashboard', answers: { 303: 'redirect' } } },
  '/authorize': {
    get: {
      summary: 'Puts a recipient’s request to the customer (RFC 6749 §4.1.1)',
      query: request,
      answers: { 200: 'page', 303: 'redirect', 400: 'page', 414: 'page' },
    },
    post: {
      summary: 'The customer’s decision; or a recipient’s request, urlencoded, which is sent on by GET',
      callers: ['session'],
      form: ['ticket', 'decision', 'account', 'until', 'language'],
      answers: post,
    },
  },
  '/sign-in': {
    get: { summary: 'Asks the customer to sign in', query: request, answers: { ...page, 400: 'page' } },
    post: {
      summary: 'Signs the customer in at a sample provider',
      form: ['query', 'username', 'password', 'cancel', 'language'],
      answers: { ...post, 429: 'page' },
    },
  },
  '/sign-in/callback': {
    get: {
      summary: 'The way back from the bank’s own sign-in page',
      query: ['code', 'state', 'iss', 'error'],
      answers: { 303: 'redirect' },
    },
  },
  '/sign-out': {
    get: { summary: 'Where the customer is signed in', callers: ['session'], answers: { 200: 'page', 503: 'page' } },
    post: signOut,
  },
  '/sign-out/callback': {
    get: {
      summary: 'The way back from signing out at the bank',
      query: ['state'],
      answers: { 303: 'redirect' },
    },
  },
  '/par': {
    post: {
      summary: 'Takes a recipient’s request, and gives a URI to open it by (RFC 9126)',
      callers: ['basic'],
      form: [...request.filter((name) => name !== 'request_uri'), 'client_secret', ...assertion],
      answers: { 201: 'PushedRequest', ...oauthErrors },
    },
  },
  '/token': {
    post: {
      summary: 'Exchanges a code, a refresh token or a client’s own credentials for a token (RFC 6749 §3.2)',
      callers: ['basic'],
      form: [
        'grant_type',
        'code',
        'redirect_uri',
        'code_verifier',
        'refresh_token',
        'scope',
        'client_id',
        'client_secret',
        ...assertion,
      ],
      answers: { 200: 'TokenResponse', ...oauthErrors },
    },
  },
  '/revoke': {
    post: {
      summary: 'Gives a token back (RFC 7009)',
      callers: ['basic'],
      form: ['token', 'token_type_hint', 'client_id', 'client_secret', ...assertion],
      answers: { 200: 'Empty', ...oauthErrors },
    },
  },
  '/introspect': {
    post: {
      summary: 'What a token opens now (RFC 7662)',
      callers: ['basic'],
      form: ['token', 'token_type_hint', 'client_id', 'client_secret', ...assertion],
      answers: { 200: 'Introspection', ...oauthErrors },
    },
  },
  '/jwks': {
    get: {
      summary: 'The keys that tokens and receipts are checked with (RFC 7517)',
      answers: { 200: 'Jwks', 503: 'OAuthError' },
    },
  },
  '/.well-known/oauth-authorization-server': {
    get: { summary: 'What this server can do (RFC 8414)', answers: { 200: 'Metadata' } },
  },
  '/openapi.json': { get: { summary: 'This document', answers: { 200: 'Document' } } },
  '/health': { get: { summary: 'Whether the database answers', answers: { 200: 'Health', 503: 'Health' } } },
  '/consents': {
    get: { summary: 'The customer’s dashboard', callers: ['session'], query: [...place, 'after'], answers: page },
    post: signOut,
  },
  '/consents/stop': {
    get: { summary: 'What follows from stopping all', callers: ['session'], query: place, answers: page },
    post: { summary: 'Stops all sharing', callers: ['session'], query: place, form: ['decision'], answers: post },
  },
  '/consents/{id}': {
    get: {
      summary: 'One consent, in the words of the day it was given',
      callers: ['session'],
      query: place,
      answers: page,
    },
    post: signOut,
  },
  '/consents/{id}/stop': {
    get: { summary: 'What follows from stopping', callers: ['session'], query: place, answers: page },
    post: {
      summary: 'Stops sharing with a recipient',
      callers: ['session'],
      query: place,
      form: ['consent_id', 'decision'],
      answers: post,
    },
  },
  '/consents/{id}/change': {
    get: { summary: 'What of a consent is to go on', callers: ['session'], query: place, answers: page },
    post: {
      summary: 'Stops a part of a consent',
      callers: ['session'],
      query: place,
      form: ['consent_id', 'decision', 'account', 'cluster'],
      answers: post,
    },
  },
  '/consents/{id}/receipt': {
    get: { summary: 'A receipt to print', callers: ['session'], query: place, answers: page },
    post: signOut,
  },
  '/consents/{id}/receipt.jws': {
    get: {
      summary: 'The receipt, signed (RFC 7515)',
      callers: ['session'],
      query: place,
      answers: { 200: 'file', 303: 'redirect' },
    },
  },
  '/fdx/v6/consents/{id}': {
    get: {
      summary: 'FDX: a consent, for its recipient or an operator of its provider',
      callers: ['basic', 'bearer'],
      answers: { 200: 'ConsentGrant', ...fdxErrors },
    },
  },
  '/fdx/v6/consents/{id}/revocation': {
    get: {
      summary: 'FDX: how a consent ended',
      callers: ['basic', 'bearer'],
      answers: { 200: 'ConsentRevocationList', ...fdxErrors },
    },
    put: {
      summary: 'FDX: ends a consent, for good',
      callers: ['basic', 'bearer'],
      json: 'ConsentRevocationRequest',
      answers: { 204: 'nothing', 400: 'FdxError', 409: 'FdxError', 413: 'FdxError', ...fdxErrors },
    },
  },
};
