import { onOneLine, timeZone } from './format-date.ts';
import { type Language, locales } from './locale.ts';
import { currentVoice } from './voice.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const form = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone: zone } as const;
  const known = clocks.get(key) ?? new Intl.DateTimeFormat(locales[language].tag, form);
  clocks.set(key, known);
  return known;
}

/** A time of day with its zone, that of the bank, from epoch seconds: `4:05 p.m. EST`, `16 h 05 HNE`. */
export const formatTime = (language: Language, seconds: number): string =>
  onOneLine(clockOf(language, currentVoice()?.timeZone ?? timeZone).format(seconds * 1000));
