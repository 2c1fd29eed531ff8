import type { FilledIn } from '#lib/authorization/consent-prompt.ts';
import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { AccountChoices } from './account-choices.tsx';
import { ClusterList } from './cluster-list.tsx';
import { Passage } from './passage.tsx';
import { PeriodChoice } from './period-choice.tsx';
import { RequesterLinks } from './requester-links.tsx';

/** The request in words and its two answers. */
export function ConsentForm({
  action,
  recipient,
  words,
  ticket,
  filledIn,
  error,
}: {
  action: (form: FormData) => Promise<void>;
  recipient: Recipient;
  words: Disclosure;
  ticket: string;
  filledIn: FilledIn;
  error: string | undefined;
}) {
  const { requester, renewal, data, accounts, period, limits, rights, decision } = words;
  const isPossible = accounts.choices.length > 0;
  return (
    <form id="consent" action={action} className="grid gap-5">
      <input type="hidden" name="ticket" value={ticket} />
      <Passage words={requester}>
        <RequesterLinks recipient={recipient} />
      </Passage>
      {renewal && <Passage words={renewal} />}
      <ClusterList title={data.title} clusters={data.clusters} />
      <AccountChoices words={accounts} ticked={filledIn.ticked} error={error} />
      <PeriodChoice words={period} until={filledIn.until} />
      <Passage words={limits} />
      <Passage words={rights} />
      <section className="card">
        <h2>{decision.title}</h2>
        <div className="decision">
          <button className="button" type="submit" name="decision" value="deny">
            {decision.deny}
          </button>
          {isPossible && (
            <button className="button" type="submit" name="decision" value="allow">
              {decision.allow}
            </button>
          )}
        </div>
      </section>
    </form>
  );
}
