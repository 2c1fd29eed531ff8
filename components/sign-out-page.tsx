import { useTranslations } from 'next-intl';
import { useLanguage } from '#i18n/use-language.ts';
import { namesIn } from '#lib/registry/name.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { Button, ButtonLink } from './button.tsx';
import { Card } from './card.tsx';
import { LanguageForm } from './language-form.tsx';
import { PageMain } from './page-main.tsx';
import { ProviderPage } from './provider-page.tsx';
import { Row } from './row.tsx';

type Action = (form: FormData) => Promise<void>;

/** Where a customer is signed in, with a way out of each; or that they are signed in nowhere. */
export function SignOutPage({
  places,
  signOut,
  switchLanguage,
}: {
  places: { provider: Provider; session: { name: string } }[];
  signOut: Action;
  switchLanguage: Action;
}) {
  const t = useTranslations('SignOut');
  const language = useLanguage();
  return (
    <PageMain>
      <title>{t('title')}</title>
      <div className="justify-self-end">
        <LanguageForm look="textual" switchLanguage={switchLanguage} />
      </div>
      <h1>{t('title')}</h1>
      {places.length === 0 && <p>{t('nowhere')}</p>}
      {places.map(({ provider, session }) => (
        <Card as="form" key={provider.providerId} action={signOut}>
          <input type="hidden" name="provider_id" value={provider.providerId} />
          <input type="hidden" name="ui_language" value={language} />
          <p>{t('signedIn', { ...namesIn(language, { provider: provider.name }), name: session.name })}</p>
          <Button>{t('submit', namesIn(language, { provider: provider.name }))}</Button>
        </Card>
      ))}
    </PageMain>
  );
}

/** That a customer is signed out of a bank, and the way back in. */
export function SignedOutPage({
  provider,
  signInAddress,
  switchLanguage,
}: {
  provider: Provider;
  signInAddress: string;
  switchLanguage: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations('SignOut');
  const names = namesIn(useLanguage(), { provider: provider.name });
  return (
    <ProviderPage provider={provider} languages={<LanguageForm look="quiet" switchLanguage={switchLanguage} />}>
      <title>{t('done', names)}</title>
      <h1>{t('done', names)}</h1>
      <Card>
        <p>{t('doneLead')}</p>
        <Row>
          <ButtonLink href={signInAddress}>{t('again')}</ButtonLink>
        </Row>
      </Card>
    </ProviderPage>
  );
}
