import { useTranslations } from 'next-intl';
import { formatPhone } from '#i18n/format-phone.ts';
import { useLanguage } from '#i18n/use-language.ts';
import type { ConsentView } from '#lib/dashboard/consent-view.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { PrintedLink } from './printed-link.tsx';
import { Section } from './section.tsx';

/** Where to complain: to the recipient, to the bank, and to who hears what neither of them has settled. */
export function ComplaintRoutes({ view: { names, clientUri }, provider }: { view: ConsentView; provider: Provider }) {
  const t = useTranslations('Complaints');
  const language = useLanguage();
  const { complaintsUri, helpPhone, complaintsBody } = provider;
  const bank = complaintsUri[language] ?? provider.helpUri;
  return (
    <Section title={t('title')}>
      <ul className="grid list-disc gap-1 ps-5">
        <li>
          {t('recipient', names)} {clientUri && <PrintedLink href={clientUri} />}
        </li>
        <li>
          {t('provider', names)} {bank && <PrintedLink href={bank} />}
          {helpPhone && `${bank ? ', ' : ''}${formatPhone(language, helpPhone)}`}
        </li>
        {complaintsBody && (
          <li>
            {t('body', { body: complaintsBody.name[language] })}{' '}
            {complaintsBody.uri[language] && <PrintedLink href={complaintsBody.uri[language]} />}
          </li>
        )}
      </ul>
    </Section>
  );
}
