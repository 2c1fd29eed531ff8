import type { Language } from '#i18n/locale.ts';
import { translator } from '#i18n/recorded-translator.ts';
import { dataClusters } from '#lib/oauth/scope.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import type { Registry } from '#lib/registry/registry.ts';
import { Customers } from './customers.tsx';
import { Frame } from './frame.tsx';
import { messages } from './messages.ts';
import { sampleRecipients } from './sample-world.ts';

const usual: readonly string[] = ['ACCOUNT_BASIC', 'ACCOUNT_DETAILED', 'TRANSACTIONS'];

/** Where a newcomer meets Accord: choose an app, what it asks for, a bank and a language, and go. */
export function StartPage({ registry, language }: { registry: Registry; language: Language }) {
  const t = messages[language];
  const cluster = translator(language);
  const recipients = sampleRecipients(registry);
  return (
    <Frame title={t.title} language={language}>
      <p>{t.lead}</p>
      <form method="post" action="/demo/start" className="grid gap-5">
        <fieldset className="card">
          <legend className="contents">
            <h2>{t.app}</h2>
          </legend>
          {recipients.map((recipient, position) => (
            <Option key={recipient.clientId} recipient={recipient} language={language} isFirst={position === 0} />
          ))}
        </fieldset>
        <fieldset className="card">
          <legend className="contents">
            <h2>{t.ask}</h2>
          </legend>
          <p className="muted">{t.dataHint}</p>
          {dataClusters.map((name) => (
            <label key={name} className="flex gap-3">
              <input type="checkbox" name="scope" value={name} defaultChecked={usual.includes(name)} />
              <span>
                {cluster(`Cluster.${name}.title`)} <code className="muted">{name}</code>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="card">
          <label>
            <b>{t.bank}</b>
            <select name="provider_id">
              {[...registry.providers.values()].map(({ providerId, name }) => (
                <option key={providerId} value={providerId}>
                  {name[language]}
                </option>
              ))}
            </select>
          </label>
          <label>
            <b>{t.language}</b>
            <select name="language" defaultValue={language}>
              <option value="en" lang="en">
                English
              </option>
              <option value="fr" lang="fr">
                Français
              </option>
            </select>
          </label>
          <button className="button" type="submit">
            {t.submit}
          </button>
        </div>
      </form>
      <Customers providers={[...registry.providers.values()]} language={language} />
    </Frame>
  );
}

function Option({ recipient, language, isFirst }: { recipient: Recipient; language: Language; isFirst: boolean }) {
  const { clientId, name, description, status } = recipient;
  return (
    <label className="choice">
      <input type="radio" name="client_id" value={clientId} defaultChecked={isFirst} />
      <span>
        <b className="block">{name[language]}</b>
        <span className="muted">
          {description[language]}
          {status === 'suspended' && ` (${messages[language].suspended})`}
        </span>
      </span>
    </label>
  );
}
