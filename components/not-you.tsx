import { useTranslations } from 'next-intl';
import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { newJourney, queryOfRequest } from '#lib/authorization/journey.ts';
import { SignedInAs } from './signed-in-as.tsx';

/** Who is asked, and the way out for somebody else, who comes back to the same request. */
export function NotYou({
  prompt: { session, request, journey, issuedAt },
  signOut,
}: {
  prompt: ConsentPrompt;
  signOut: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('Customer');
  const query = queryOfRequest(request, journey ?? newJourney(request, issuedAt)).toString();
  return <SignedInAs name={session.name} wayOut={t('notYou')} signOut={signOut} fields={{ query }} />;
}
