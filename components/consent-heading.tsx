import { useLanguage } from '#i18n/use-language.ts';
import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { Logo } from './logo.tsx';

/** Who asks, beside its logo, or below it where there is little room. */
export function ConsentHeading({ prompt: { recipient, words } }: { prompt: ConsentPrompt }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Logo uri={recipient.logoUri} name={recipient.name[useLanguage()]} />
      <h1 className="grow basis-64">{words.heading}</h1>
    </div>
  );
}
