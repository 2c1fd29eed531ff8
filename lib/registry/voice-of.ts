import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { byLanguage } from '#i18n/locale.ts';
import { inVoiceOf, type Voice, type Wording } from '#i18n/voice.ts';
import { environment } from '../process/environment.ts';
import { processWide } from '../process/process-wide.ts';
import type { Provider } from './provider.ts';

/** The path of a file that the registry names. */
export const pathFromRegistry = (path: string, registryPath: string): string => resolve(dirname(registryPath), path);

/**
 * How a bank speaks. Its files are read once for each reading of the registry, which is not taken over when one of them is
 * wrong.
 */
export function voiceOf({ wording, timeZone }: Pick<Provider, 'wording' | 'timeZone'>): Voice {
  const known = processWide('wordings', () => new WeakMap<object, Voice['wording']>());
  const read = known.get(wording) ?? readWordings(wording);
  known.set(wording, read);
  return { timeZone, wording: read };
}

const readWordings = (wording: Provider['wording']): Voice['wording'] =>
  byLanguage((language) => {
    const path = wording[language];
    if (path === undefined) return undefined;
    return JSON.parse(readFileSync(pathFromRegistry(path, environment().registryPath), 'utf8')) as Wording;
  });

/** What `write` comes to in the voice of a bank; it must not wait for anything. */
export const inWordsOf = <Written>(provider: Pick<Provider, 'wording' | 'timeZone'>, write: () => Written): Written =>
  inVoiceOf(voiceOf(provider), write);
