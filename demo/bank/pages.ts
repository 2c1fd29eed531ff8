import { type BankLanguage, words } from './words.ts';

const styles = `
:root{color-scheme:light dark;--ink:#241216;--paper:#fbf6f4;--line:#7a2f3b;--alarm:#8c1d18}
@media (prefers-color-scheme:dark){:root{--ink:#f6e9e6;--paper:#1d1214;--line:#e0a3ad;--alarm:#ffb4a9}}
body{margin:0;font:1.125rem/1.5 Georgia,serif;color:var(--ink);background:var(--paper)}
header,main{max-width:30rem;margin:0 auto;padding:1rem}
header{display:flex;justify-content:space-between;align-items:center;border-bottom:.25rem solid var(--line)}
form{display:grid;gap:1rem}
label{display:grid;gap:.25rem;font-weight:bold}
input,button{font:inherit;min-height:2.75rem;padding:.25rem .75rem;border:2px solid var(--line);border-radius:.25rem;background:var(--paper);color:var(--ink)}
button[value=cancel]{border-style:dashed}
:focus-visible{outline:3px solid var(--line);outline-offset:3px}
[role=alert]{border-inline-start:.5rem solid var(--alarm);padding-inline-start:.75rem;color:var(--alarm)}
.demo{border:2px dashed var(--line);padding:.5rem .75rem}
a{color:var(--line)}
`;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/** A page of the bank: `main` is HTML, `other` the address of the same page in the other language. */
export function bankPage({
  language,
  title,
  main,
  other,
}: {
  language: BankLanguage;
  title: string;
  main: string;
  other?: string;
}): string {
  const t = words[language];
  const otherLanguage = language === 'en' ? 'fr' : 'en';
  const link = other ? `<a href="${escapeHtml(other)}" lang="${otherLanguage}">${t.other}</a>` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${styles}</style></head>
<body><header><b>${t.bank}</b>${link}</header><main><h1>${escapeHtml(title)}</h1>${main}</main></body></html>`;
}

const alert = (text: string | undefined, id: string) =>
  text ? `<p role="alert" id="${id}">${escapeHtml(text)}</p>` : '';
const invalid = (text: string | undefined, id: string) => (text ? ` aria-invalid="true" aria-describedby="${id}"` : '');
const cancel = (language: BankLanguage) =>
  `<button name="step" value="cancel" formnovalidate>${words[language].cancel}</button>`;

interface Step {
  language: BankLanguage;
  /** Where the form goes. */
  action: string;
  problem?: string | undefined;
}

/** The first step: who says to be whom. */
export function passwordPage({ language, action, problem, username = '' }: Step & { username?: string }): string {
  const t = words[language];
  const hint = invalid(problem, 'problem');
  const main = `<p>${t.lead}</p>${alert(problem, 'problem')}<form method="post" action="${escapeHtml(action)}">
<label>${t.username}<input name="username" autocomplete="username" autocapitalize="none" value="${escapeHtml(username)}" required${hint}></label>
<label>${t.password}<input name="password" type="password" autocomplete="current-password" required${hint}></label>
<button name="step" value="password">${t.next}</button>${cancel(language)}</form>`;
  return bankPage({ language, title: t.signIn, main, other: withOtherLanguage(action, language) });
}

/** The second step: a code that only the customer can have. */
export function codePage({ language, action, problem, code }: Step & { code: string }): string {
  const t = words[language];
  const main = `<p>${t.codeLead}</p><p class="demo">${t.codeDemo} <b>${code}</b>.</p>${alert(problem, 'problem')}
<form method="post" action="${escapeHtml(action)}">
<label>${t.codeField}<input name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required${invalid(problem, 'problem')}></label>
<button name="step" value="code">${t.confirm}</button>${cancel(language)}</form>`;
  return bankPage({ language, title: t.code, main, other: withOtherLanguage(action, language) });
}

/** Whether to leave the bank as well; `form` is the identity provider's own, which the buttons answer. */
export function signOutPage(language: BankLanguage, form: string): string {
  const t = words[language];
  const main = `<p>${t.leaveLead}</p>${form}
<p><button form="op.logoutForm" name="logout" value="yes">${t.leaveYes}</button>
<button form="op.logoutForm" value="cancel">${t.leaveNo}</button></p>`;
  return bankPage({ language, title: t.leave, main });
}

/** What cannot go on, in both languages: nobody may be there to ask which. */
export function troublePage(language: BankLanguage, reason: string): string {
  const other = language === 'en' ? 'fr' : 'en';
  const main = `<p>${words[language].lost}</p><p lang="${other}">${words[other].lost}</p><p lang="en"><code>${escapeHtml(reason)}</code></p>`;
  return bankPage({ language, title: words[language].trouble, main });
}

function withOtherLanguage(action: string, language: BankLanguage): string {
  return `${action.split('?', 1)[0]}?language=${language === 'en' ? 'fr' : 'en'}`;
}
