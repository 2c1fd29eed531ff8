import type { Language } from '#i18n/locale.ts';

/** An address of ours in a language; what was just done there is not said again. */
export function addressIn(language: Language, address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://accord');
  searchParams.set('language', language);
  for (const name of ['notice', 'client_id']) searchParams.delete(name);
  return `${pathname}?${searchParams}`;
}
