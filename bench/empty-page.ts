import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildMark, run } from './build.ts';
import type { Contender } from './contender.ts';
import { unexpected } from './http-client.ts';
import { startServer } from './process.ts';

const folder = join(import.meta.dirname, 'empty-page');
const nextCommand = join(import.meta.dirname, '../node_modules/next/dist/bin/next');

/** What Next itself costs: a dynamic page with one heading, no proxy that is called, no packages. */
export function emptyPage(port: number): Contender {
  const url = new URL(`http://localhost:${port}`);
  return {
    name: 'empty Next page',
    prepare: async () => {
      if (!existsSync(join(folder, buildMark))) await run(process.execPath, [nextCommand, 'build'], folder);
    },
    start: () =>
      startServer({ args: [nextCommand, 'start', '-H', '127.0.0.1', '-p', String(port)], cwd: folder, env: {}, url }),
    signIn: async () => {},
    async openPage(browser) {
      const { answer } = await browser.open(url);
      if (answer.status !== 200 || !answer.body.includes('<h1>Empty</h1>')) throw unexpected(answer, url);
      return answer.body;
    },
  };
}
