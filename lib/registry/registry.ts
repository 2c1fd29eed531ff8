import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findLookAlikes, markLookAlikes } from './look-alikes.ts';
import { type Provider, provider } from './provider.ts';
import { type Recipient, recipient } from './recipient.ts';

export interface Registry {
  providers: ReadonlyMap<string, Provider>;
  recipients: ReadonlyMap<string, Recipient>;
}

const registryFile = z.strictObject({
  providers: uniqueBy(z.array(provider).min(1), 'provider_id', ({ providerId }) => providerId),
  recipients: uniqueBy(z.array(recipient), 'client_id', ({ clientId }) => clientId),
});

function uniqueBy<Item>(list: z.ZodType<Item[]>, field: string, key: (item: Item) => string) {
  return list.superRefine((items, context) => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (seen.has(key(item))) context.addIssue({ code: 'custom', path: [index, field], message: 'is given twice' });
      seen.add(key(item));
    }
  });
}

type RegistryReading = { outcome: 'read'; registry: Registry } | { outcome: 'refused'; faults: string[] };

/** Reads a registry from its JSON text; each fault is the field's path and a sentence. */
export function readRegistry(json: string): RegistryReading {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (fault) {
    return { outcome: 'refused', faults: [`is not JSON: ${(fault as Error).message}`] };
  }
  const parsed = registryFile.safeParse(data);
  if (!parsed.success) return { outcome: 'refused', faults: parsed.error.issues.flatMap(describeIssue) };
  const { providers } = parsed.data;
  const faults = [...findSharedClientIds(parsed.data), ...findLookAlikes(parsed.data)];
  if (faults.length > 0) return { outcome: 'refused', faults };
  return {
    outcome: 'read',
    registry: {
      providers: new Map(providers.map((item) => [item.providerId, item])),
      recipients: new Map(markLookAlikes(parsed.data).map((item) => [item.clientId, item])),
    },
  };
}

// A client is looked up by its client_id alone.
function findSharedClientIds({ providers, recipients }: z.infer<typeof registryFile>): string[] {
  const seen = new Set(recipients.map(({ clientId }) => clientId));
  return providers.flatMap(({ apiClients }, index) =>
    apiClients.flatMap(({ clientId }, place) => {
      const isShared = seen.has(clientId);
      seen.add(clientId);
      return isShared ? [`providers[${index}].api_clients[${place}].client_id is given twice`] : [];
    }),
  );
}

// The path of a field as in source code, and what is wrong with it.
const describeIssue = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => `${formatPath([...issue.path, key])} is not a field that is known here`)
    : [`${formatPath(issue.path)} ${sentenceOf(issue)}`];

const formatPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  ) || 'the file';

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'is missing' : `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return 'must be of a type that is known here';
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'number' || issue.origin === 'int' ? '' : ' long'}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'number' || issue.origin === 'int' ? '' : ' long'}`;
    default:
      return issue.message;
  }
}

/** Reads the registry of a file; a file that cannot be read is reported like any fault. */
export function loadRegistry(path: string): RegistryReading {
  try {
    return readRegistry(readFileSync(path, 'utf8'));
  } catch (fault) {
    return { outcome: 'refused', faults: [`cannot be read: ${(fault as Error).message}`] };
  }
}

/** The environment variables that hold this server's credentials at the banks. */
export const listSecretVariables = ({ providers }: Registry): string[] =>
  [...providers.values()].flatMap(({ signIn }) =>
    signIn.type === 'oidc'
      ? [signIn.client_secret_env, signIn.client_key_env].filter((name) => name !== undefined)
      : [],
  );

/** The provider of every request, when there is only one. */
export function findOnlyProvider({ providers }: Registry): Provider | undefined {
  const [first, ...others] = providers.values();
  return others.length === 0 ? first : undefined;
}

/** The provider that a query names, or the only one there is. */
export const findProviderOf = (registry: Registry, query: URLSearchParams): Provider | undefined =>
  registry.providers.get(query.get('provider_id') ?? '') ?? findOnlyProvider(registry);
