import { authorizationQuery } from '../e2e/support/authorization-request.ts';
import { budgetBuddy, mapleOperations } from '../e2e/support/granted.ts';

interface Prey {
  origin: string;
  /** Of a customer who is signed in. */
  cookie: string;
  /** Two consents of hers: one to read, and one to end. */
  consentId: string;
  another: string;
}

/** What makes no sense here: whether a request is good depends on who asks and on what was given before, which no schema says. */
const checks = `
[checks]
positive_data_acceptance.enabled = false
`;

const good = [...authorizationQuery()];

/** What is known of a good request, so that some come further than the first check; each value is put in the place of most made-up ones. */
const common = `
suppress-health-check = ["all"]
[cache]
enabled = false
[generation]
database = "none"
[generation.dictionaries]
string = { dictionary = "known", probability = 0.3 }
[dictionaries.known]
values = ${JSON.stringify([...good.map(([, value]) => value), 'authorization_code', 'refresh_token', 'client_credentials'])}
${good.map(([name, value]) => `[dictionaries.${name}]\nvalues = [${JSON.stringify(value)}]\n`).join('')}
${checks}`;

/** Four who attack, each with what they have; as configurations of Schemathesis. */
export const attackers = ({ origin, cookie, consentId, another }: Prey) => [
  { name: 'a stranger, everywhere', config: `${common}${known()}` },
  {
    name: 'a recipient, at its endpoints',
    config: `${common}${only('^/(par|token|revoke|introspect|fdx)')}${basic(budgetBuddy)}${known(consentId)}`,
  },
  {
    name: 'an operator of the bank, at the consents',
    config: `${common}${only('^/(introspect|fdx)')}${basic(mapleOperations)}${known(another)}`,
  },
  {
    name: 'a customer who is signed in, on the pages',
    config: `headers = { Cookie = "${cookie}", Origin = "${origin}" }\n${common}${only('^/(authorize|sign|consents|$)')}${known(consentId)}`,
  },
];

const only = (pattern: string) => `
[[operations]]
exclude-path-regex = "${pattern}"
enabled = false
`;

const basic = ([username, password]: [string, string]) => `
[auth.basic]
username = "${username}"
password = "${password}"
`;

const known = (id?: string) => `
[parameters]
${id ? `id = "${id}"` : ''}
${good.map(([name]) => `${name} = { dictionary = "${name}", probability = 0.8 }\n`).join('')}
`;
