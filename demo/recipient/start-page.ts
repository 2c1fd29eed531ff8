import { type Html, html } from './html.ts';
import { recipientPage } from './page.ts';
import type { SampleApp, SampleBankEntry, SampleWorld } from './sample-world.ts';
import { type RecipientLanguage, words } from './words.ts';

const usual: readonly string[] = ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'];

/** Where a newcomer meets Accord: choose an app, what it asks for, a bank and a language, and go. */
export function startPage({ apps, banks }: SampleWorld, language: RecipientLanguage): Html {
  const t = words[language];
  const selected = (own: RecipientLanguage) => own === language && html` selected`;
  const main = html`<p>${t.lead}</p>
<form method="post" action="/start">
<fieldset><legend><h2>${t.app}</h2></legend>${apps.map((app, position) => appChoice(app, language, position === 0))}</fieldset>
<fieldset><legend><h2>${t.ask}</h2></legend><p>${t.dataHint}</p>${Object.entries(t.clusters).map(clusterChoice)}</fieldset>
<div class="card">
<label><b>${t.bank}</b><select name="provider_id">
${banks.map(({ providerId, name }) => html`<option value="${providerId}">${name[language]}</option>`)}</select></label>
<label><b>${t.language}</b><select name="language">
<option value="en" lang="en"${selected('en')}>English</option><option value="fr" lang="fr"${selected('fr')}>Français</option>
</select></label>
<button>${t.submit}</button>
</div>
</form>
${customers(banks, language)}`;
  return recipientPage({ language, title: t.title, main });
}

function appChoice(
  { clientId, name, description, isSuspended }: SampleApp,
  language: RecipientLanguage,
  isFirst: boolean,
) {
  return html`<label class="option"><input type="radio" name="client_id" value="${clientId}"${isFirst && html` checked`}>
<span><b>${name[language]}</b>
<small>${description[language]}${isSuspended && ` (${words[language].suspended})`}</small></span></label>`;
}

const clusterChoice = ([name, title]: [string, string]): Html =>
  html`<label class="option"><input type="checkbox" name="scope" value="${name}"${usual.includes(name) && html` checked`}>
<span>${title} <code>${name}</code></span></label>`;

function customers(banks: SampleBankEntry[], language: RecipientLanguage): Html {
  const t = words[language];
  const tables = banks
    .filter((bank) => bank.customers.length > 0)
    .map(
      ({ name, customers }) => html`<table><caption>${name[language]}</caption>
<thead><tr><th scope="col">${t.username}</th><th scope="col">${t.password}</th><th scope="col">${t.accounts}</th></tr></thead>
<tbody>${customers.map(
        ({ username, password, accounts }) =>
          html`<tr><td><code>${username}</code></td><td><code>${password}</code></td><td>${accounts.length}</td></tr>`,
      )}</tbody></table>`,
    );
  return html`<section><h2>${t.customers}</h2>${tables}</section>`;
}
