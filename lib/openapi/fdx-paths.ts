import type { Paths } from './operation.ts';

const fdxErrors = { 401: 'FdxError', 403: 'FdxError', 404: 'FdxError', 429: 'FdxError', 503: 'FdxError' } as const;

/** FDX’s consent API. */
export const fdxPaths: Paths = {
  '/fdx/v6/consents/{id}': {
    get: {
      summary: 'FDX: a consent, for its recipient or an operator of its provider',
      callers: ['basic', 'oauth2'],
      answers: { 200: 'ConsentGrant', ...fdxErrors },
    },
  },
  '/fdx/v6/consents/{id}/revocation': {
    get: {
      summary: 'FDX: how a consent ended',
      callers: ['basic', 'oauth2'],
      answers: { 200: 'ConsentRevocationList', ...fdxErrors },
    },
    put: {
      summary: 'FDX: ends a consent, for good',
      callers: ['basic', 'oauth2'],
      json: 'ConsentRevocationRequest',
      answers: { 204: 'nothing', 400: 'FdxError', 409: 'FdxError', 413: 'FdxError', ...fdxErrors },
    },
  },
};
