import { createTranslator } from 'next-intl';
import type en from '#messages/en.json';
import { type Language, locales } from './locale.ts';

type Messages = typeof en;
type Part<Texts> = { [Key in keyof Texts]?: Texts[Key] extends string ? string : Part<Texts[Key]> };

/** Some of the messages of a language in words of a bank's own. */
export type Wording = Part<Messages>;

/** How a bank speaks: its own words for some messages, and the time zone of its dates. */
export interface Voice {
  wording: Partial<Record<Language, Wording>>;
  timeZone: string;
}

let current: Voice | undefined;

/** What `write` comes to in the voice of a bank. It must not wait for anything: the voice is that of everything it calls. */
export function inVoiceOf<Written>(voice: Voice, write: () => Written): Written {
  const before = current;
  current = voice;
  try {
    return write();
  } finally {
    current = before;
  }
}

/** The voice in which something is written now; undefined for our own. */
export const currentVoice = (): Voice | undefined => current;

/** All messages, those that a bank has worded itself in its words. */
export function withWording(messages: Messages, wording: Wording | undefined): Messages {
  const merge = (ours: object, own: object): object =>
    Object.fromEntries(
      Object.entries(ours).map(([key, text]) => {
        const other: unknown = (own as Record<string, unknown>)[key];
        return [key, other === undefined ? text : typeof other === 'object' ? merge(text, other as object) : other];
      }),
    );
  return wording ? (merge(messages, wording) as Messages) : messages;
}

export const createOurTranslator = (language: Language, messages: Messages) =>
  createTranslator({ locale: locales[language].tag, messages });
