import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Answer } from './answer.ts';
import { bankDataSection } from './bank-data-section.ts';
import type { Flow } from './flow.ts';
import { type Html, html } from './html.ts';
import { recipientPage, startAgain } from './page.ts';
import { type RecipientLanguage, words } from './words.ts';

type TokenAnswer = Extract<Answer, { outcome: 'token' }>;
type ErrorAnswer = Extract<Answer, { outcome: 'error' }>;

/** What came back: the token, opened; or the error, explained. */
export function resultPage(
  { state, providerId }: Flow,
  answer: TokenAnswer | ErrorAnswer,
  { accord, language }: { accord: string; language: RecipientLanguage },
): Html {
  const t = words[language];
  const dashboard = `${accord}/consents?${new URLSearchParams({ provider_id: providerId, language })}`;
  const main = html`${answer.outcome === 'token' ? tokenPart(answer, language) : errorPart(answer, language)}
${startAgain(language)}<p><a href="${dashboard}">${t.dashboard}</a></p>`;
  const title = answer.outcome === 'token' ? t.allowed : t.refused;
  return recipientPage({ language, title, other: `/result?state=${state}&`, main });
}

/** For a browser that comes with nothing, or with what another began. */
export const lostPage = (language: RecipientLanguage): Html =>
  recipientPage({
    language,
    title: words[language].refused,
    main: html`<p>${words[language].lost}</p>${startAgain(language)}`,
  });

function tokenPart({ token, data, dataFault }: TokenAnswer, language: RecipientLanguage): Html {
  const t = words[language];
  return html`<p>${t.allowedLead}</p>
${data && bankDataSection(data, language)}
${dataFault !== undefined && html`<p>${t.noData} <code lang="en">${dataFault}</code></p>`}
${jsonSection(t.answer, token)}
${jsonSection(t.header, decodeProtectedHeader(token.access_token))}
${jsonSection(t.payload, decodeJwt(token.access_token))}`;
}

function errorPart({ code, description }: ErrorAnswer, language: RecipientLanguage): Html {
  const t = words[language];
  const meanings: Record<string, string> = t.meanings;
  return html`<dl class="card">
<div><dt>${t.errorName}</dt><dd><code>${code}</code></dd></div>
${description !== undefined && html`<div><dt>${t.description}</dt><dd lang="en">${description}</dd></div>`}
<div><dt>${t.meaning}</dt><dd>${meanings[code] ?? t.meanings.other}</dd></div></dl>`;
}

const jsonSection = (title: string, value: unknown): Html =>
  html`<section><h2>${title}</h2><pre>${JSON.stringify(value, null, 2)}</pre></section>`;
