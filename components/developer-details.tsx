import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import type { UntrustedReason } from '#lib/oauth/redirect-target.ts';

/** For the recipient's developer: the parameter, the value received (as text, never a link) and the rule. */
export function DeveloperDetails({
  reason,
  query,
  language,
}: {
  reason: UntrustedReason;
  query: URLSearchParams;
  language: Language;
}) {
  const t = translator(language);
  const parameter = reason.startsWith('client') ? 'client_id' : 'redirect_uri';
  const received = query.getAll(parameter).map((value) => value.slice(0, 500));
  return (
    <details className="card">
      <summary>{t('Problem.developer')}</summary>
      <dl className="grid gap-1">
        <dt className="muted">{t('Problem.parameter')}</dt>
        <dd>
          <code>{parameter}</code>
        </dd>
        <dt className="muted">{t('Problem.received')}</dt>
        {(received.length > 0 ? received : ['']).map((value) => (
          <dd key={value}>{value ? <code>{value}</code> : t('Problem.absent')}</dd>
        ))}
        <dt className="muted">{t('Problem.rule')}</dt>
        <dd>{t(`Problem.${reason}.rule`)}</dd>
      </dl>
    </details>
  );
}
