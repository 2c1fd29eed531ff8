import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { Provider } from '#lib/registry/provider.ts';

/** The bank's help, at the same place on every page (WCAG 2.2 §3.2.6). */
export function ProviderHelp({ provider, language }: { provider: Provider; language: Language }) {
  const { helpUri, helpPhone } = provider;
  if (!helpUri && !helpPhone) return null;
  const text = translator(language)('ProviderHelp.label', { provider: provider.name[language] });
  return (
    <footer className="row">
      {helpUri ? (
        <a href={helpUri} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      ) : (
        <span>{text}</span>
      )}
      {helpPhone && <a href={`tel:${helpPhone.replaceAll(/[^+\d]/g, '')}`}>{helpPhone}</a>}
    </footer>
  );
}
