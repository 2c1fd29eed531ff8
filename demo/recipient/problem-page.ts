import { type Html, html } from './html.ts';
import { recipientPage, startAgain } from './page.ts';
import { type RecipientLanguage, words } from './words.ts';

/** A plain page that says what cannot go on. */
export function problemPage(
  language: RecipientLanguage,
  problem: 'unreachable' | 'notUnderstood' | 'broken',
  reason?: string,
): Html {
  const t = words[language];
  const main = html`<p>${t[`${problem}Lead`]}</p>
${reason !== undefined && html`<p>${t.reason} <code lang="en">${reason}</code></p>`}${startAgain(language)}`;
  return recipientPage({ language, title: t[problem], main });
}
