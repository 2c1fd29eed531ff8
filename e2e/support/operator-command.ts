import { spawnSync } from 'node:child_process';
import { repository, type Server } from '../servers/server.ts';

/** A command of `scripts/` as an operator runs it, beside a server that goes on. */
export function runCommand(
  script: string,
  { issuer, secret, databasePath }: Pick<Server, 'issuer' | 'secret' | 'databasePath'>,
  ...parameters: string[]
) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}.ts`, ...parameters], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ACCORD_ISSUER: issuer,
      ACCORD_SECRET: secret,
      ACCORD_REGISTRY: `${repository}/demo/registry.json`,
      DATABASE_URL: `file:${databasePath}`,
    },
  });
  return { status, stdout, stderr };
}
