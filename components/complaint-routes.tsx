import { useTranslations } from 'next-intl';
import { Children, type ReactNode } from 'react';
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
        <Route text={t('recipient', names)}>{clientUri && <PrintedLink href={clientUri} />}</Route>
        <Route text={t('provider', names)}>
          {bank && <PrintedLink href={bank} />}
          {helpPhone && `${bank ? ', ' : ''}${formatPhone(language, helpPhone)}`}
        </Route>
        {complaintsBody && (
          <Route text={t('body', { body: complaintsBody.name[language] })}>
            {complaintsBody.uri[language] && <PrintedLink href={complaintsBody.uri[language]} />}
          </Route>
        )}
      </ul>
    </Section>
  );
}

/** Whom to turn to, and where, if that is known. */
function Route({ text, children }: { text: string; children: ReactNode }) {
  const t = useTranslations('Complaints');
  const where = Children.toArray(children);
  return where.length === 0 ? (
    <li>{text}</li>
  ) : (
    <li>
      {t('at', { text })} {where}
    </li>
  );
}
