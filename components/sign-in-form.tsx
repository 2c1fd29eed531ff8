import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { Field } from './field.tsx';

/** Signing in at a sample bank, and the way back to the recipient. */
export function SignInForm({
  action,
  query,
  requester,
  username,
  hasFailed,
}: {
  action: (form: FormData) => Promise<void>;
  /** What the customer signs in for. */
  query: URLSearchParams;
  /** The names of whoever waits for the customer. */
  requester: { recipient: string } | undefined;
  username: string | undefined;
  hasFailed: boolean;
}) {
  const t = useTranslations('SignIn');
  const describedBy = hasFailed ? 'sign-in-error' : undefined;
  return (
    <Card as="form" id="sign-in" action={action}>
      <input type="hidden" name="query" value={query.toString()} />
      <Field name="username" label={t('username')} autoComplete="username" value={username} describedBy={describedBy} />
      <Field
        name="password"
        label={t('password')}
        type="password"
        autoComplete="current-password"
        describedBy={describedBy}
      />
      {requester && (
        <p>
          <small>{t('safety', requester)}</small>
        </p>
      )}
      <Button>{t('submit')}</Button>
      {requester && (
        <p className="text-center">
          <Button look="textual" name="cancel" value="cancel" formNoValidate>
            {t('cancel', requester)}
          </Button>
        </p>
      )}
    </Card>
  );
}
