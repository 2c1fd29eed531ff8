import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { byLanguage } from '#i18n/locale.ts';
import { inVoiceOf, type Voice, type Wording } from '#i18n/voice.ts';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import type { Provider } from './provider.ts';

/** The path of a file that the registry names. */
export const pathFromRegistry = (path: string, registryPath: string): string => resolve(dirname(registryPath), path);

/** How a bank speaks. Its files are read once; start-up has refused to go on when one of them is wrong. */
export const voiceOf = ({ wording, timeZone }: Pick<Provider, 'wording' | 'timeZone'>): Voice => ({
  timeZone,
  wording: byLanguage((language) => {
    const path = wording[language];
    return path === undefined ? undefined : readWording(pathFromRegistry(path, environment().registryPath));
  }),
});

const readWording = (path: string): Wording =>
  processWide(`wording.${path}`, () => JSON.parse(readFileSync(path, 'utf8')) as Wording);

/** What `write` comes to in the voice of a bank; it must not wait for anything. */
export const inWordsOf = <Written>(provider: Pick<Provider, 'wording' | 'timeZone'>, write: () => Written): Written =>
  inVoiceOf(voiceOf(provider), write);
