import type { Operation, Paths } from './operation.ts';
import { page, pageForm } from './page.ts';

const callers = ['session', 'none'] as const;
const place = ['provider_id', 'language'];
const dashboardPage = (summary: string, query = place): Operation => ({
  ...page(summary, query),
  callers,
});
const dashboardForm = (summary: string): Operation => ({ ...pageForm(summary), callers });
// The frame of these pages has the way out.
const signOut = dashboardForm('Signs the customer out');

/** Where customers see and stop what they share. */
export const dashboardPaths: Paths = {
  '/consents': { get: dashboardPage('The customer’s dashboard', [...place, 'after']), post: signOut },
  '/consents/stop': {
    get: dashboardPage('What follows from stopping all'),
    post: dashboardForm('Stops all, or signs the customer out'),
  },
  '/consents/{id}': { get: dashboardPage('One consent, in the words of the day it was given'), post: signOut },
  '/consents/{id}/stop': {
    get: dashboardPage('What follows from stopping'),
    post: dashboardForm('Stops one consent, or signs the customer out'),
  },
  '/consents/{id}/change': {
    get: dashboardPage('What of a consent is to go on'),
    post: dashboardForm('Narrows one consent, or signs the customer out'),
  },
  '/consents/{id}/receipt': { get: dashboardPage('A receipt to print'), post: signOut },
  '/consents/{id}/receipt.jws': {
    get: {
      summary: 'The receipt, signed (RFC 7515)',
      callers,
      query: place,
      answers: { 200: 'file', 303: 'redirect', 404: 'page', 503: 'page' },
    },
  },
};
