import type { Paths } from './operation.ts';

/** What the server publishes about itself. */
export const serverPaths: Paths = {
  '/jwks': {
    get: {
      summary: 'The keys that tokens and receipts are checked with (RFC 7517)',
      answers: { 200: 'Jwks', 503: 'OAuthError' },
    },
  },
  '/.well-known/oauth-authorization-server': {
    get: { summary: 'What this server can do (RFC 8414)', answers: { 200: 'Metadata' } },
  },
  '/.well-known/openid-configuration': {
    get: {
      summary: 'The same, for clients that look here (RFC 8414 §5); there are no ID tokens',
      answers: { 200: 'Metadata' },
    },
  },
  '/openapi.json': { get: { summary: 'This document', answers: { 200: 'Document' } } },
  '/health': {
    get: {
      summary: 'Whether the database answers, and which registry is in force',
      answers: { 200: 'Health', 503: 'Health' },
    },
  },
  '/health/live': { get: { summary: 'Whether the process answers', answers: { 200: 'Probe' } } },
  '/health/ready': {
    get: { summary: 'Whether a write would succeed', answers: { 200: 'Probe', 503: 'Probe' } },
  },
};
