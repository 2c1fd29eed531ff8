import { useLanguage } from '#i18n/use-language.ts';
import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { OutsideLink } from './outside-link.tsx';

/** That refusing changes nothing, and where to stop: the one line that is never folded away. */
export function Assurance({ words, provider }: { words: Disclosure['assurance']; provider: Provider }) {
  const place = new URLSearchParams({ provider_id: provider.providerId, language: useLanguage() });
  return (
    <p>
      {`${words.text} `}
      <OutsideLink href={`/consents?${place}`} text={words.link} />
    </p>
  );
}
