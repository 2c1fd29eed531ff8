/** What a page of the customer's answers, opened or posted. */
export const opened = { 200: 'page', 303: 'redirect', 404: 'page', 503: 'page' } as const;
export const posted = {
  200: 'page',
  303: 'redirect',
  403: 'page',
  404: 'page',
  413: 'page',
  415: 'page',
  503: 'page',
} as const;
