import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { AccountChoices } from './account-choices.tsx';
import { Assurance } from './assurance.tsx';
import { ClusterList } from './cluster-list.tsx';
import { ConsentDecision } from './consent-decision.tsx';
import { ConsentDetails } from './consent-details.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { Section } from './section.tsx';

/** The request in words and its two answers. */
export function ConsentForm({
  action,
  prompt: { recipient, provider, words, ticket, filledIn },
  accountsError,
}: {
  action: (form: FormData) => Promise<void>;
  prompt: ConsentPrompt;
  accountsError: string | undefined;
}) {
  return (
    <form id="consent" action={action} className="grid gap-3">
      <input type="hidden" name="ticket" value={ticket} />
      {words.renewal && <Section {...words.renewal} />}
      <AccountChoices words={words.accounts} ticked={filledIn.ticked} error={accountsError} />
      <PeriodChoice words={words.period} until={filledIn.until} />
      <ClusterList {...words.data} />
      <ConsentDetails recipient={recipient} words={words} />
      <Assurance words={words.assurance} provider={provider} />
      <ConsentDecision words={words} />
    </form>
  );
}
