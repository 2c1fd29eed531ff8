import type en from '#messages/en.json';
import type { Language } from './locale.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: typeof en;
  }
}
