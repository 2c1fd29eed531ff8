import type { Language } from './locale.ts';

// North American numbers that cost the caller nothing are dialled with their 1.
const tollFree = /^8(00|33|44|55|66|77|88)/;

/**
 * A telephone number as it is written in Canada: `1-800-555-0100`, `514-555-0100`; in French `1 800 555-0100`,
 * `514 555-0100`. A number of elsewhere is left as it is.
 */
export function formatPhone(language: Language, number: string): string {
  const [, area = '', exchange = '', line = ''] =
    /^\+?1(\d{3})(\d{3})(\d{4})$/.exec(number.replaceAll(/[ ().-]/g, '')) ?? [];
  if (!area) return number;
  const gap = language === 'fr' ? '\u00a0' : '-';
  return `${tollFree.test(area) ? `1${gap}` : ''}${area}${gap}${exchange}-${line}`;
}
