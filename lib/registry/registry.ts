import { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import { findLookAlikes, markLookAlikes } from './look-alikes.ts';
import { type Provider, provider } from './provider.ts';
import { type Recipient, recipient } from './recipient.ts';
import { findSharedIds } from './shared-ids.ts';

export interface Registry {
  providers: ReadonlyMap<string, Provider>;
  recipients: ReadonlyMap<string, Recipient>;
}

/** The file as it is written. */
export const registryFile = z.strictObject({
  /** Of an editor. */
  $schema: z.string().optional(),
  providers: z.array(provider).min(1),
  recipients: z.array(recipient),
});

export type RegistryReading = { outcome: 'read'; registry: Registry } | { outcome: 'refused'; faults: string[] };

/** Reads a registry from its JSON text; each fault is the field's path and a sentence. */
export function readRegistry(json: string): RegistryReading {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (fault) {
    return { outcome: 'refused', faults: [`is not JSON: ${describeJsonFault((fault as Error).message, json)}`] };
  }
  const parsed = registryFile.safeParse(data);
  if (!parsed.success)
    return { outcome: 'refused', faults: [...parsed.error.issues.flatMap(describeIssue), ...findSharedIds(data)] };
  const faults = [...findSharedIds(data), ...findLookAlikes(parsed.data)];
  if (faults.length > 0) return { outcome: 'refused', faults };
  const { providers } = parsed.data;
  return {
    outcome: 'read',
    registry: {
      providers: new Map(providers.map((item) => [item.providerId, item])),
      recipients: new Map(markLookAlikes(parsed.data).map((item) => [item.clientId, item])),
    },
  };
}

// Node quotes what stands where it stumbled, which may be a password; and it counts characters where people count lines.
function describeJsonFault(message: string, json: string): string {
  if (message.startsWith('Unexpected token')) return 'Unexpected character';
  return message.replace(/ in JSON at position (\d+).*/s, (_, position) => {
    const lines = json.slice(0, Number(position)).split('\n');
    return ` at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
  });
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
