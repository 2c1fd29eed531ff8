import type { Paths } from './operation.ts';
import { page, pageForm } from './page.ts';
import { requestParameters } from './request-parameters.ts';

/** From a recipient's request to the customer's answer. */
export const authorizationPaths: Paths = {
  '/': { get: { summary: 'The bank’s own home, or the customer’s dashboard', answers: { 303: 'redirect' } } },
  '/authorize': {
    get: page(
      'Puts a recipient’s request to the customer (RFC 6749 §4.1.1), who chooses the bank where none is named',
      requestParameters,
      { 400: 'page' },
    ),
    post: {
      ...pageForm(
        'The customer’s answer; or the same request as a form (OpenID Connect Core §3.1.2.1), on to it by GET',
      ),
      callers: ['session', 'none'],
      form: requestParameters,
    },
  },
  '/sign-in': {
    get: page('Asks the customer to sign in', requestParameters, { 400: 'page' }),
    post: pageForm('Signs the customer of a sample bank in'),
  },
  '/sign-in/callback/{provider}': {
    get: {
      summary: 'The way back from the bank’s own sign-in page',
      query: ['code', 'state', 'iss', 'error'],
      answers: { 303: 'redirect', 404: 'page' },
    },
  },
  '/sign-out': {
    get: page('Where the customer is signed in, with a way out; or that they are signed out', [
      'provider_id',
      'language',
    ]),
    post: pageForm('Signs the customer out'),
  },
  '/sign-out/callback': {
    get: { summary: 'The way back from signing out at the bank', query: ['state'], answers: { 303: 'redirect' } },
  },
};
