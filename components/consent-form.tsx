import type { ConsentPrompt } from '#lib/authorization/consent-prompt.ts';
import { AccountChoices } from './account-choices.tsx';
import { ClusterList } from './cluster-list.tsx';
import { ConsentDecision } from './consent-decision.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { RequesterLinks } from './requester-links.tsx';
import { Section } from './section.tsx';

/** The request in words and its two answers. */
export function ConsentForm({
  action,
  prompt: { recipient, words, ticket, filledIn },
  accountsError,
}: {
  action: (form: FormData) => Promise<void>;
  prompt: ConsentPrompt;
  accountsError: string | undefined;
}) {
  const { requester, renewal, data, accounts, period, limits, rights, decision } = words;
  return (
    <form id="consent" action={action} className="grid gap-5">
      <input type="hidden" name="ticket" value={ticket} />
      <Section {...requester}>
        <RequesterLinks recipient={recipient} />
      </Section>
      {renewal && <Section {...renewal} />}
      <ClusterList {...data} />
      <AccountChoices words={accounts} ticked={filledIn.ticked} error={accountsError} />
      <PeriodChoice words={period} until={filledIn.until} />
      <Section {...limits} />
      <Section {...rights} />
      <ConsentDecision words={decision} canAllow={accounts.choices.length > 0} />
    </form>
  );
}
