import type { Operation, Paths } from './operation.ts';
import { page } from './page.ts';

const place = ['provider_id', 'language'];
const dashboardPage = (summary: string, query = place): Operation => ({
  ...page(summary, query),
  callers: ['session'],
});

/** Where customers see and stop what they share. */
export const dashboardPaths: Paths = {
  '/consents': { get: dashboardPage('The customer’s dashboard', [...place, 'after']) },
  '/consents/stop': { get: dashboardPage('What follows from stopping all') },
  '/consents/{id}': { get: dashboardPage('One consent, in the words of the day it was given') },
  '/consents/{id}/stop': { get: dashboardPage('What follows from stopping') },
  '/consents/{id}/change': { get: dashboardPage('What of a consent is to go on') },
  '/consents/{id}/receipt': { get: dashboardPage('A receipt to print') },
  '/consents/{id}/receipt.jws': {
    get: {
      summary: 'The receipt, signed (RFC 7515)',
      callers: ['session'],
      query: place,
      answers: { 200: 'file', 303: 'redirect' },
    },
  },
};
