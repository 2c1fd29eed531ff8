import type { Paths } from './operation.ts';
import { opened, posted } from './page-answers.ts';
import { requestParameters } from './request-parameters.ts';

/** The pages from a recipient’s request to the customer’s answer. */
export const authorizationPaths: Paths = {
  '/': { get: { summary: 'The way in: the customer’s dashboard', answers: { 303: 'redirect' } } },
  '/authorize': {
    get: {
      summary: 'Puts a recipient’s request to the customer (RFC 6749 §4.1.1)',
      query: requestParameters,
      answers: { 200: 'page', 303: 'redirect', 400: 'page', 414: 'page' },
    },
    post: {
      summary: 'The customer’s decision; or a recipient’s request as a form',
      callers: ['session'],
      form: ['ticket', 'decision', 'account', 'until', 'language'],
      answers: { ...posted, 400: 'page' },
    },
  },
  '/sign-in': {
    get: { summary: 'Asks the customer to sign in', query: requestParameters, answers: { ...opened, 400: 'page' } },
    post: {
      summary: 'Signs the customer in at a sample provider',
      form: ['username', 'password', 'cancel', 'language'],
      answers: { ...posted, 400: 'page', 429: 'page' },
    },
  },
  '/sign-in/callback': {
    get: {
      summary: 'The way back from the bank’s own sign-in page',
      query: ['code', 'state', 'iss', 'error'],
      answers: { ...opened, 400: 'page', 502: 'page' },
    },
  },
  '/sign-out': {
    post: {
      summary: 'Ends the session',
      form: ['ticket', 'provider_id', 'ui_language'],
      answers: { ...posted, 400: 'page' },
    },
  },
  '/sign-out/callback': {
    get: {
      summary: 'The way back from signing out at the bank',
      query: ['state'],
      answers: { 303: 'redirect', 400: 'page' },
    },
  },
};
