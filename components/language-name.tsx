import { getTranslations } from 'next-intl/server';
import { type Language, locales } from '#i18n/locale.ts';

/** A language by its own name. */
export async function LanguageName({ language }: { language: Language }) {
  const t = await getTranslations({ locale: locales[language].tag, namespace: 'LanguageSwitch' });
  return t('name');
}
