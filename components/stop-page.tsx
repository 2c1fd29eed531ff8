import { useFormatter, useTranslations } from 'next-intl';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { BulletList } from './bullet-list.tsx';
import { Section } from './section.tsx';
import { StopForm } from './stop-form.tsx';

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
  const anyOfThem = useFormatter().list(recipients, { type: 'disjunction' });
  return (
    <>
      <title>{t('allTitle')}</title>
      <h1>{t('allTitle')}</h1>
      <Section title={t('allLead')}>
        <BulletList lines={recipients} />
      </Section>
      <StopForm visit={visit} recipient={anyOfThem} stop={stop} confirm={t('allConfirm')} />
    </>
  );
}
