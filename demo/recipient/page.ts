import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { otherLanguageOf, type RecipientLanguage, words } from './words.ts';

const styles = `
:root{color-scheme:light dark;--ink:#10241c;--soft:#40584d;--paper:#f3f8f5;--card:#fff;--line:#1f6b4a;--on-line:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e6f2ec;--soft:#a9c4b7;--paper:#0f1a15;--card:#17251e;--line:#7fd1aa;--on-line:#0f1a15}}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
header{background:var(--line);color:var(--on-line)}
header>div,main{max-width:42rem;margin:0 auto;padding:1rem}
header>div{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem}
header a{color:inherit}
main,form,section,fieldset,.card{display:grid;gap:1rem}
main>*,form>*{min-width:0;margin:0}
section,fieldset,.card{min-width:0;padding:1rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
section>*,fieldset>*{margin:0}
legend{float:left;padding:0}
legend+*{clear:both}
h1{line-height:1.2}
h2,h3{font-size:1.15rem;margin:0}
.option{display:flex;gap:.75rem;align-items:start;min-height:2rem}
input{flex:none;width:1.5rem;height:1.5rem;margin:0;accent-color:var(--line)}
select,button,.button{font:inherit;min-height:2.75rem;padding:.5rem .75rem;border:2px solid var(--line);border-radius:.375rem}
select{width:100%;color:var(--ink);background:var(--card)}
button,.button{justify-self:start;font-weight:bold;text-decoration:none;color:var(--on-line);background:var(--line)}
a{color:var(--line)}
:focus-visible{outline:3px solid currentcolor;outline-offset:3px}
small,dt,th{color:var(--soft)}
small{display:block;font-size:1rem}
table{width:100%;border-collapse:collapse;text-align:left}
caption{text-align:left;font-weight:bold}
pre{white-space:pre-wrap;font-size:.875rem}
dd{margin:0}
`;

const styleElement = new Html(`<style>${styles}</style>`);

/** What a page of the sample recipient may load: the one style sheet that it carries, and nothing else. */
export const styleSource = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`;

/** A page of the sample recipient; `other` is the address of the same page in the other language. */
export function recipientPage({
  language,
  title,
  other = '/?',
  main,
}: {
  language: RecipientLanguage;
  title: string;
  other?: string;
  main: Html;
}): Html {
  const t = words[language];
  const otherLanguage = otherLanguageOf(language);
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title} – ${t.suffix}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${styleElement}</head>
<body><header><div><b>${t.suffix}</b>
<a href="${other}language=${otherLanguage}" lang="${otherLanguage}" hreflang="${otherLanguage}">${t.otherLanguage}</a>
</div></header><main><h1>${title}</h1>${main}</main></body></html>`;
}

export const startAgain = (language: RecipientLanguage): Html =>
  html`<p><a class="button" href="/?language=${language}">${words[language].again}</a></p>`;
