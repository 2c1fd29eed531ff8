import type { Operation } from './operation.ts';

/** A page of the customer's, to be opened. */
export const page = (summary: string, query: readonly string[] = [], more: Operation['answers'] = {}): Operation => ({
  summary,
  query,
  answers: { 200: 'page', 303: 'redirect', 404: 'page', 503: 'page', ...more },
});

/** The form of a page, posted; the page is shown again, with what is wrong, or the customer goes on. */
export const pageForm = (summary: string): Operation => ({
  summary,
  takesPageForm: true,
  answers: {
    200: 'page',
    303: 'redirect',
    400: 'page',
    403: 'page',
    404: 'page',
    411: 'page',
    413: 'page',
    415: 'page',
    429: 'page',
    503: 'page',
  },
});
