import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Language } from '#i18n/locale.ts';
import { issuer } from '#lib/process/environment.ts';
import { BankDataSection } from './bank-data.tsx';
import { Frame } from './frame.tsx';
import { messages } from './messages.ts';
import type { Result } from './result.ts';

/** What came back: the token, opened; or the error, explained. */
export function ResultPage({ result, language }: { result: Result | undefined; language: Language }) {
  const t = messages[language];
  const again = (
    <a className="button" href={`/demo?language=${language}`}>
      {t.again}
    </a>
  );
  if (result?.token)
    return (
      <Frame title={t.allowed} language={language}>
        <p>{t.allowedLead}</p>
        {result.data && <BankDataSection data={result.data} language={language} />}
        {result.dataFault && (
          <p className="warning">
            {t.noData} <span lang="en">{result.dataFault}</span>
          </p>
        )}
        <Json title={t.answer} value={result.token} />
        <Json title={t.header} value={decodeProtectedHeader(result.token.access_token)} />
        <Json title={t.payload} value={decodeJwt(result.token.access_token)} />
        <p className="row">
          {again}
          <a href={`${issuer()}/consents?language=${language}`}>{t.dashboard}</a>
        </p>
      </Frame>
    );
  const { code, description } = result?.error ?? {};
  return (
    <Frame title={t.refused} language={language}>
      {code ? (
        <dl className="card">
          <dt className="muted">{t.errorName}</dt>
          <dd>
            <code>{code}</code>
          </dd>
          <dt className="muted">{t.description}</dt>
          <dd lang="en">{description}</dd>
          <dt className="muted">{t.meaning}</dt>
          <dd>{meaningOf(code, language)}</dd>
        </dl>
      ) : (
        <p>{t.lost}</p>
      )}
      {again}
    </Frame>
  );
}

function meaningOf(code: string, language: Language): string {
  const meanings: Record<string, string> = messages[language].meanings;
  return meanings[code] ?? messages[language].meanings.other;
}

function Json({ title, value }: { title: string; value: unknown }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <pre className="whitespace-pre-wrap break-all text-sm">{JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
