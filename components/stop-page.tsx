import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Visit } from '#lib/dashboard/find-customer.ts';
import { namesIn } from '#lib/registry/name.ts';
import { BulletList } from './bullet-list.tsx';
import { Section } from './section.tsx';
import { StopForm } from './stop-form.tsx';

type Action = (form: FormData) => Promise<void>;

const consequences = ['now', 'kept', 'service', 'again', 'free'] as const;

/** The second step of stopping one consent: what follows, and the two answers. */
export function StopPage({ visit: { place }, view, stop }: { visit: Visit; view: ConsentView; stop: Action }) {
  const t = useTranslations('Dashboard.stopping');
  const { consent, names } = view;
  const follows = consequences.map((line) => t(line, names));
  return (
    <>
      <title>{t('title', names)}</title>
      <h1>{t('title', names)}</h1>
      <StopForm place={place} stop={stop} follows={follows} confirm={t('confirm')}>
        <input type="hidden" name="consent_id" value={consent.id} />
      </StopForm>
    </>
  );
}

/** The same for all that is in force; `recipients` are all that stop. */
export function StopAllPage({
  visit: { provider, place },
  recipients,
  stop,
}: {
  visit: Visit;
  recipients: string[];
  stop: Action;
}) {
  const t = useTranslations('Dashboard.stoppingAll');
  const count = recipients.length;
  const names = namesIn(useLanguage(), { provider: provider.name });
  const follows = consequences.map((line) => t(line, { count, ...names }));
  return (
    <>
      <title>{t('title')}</title>
      <h1>{t('title')}</h1>
      <Section title={t('lead', { count })}>
        <BulletList lines={recipients} />
      </Section>
      <StopForm place={place} stop={stop} follows={follows} confirm={t('confirm')} />
    </>
  );
}
