import { type Language, languages } from '#i18n/locale.ts';
import { environment } from '../process/environment.ts';
import type { Cookies } from './session.ts';
import { type HostCookie, hostCookie } from './session-cookie.ts';

/** Seconds for which a browser remembers a language: a year. */
const languageLife = 31_536_000;

const nameOfCookie = (): string => `${environment().isHttps ? '__Host-' : ''}accord-language`;

/** Remembers the language that a customer has chosen by a button of ours; no page is asked for by it alone. */
export const languageCookie = (language: Language): HostCookie => hostCookie(nameOfCookie(), language, languageLife);

/** The language that a customer has chosen in this browser. */
export const chosenLanguage = (cookies: Cookies): Language | undefined =>
  languages.find((known) => known === cookies.get(nameOfCookie())?.value);
