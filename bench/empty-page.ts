import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unexpected } from './authorization-code.ts';
import type { Contender } from './contender.ts';
import { readFrameworkScripts } from './framework-scripts.ts';
import { buildWithNext, nextCommand } from './next-build.ts';
import { startServer } from './process.ts';

const folder = join(import.meta.dirname, 'empty-page');

/** What Next itself costs: a dynamic page with one heading, no proxy, no packages. */
export function emptyPage(port: number): Contender {
  const url = new URL(`http://localhost:${port}`);
  return {
    name: 'empty Next page',
    prepare: async () => {
      if (!existsSync(join(folder, '.next/BUILD_ID'))) await buildWithNext(folder);
    },
    frameworkScripts: () => readFrameworkScripts(folder, 'page'),
    start: () =>
      startServer({ args: [nextCommand, 'start', '-H', '127.0.0.1', '-p', String(port)], cwd: folder, env: {}, url }),
    signIn: async () => {},
    async openPage(_server, browser) {
      const shown = await browser.get(url);
      if (shown.status !== 200 || !shown.body.includes('<h1>Empty</h1>')) throw unexpected(shown, url);
      return shown.body;
    },
  };
}
