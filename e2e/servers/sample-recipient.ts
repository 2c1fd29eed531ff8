import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openSampleRecipient } from '../../demo/open-recipient.ts';
import { type RecipientLanguage, words } from '../../demo/recipient/words.ts';
import { freePort } from '../../scripts/free-port.ts';
import { newDirectory, repository } from './server.ts';

/** The sample recipient as a process of its own. */
export interface SampleRecipientProcess {
  origin: string;
  process: ChildProcess;
  close(): Promise<void>;
}

/** Starts the sample recipient against an Accord, which need not be there. */
export async function startSampleRecipient(
  accord: string,
  registryPath = join(repository, 'demo/registry.json'),
): Promise<SampleRecipientProcess> {
  const worldPath = join(newDirectory(), 'sample-world.json');
  const recipient = openSampleRecipient({
    root: repository,
    accord,
    port: await freePort(),
    registryPath,
    worldPath,
  });
  const child = recipient.start();
  const ended = once(child, 'exit');
  await untilItSpeaks(child, ended);
  return {
    origin: recipient.origin,
    process: child,
    async close() {
      child.kill();
      await ended;
    },
  };
}

/** Resolves with the first words of a process; a fault when it ends without any. */
export async function untilItSpeaks(child: ChildProcess, ended = once(child, 'exit')): Promise<void> {
  if (!child.stdout) throw new Error('the standard output is not a pipe');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('a process of the sample world did not start'))),
  ]);
}

/** Fills in the start page and sends it. */
export async function beginsAt(
  page: Page,
  { origin }: { origin: string },
  { language, app, bank, more }: { language: RecipientLanguage; app?: string; bank?: string; more?: string },
): Promise<void> {
  const t = words[language];
  await page.goto(`${origin}/?language=${language}`);
  if (app) await page.getByRole('radio', { name: app }).check();
  if (more) await page.getByRole('checkbox', { name: more }).check();
  if (bank) await page.getByLabel(t.bank).selectOption(bank);
  await page.getByRole('button', { name: t.submit }).click();
}
