import type { Instrumentation } from 'next';

/** Start-up, once a process: configuration and registry checked, migrations applied. With a fault there is no server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NODE_ENV === 'production') {
    // Under server.js it is so from the first line on; `next start` has said a few words by now.
    const { printJsonOnly } = await import('./server/json-output.js');
    printJsonOnly();
  }
  const { startUpOrExit } = await import('#lib/start-up/start-up.ts');
  await startUpOrExit(process.env);
  const { letServerListen } = await import('#lib/hosts/node-server.ts');
  letServerListen();
}

/** A fault of ours: one line in the log, never a stack trace in the answer. */
export const onRequestError: Instrumentation.onRequestError = async (fault, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('#lib/log/log.ts');
  log().error({ err: fault, method: request.method, path: request.path.split('?', 1)[0] }, 'a request failed');
};
