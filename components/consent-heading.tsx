import { useLanguage } from '#i18n/use-language.ts';
import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { Logo } from './logo.tsx';

/** Who asks, and why. */
export function ConsentHeading({ prompt: { recipient, words } }: { prompt: ConsentPrompt }) {
  const name = recipient.name[useLanguage()];
  return (
    <>
      <div className="flex items-center gap-x-3">
        <Logo uri={recipient.logoUri} name={name} />
        <h1>{words.heading}</h1>
      </div>
      <div>
        <p>{words.purpose}</p>
        <p>{words.lead}</p>
      </div>
    </>
  );
}
