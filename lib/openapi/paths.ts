import { authorizationPaths } from './authorization-paths.ts';
import { dashboardPaths } from './dashboard-paths.ts';
import { fdxPaths } from './fdx-paths.ts';
import { oauthPaths } from './oauth-paths.ts';
import type { Paths } from './operation.ts';
import { serverPaths } from './server-paths.ts';

/** What is served, by what it is about and who calls it. */
export const groups = {
  authorization: {
    description: 'From a recipient’s request to the customer’s answer',
    callers: 'For the browser of a customer.',
    paths: authorizationPaths,
  },
  dashboard: {
    description: 'Where customers see and stop what they share',
    callers: 'For the browser of a customer who is signed in at their bank.',
    paths: dashboardPaths,
  },
  oauth: {
    description: 'Tokens: to get, renew, give back and ask about them',
    callers: 'For clients: recipients, and the machines of a bank.',
    paths: oauthPaths,
  },
  fdx: {
    description: 'FDX’s consent API',
    callers: 'For the recipient of the consent, and the operators of its bank.',
    paths: fdxPaths,
  },
  server: {
    description: 'What the server says about itself',
    callers: 'For everybody; nobody proves who they are.',
    paths: serverPaths,
  },
} as const satisfies Record<string, { description: string; callers: string; paths: Paths }>;

/** Everything that is served, but the sample world's own pages. */
export const paths: Paths = {
  ...authorizationPaths,
  ...dashboardPaths,
  ...oauthPaths,
  ...fdxPaths,
  ...serverPaths,
};

/** The group that a path is in. */
export const groupOf = (path: string) =>
  (Object.keys(groups) as (keyof typeof groups)[]).find((name) => path in groups[name].paths) ?? 'server';
