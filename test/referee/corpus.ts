import {
  codeChallenge,
  formatQuery,
  goodPublicRequest,
  goodRequest,
  type Parameters,
  withoutParameters,
  withValue,
} from './good-request.ts';
import { rawEndings, valuesToTry } from './values.ts';

interface RefereeCase {
  title: string;
  query: string;
}

const goods = { confidential: goodRequest, public: goodPublicRequest };
const parameterNames = [
  ...goodPublicRequest.map(([name]) => name),
  ...['correlation_id', 'language', 'ui_locales', 'request', 'request_uri', 'registration', 'unknown'],
];
const otherwise: Record<string, string> = {
  code_challenge: codeChallenge,
  code_challenge_method: 'S256',
  language: 'en',
  ui_locales: 'en',
};

/** Ways to spoil any parameter. */
function waysToSpoil(good: Parameters, name: string): Record<string, Parameters> {
  const value = good.find(([known]) => known === name)?.[1] ?? otherwise[name] ?? 'x';
  const others = withoutParameters(good, name);
  return {
    missing: others,
    empty: [...others, [name, '']],
    'given twice': [...others, [name, value], [name, value]],
    'given twice, differently': [...others, [name, value], [name, `${value}x`]],
    'given, and empty too': [...others, [name, value], [name, '']],
    'empty, and given too': [...others, [name, ''], [name, value]],
    'empty twice': [...others, [name, ''], [name, '']],
    'over-long': [...others, [name, 'x'.repeat(5000)]],
    'not ASCII': [...others, [name, 'é😀']],
    'of control characters': [...others, [name, 'a\0\r\n']],
    'a space': [...others, [name, ' ']],
    'followed by a space': [...others, [name, `${value} `]],
    'named as a list': [...others, [`${name}[]`, value]],
    'named in capitals': [...others, [name.toUpperCase(), value]],
  };
}

const spoilt = Object.entries(goods).flatMap(([client, good]) =>
  parameterNames.flatMap((name) =>
    Object.entries(waysToSpoil(good, name)).map(([way, parameters]) => ({
      title: `${client}: ${name} ${way}`,
      query: formatQuery(parameters),
    })),
  ),
);

const withPkce = (good: Parameters) =>
  withValue(withValue(good, 'code_challenge', codeChallenge), 'code_challenge_method', 'S256');

const shorten = (value: string) => (value.length <= 60 ? value : `${[...value].length} times ${[...value][0]}`);

const tried = Object.entries(goods).flatMap(([client, good]) =>
  Object.entries(valuesToTry).flatMap(([name, values]) =>
    values.map((value) => ({
      title: `${client}: ${name} is ${shorten(value)}`,
      query: formatQuery(withValue(name.startsWith('code_challenge') ? withPkce(good) : good, name, value)),
    })),
  ),
);

const raw = rawEndings.map(([name, ending]) => ({
  title: `confidential: raw ${ending}`,
  query: `${formatQuery(withoutParameters(goodRequest, name))}${ending}`,
}));

const faults: Parameters = [
  ['client_id', 'nobody'],
  ['redirect_uri', 'https://evil.example/'],
  ['redirect_uri', ''],
  ['response_type', 'token'],
  ['response_type', ''],
  ['scope', 'ACCOUNT_BASIC CUSTOMER_PERSONAL'],
  ['code_challenge', 'short'],
  ['code_challenge_method', 'plain'],
  ['request', 'e30.e30.'],
  ['request_uri', 'urn:example:1'],
  ['registration', '{}'],
];

const pairs = faults.flatMap(([name, value], index) =>
  faults.slice(index + 1).flatMap(([name2, value2]) =>
    name === name2
      ? []
      : [
          {
            title: `both: ${name} is ${value || 'empty'} and ${name2} is ${value2 || 'empty'}`,
            query: formatQuery(withValue(withValue(goodRequest, name, value), name2, value2)),
          },
        ],
  ),
);

const good = Object.entries(goods).map(([client, parameters]) => ({
  title: `${client}: good`,
  query: formatQuery(parameters),
}));

export const corpus: RefereeCase[] = [...good, ...spoilt, ...tried, ...raw, ...pairs];
