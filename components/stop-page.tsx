import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ConsentView } from '#lib/disclosure/consent-view.ts';
import type { Visit } from '#lib/sign-in/find-customer.ts';
import { Lines } from './lines.tsx';

type Action = (form: FormData) => Promise<void>;

/** The second step of stopping one consent: what follows, and the two answers. */
export function StopPage({ visit, view, stop }: { visit: Visit; view: ConsentView; stop: Action }) {
  const t = useTranslations('Dashboard.stopping');
  const { consent, recipient } = view;
  return (
    <>
      <title>{t('title', { recipient })}</title>
      <h1>{t('title', { recipient })}</h1>
      <StopForm visit={visit} recipient={recipient} stop={stop} confirm={t('confirm')}>
        <input type="hidden" name="consent_id" value={consent.id} />
      </StopForm>
    </>
  );
}

/** The same for all that is in force; `recipients` are all that stop. */
export function StopAllPage({ visit, recipients, stop }: { visit: Visit; recipients: string[]; stop: Action }) {
  const t = useTranslations('Dashboard.stopping');
  const list = new Intl.ListFormat(`${visit.language}-CA`, { type: 'disjunction' });
  return (
    <>
      <title>{t('allTitle')}</title>
      <h1>{t('allTitle')}</h1>
      <section className="card">
        <h2>{t('allLead')}</h2>
        <Lines lines={recipients} />
      </section>
      <StopForm visit={visit} recipient={list.format(recipients)} stop={stop} confirm={t('allConfirm')} />
    </>
  );
}

function StopForm({
  visit: { provider, language, place },
  recipient,
  stop,
  confirm,
  children,
}: {
  visit: Visit;
  recipient: string;
  stop: Action;
  confirm: string;
  children?: ReactNode;
}) {
  const t = useTranslations('Dashboard.stopping');
  const names = { recipient, provider: provider.name[language] };
  const follows = (['now', 'kept', 'service', 'again', 'free'] as const).map((line) => t(line, names));
  return (
    <form action={stop} className="card">
      {children}
      <h2>{t('follows')}</h2>
      <Lines lines={follows} />
      <div className="decision">
        <a className="button" href={`/consents?${place}`}>
          {t('keep')}
        </a>
        <button className="button" type="submit" name="decision" value="stop">
          {confirm}
        </button>
      </div>
    </form>
  );
}
