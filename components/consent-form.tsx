import type { ReactNode } from 'react';
import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import { AccountChoices } from './account-choices.tsx';
import { ClusterList } from './cluster-list.tsx';
import { Passage } from './passage.tsx';
import { PeriodChoice } from './period-choice.tsx';

/** The request in words and its two answers, as a plain form that is posted to where it stands. */
export function ConsentForm({
  words,
  ticket,
  ticked,
  until,
  error,
  links,
}: {
  words: Disclosure;
  ticket: string;
  ticked: string[];
  until: string | null | undefined;
  error: string | undefined;
  links: ReactNode;
}) {
  const { requester, renewal, data, accounts, period, limits, rights, decision } = words;
  const isPossible = accounts.choices.length > 0;
  return (
    <form id="consent" method="post" className="grid gap-5">
      <input type="hidden" name="ticket" value={ticket} />
      <Passage words={requester}>{links}</Passage>
      {renewal && <Passage words={renewal} />}
      <ClusterList title={data.title} clusters={data.clusters} />
      <AccountChoices words={accounts} ticked={ticked} error={error} />
      <PeriodChoice words={period} until={until} />
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
