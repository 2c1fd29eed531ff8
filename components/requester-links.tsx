import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { Recipient } from '#lib/registry/recipient.ts';

/** The recipient's own pages, opened aside so that the answer is not lost. */
export function RequesterLinks({ recipient, language }: { recipient: Recipient; language: Language }) {
  const t = translator(language);
  const names = { recipient: recipient.name[language] };
  const links = [
    { href: recipient.clientUri, text: t('Consent.requester.website', names) },
    { href: recipient.policyUri, text: t('Consent.requester.policy', names) },
  ].filter((link) => link.href !== undefined);
  if (links.length === 0) return null;
  return (
    <p className="row">
      {links.map(({ href, text }) => (
        <a key={href} href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ))}
    </p>
  );
}
