import type { Language } from '#i18n/locale.ts';
import type { Provider } from '#lib/registry/provider.ts';
import { messages } from './messages.ts';

/** The sample customers and how they sign in. */
export function Customers({ providers, language }: { providers: Provider[]; language: Language }) {
  const t = messages[language];
  return (
    <section className="card">
      <h2>{t.customers}</h2>
      {providers
        .filter(({ customers }) => customers.length > 0)
        .map(({ providerId, name, customers }) => (
          <table key={providerId} className="w-full text-left">
            <caption className="pb-1 text-left font-semibold">{name[language]}</caption>
            <thead>
              <tr className="muted">
                <th scope="col">{t.username}</th>
                <th scope="col">{t.password}</th>
                <th scope="col">{t.accounts}</th>
              </tr>
            </thead>
            <tbody>
              {customers.map(({ username, password, accounts }) => (
                <tr key={username}>
                  <td>
                    <code>{username}</code>
                  </td>
                  <td>
                    <code>{password}</code>
                  </td>
                  <td>{accounts.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </section>
  );
}
