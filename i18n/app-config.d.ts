import type en from '#messages/en.json';
import type { Language, locales } from './locale.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof locales)[Language]['tag'];
    Messages: typeof en;
  }
}
