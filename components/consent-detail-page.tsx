import { formatDate } from '#i18n/format-date.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import { ClusterList } from './cluster-list.tsx';
import { DashboardFrame, type DashboardPlace } from './dashboard-frame.tsx';
import { Lines } from './lines.tsx';
import { Notice } from './notice.tsx';
import { Passage } from './passage.tsx';

/** One consent whole: how it stands, the words of the day it was given, and what happened since. */
export function ConsentDetailPage({
  provider,
  customer,
  language,
  place,
  nonce,
  view,
  history,
  notice,
}: DashboardPlace & {
  view: ConsentView;
  history: string[];
  notice: string | undefined;
}) {
  const t = translator(language);
  const { consent, recipient, isActive, lines, accounts, words } = view;
  const address = `/consents/${consent.id}`;
  const date = formatDate(language, consent.createdAt);
  const canChange = isActive && (consent.accountIds.length > 1 || consent.clusters.length > 1);
  return (
    <DashboardFrame
      title={t('Dashboard.detail.title', { recipient })}
      {...{ provider, customer, language, nonce, address }}
    >
      <Notice text={notice} />
      <section className="card">
        <h2>{t('Dashboard.detail.state')}</h2>
        <Lines lines={lines} />
        <p className="row">
          {isActive && (
            <a className="button" href={`${address}/stop?${place}`}>
              {t('Dashboard.stop', { recipient })}
            </a>
          )}
          {canChange && <a href={`${address}/change?${place}`}>{t('Dashboard.detail.change')}</a>}
          <a href={`${address}/receipt?${place}`}>{t('Dashboard.detail.receipt')}</a>
          <a href={`/consents?${place}`}>{t('Dashboard.detail.back')}</a>
        </p>
      </section>
      <section className="grid gap-5">
        <div>
          <h2>{t('Dashboard.detail.words')}</h2>
          <p>{t('Dashboard.detail.wordsLead', { date })}</p>
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
        <h2>{t('Dashboard.detail.history')}</h2>
        <Lines lines={history} />
        <p className="muted">{t('Dashboard.detail.reference', { id: consent.correlationId })}</p>
      </section>
    </DashboardFrame>
  );
}
