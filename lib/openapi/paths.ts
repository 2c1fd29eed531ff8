import { authorizationPaths } from './authorization-paths.ts';
import { dashboardPaths } from './dashboard-paths.ts';
import { fdxPaths } from './fdx-paths.ts';
import { oauthPaths } from './oauth-paths.ts';
import type { Paths } from './operation.ts';
import { serverPaths } from './server-paths.ts';

/** Everything that is served, but the sample world's own pages. */
export const paths: Paths = {
  ...authorizationPaths,
  ...dashboardPaths,
  ...oauthPaths,
  ...fdxPaths,
  ...serverPaths,
};
