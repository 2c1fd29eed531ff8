import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { Field } from './field.tsx';

/** Signing in at a sample provider, and the way back to the recipient. */
export function SignInForm({
  action,
  recipient,
  language,
  username,
  hasFailed,
}: {
  action: string;
  recipient: string | undefined;
  language: Language;
  username: string | undefined;
  hasFailed: boolean;
}) {
  const t = translator(language);
  const describedBy = hasFailed ? 'sign-in-error' : undefined;
  return (
    <form id="sign-in" method="post" action={action} className="card">
      <Field
        name="username"
        label={t('SignIn.username')}
        autoComplete="username"
        value={username}
        describedBy={describedBy}
      />
      <Field
        name="password"
        label={t('SignIn.password')}
        type="password"
        autoComplete="current-password"
        describedBy={describedBy}
      />
      {recipient !== undefined && <p className="muted">{t('SignIn.safety', { recipient })}</p>}
      <button className="button" type="submit">
        {t('SignIn.submit')}
      </button>
      {recipient !== undefined && (
        <button className="textual justify-self-center" type="submit" name="cancel" value="cancel" formNoValidate>
          {t('SignIn.cancel', { recipient })}
        </button>
      )}
    </form>
  );
}
