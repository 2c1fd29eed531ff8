import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { namesIn } from '../registry/name.ts';
import type { ConsentFacts } from './facts.ts';

/** Who asks for what of whom, and why: the latter in the recipient's own words. */
export interface Heading {
  title: string;
  heading: string;
  purpose: string;
}

export function writeHeading({ recipient, provider }: ConsentFacts, language: Language): Heading {
  const t = translator(language);
  const names = namesIn(language, { recipient: recipient.name, provider: provider.name });
  return {
    title: t('Consent.title', names),
    heading: t('Consent.heading', names),
    purpose: t('Consent.purpose', { ...names, purpose: recipient.description[language] }),
  };
}
