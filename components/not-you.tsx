import { useTranslations } from 'next-intl';
import { formatTime } from '#i18n/format-time.ts';
import { useLanguage } from '#i18n/use-language.ts';
import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { newJourney, queryOfRequest } from '#lib/authorization/journey.ts';
import { SignedInAs } from './signed-in-as.tsx';

/** Who is asked, until when they can answer, and the way out for somebody else, who comes back to the same request. */
export function NotYou({
  prompt: { session, request, journey, issuedAt },
  signOut,
}: {
  prompt: ConsentPrompt;
  signOut: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('Customer');
  const query = queryOfRequest(request, journey ?? newJourney(request, issuedAt)).toString();
  const until = formatTime(useLanguage(), session.expiresAt);
  return <SignedInAs name={session.name} until={until} wayOut={t('notYou')} signOut={signOut} fields={{ query }} />;
}
