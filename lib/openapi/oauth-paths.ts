import type { Paths } from './operation.ts';
import { requestParameters } from './request-parameters.ts';

const oauthErrors = {
  400: 'OAuthError',
  401: 'OAuthError',
  413: 'OAuthError',
  429: 'OAuthError',
  503: 'OAuthError',
} as const;
const assertion = ['client_assertion', 'client_assertion_type'];

/** What recipients and resource servers call. */
export const oauthPaths: Paths = {
  '/par': {
    post: {
      summary: 'Takes a recipient’s request, and gives a URI to open it by (RFC 9126)',
      callers: ['basic', 'none'],
      form: [...requestParameters.filter((name) => name !== 'request_uri'), 'client_secret', ...assertion],
      required: ['response_type', 'redirect_uri'],
      answers: { 201: 'PushedRequest', ...oauthErrors },
    },
  },
  '/token': {
    post: {
      summary: 'Exchanges a code, a refresh token or a client’s own credentials for a token (RFC 6749 §3.2)',
      callers: ['basic', 'none'],
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
      required: ['grant_type'],
      answers: { 200: 'TokenResponse', ...oauthErrors },
    },
  },
  '/revoke': {
    post: {
      summary: 'Gives a token back (RFC 7009)',
      callers: ['basic', 'none'],
      form: ['token', 'token_type_hint', 'client_id', 'client_secret', ...assertion],
      required: ['token'],
      answers: { 200: 'Empty', ...oauthErrors },
    },
  },
  '/introspect': {
    post: {
      summary: 'What a token opens now (RFC 7662)',
      callers: ['basic', 'none'],
      form: ['token', 'token_type_hint', 'client_id', 'client_secret', ...assertion],
      required: ['token'],
      answers: { 200: 'Introspection', ...oauthErrors },
    },
  },
};
