import { useTranslations } from 'next-intl';
import type { NoticeName } from '#lib/consent/notice.ts';
import { formatDate } from '#lib/consent/period.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import type { ConsentEvent } from '#lib/evidence/event-chain.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { ClusterList } from './cluster-list.tsx';
import { Lines } from './lines.tsx';
import { Notice } from './notice.tsx';
import { Passage } from './passage.tsx';

/** One consent whole: how it stands, the words of the day it was given, and what happened since. */
export function ConsentDetailPage({
  visit: { language, place },
  view,
  events,
  notice,
}: {
  visit: Visit;
  view: ConsentView;
  events: Pick<ConsentEvent, 'type' | 'happenedAt'>[];
  notice: { name: NoticeName; clientId: string } | undefined;
}) {
  const t = useTranslations('Dashboard');
  const { consent, recipient, isActive, lines, accounts, words } = view;
  const address = `/consents/${consent.id}`;
  const date = formatDate(language, consent.createdAt);
  const canChange = isActive && (consent.accountIds.length > 1 || consent.clusters.length > 1);
  const history = events.map(
    ({ type, happenedAt }) => `${formatDate(language, happenedAt)} – ${t(`event.${type}`, { recipient })}`,
  );
  return (
    <>
      <title>{t('detail.title', { recipient })}</title>
      <h1>{t('detail.title', { recipient })}</h1>
      <Notice notice={notice} />
      <section className="card">
        <h2>{t('detail.state')}</h2>
        <Lines lines={lines} />
        <p className="row">
          {isActive && (
            <a className="button" href={`${address}/stop?${place}`}>
              {t('stop', { recipient })}
            </a>
          )}
          {canChange && <a href={`${address}/change?${place}`}>{t('detail.change')}</a>}
          <a href={`${address}/receipt?${place}`}>{t('detail.receipt')}</a>
          <a href={`/consents?${place}`}>{t('detail.back')}</a>
        </p>
      </section>
      <section className="grid gap-5">
        <div>
          <h2>{t('detail.words')}</h2>
          <p>{t('detail.wordsLead', { date })}</p>
        </div>
        <div lang={words.language} className="grid gap-5">
          <p>{words.purpose}</p>
          <Passage words={words.requester} />
          <ClusterList title={words.data.title} clusters={words.data.clusters} />
          <Passage words={{ title: words.accounts.title, lines: accounts }} />
          <Passage words={words.limits} />
          <Passage words={words.rights} />
        </div>
      </section>
      <section className="card">
        <h2>{t('detail.history')}</h2>
        <Lines lines={[...new Set(history)]} />
        <p className="muted">{t('detail.reference', { id: consent.correlationId })}</p>
      </section>
    </>
  );
}
