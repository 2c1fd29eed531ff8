import type { Operation } from './operation.ts';

/** A page of the customer's, to be opened. Its forms are Next's Server Actions, which no other program sends. */
export const page = (summary: string, query: readonly string[] = [], more: Operation['answers'] = {}): Operation => ({
  summary,
  query,
  answers: { 200: 'page', 303: 'redirect', 404: 'page', 503: 'page', ...more },
});
