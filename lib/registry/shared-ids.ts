interface Entry {
  provider_id?: unknown;
  client_id?: unknown;
  api_clients?: unknown;
}

const entriesOf = (list: unknown): Entry[] =>
  Array.isArray(list) ? list.map((entry) => (typeof entry === 'object' && entry !== null ? entry : {})) : [];

/**
 * Ids that are given twice, as paths and sentences: a client is looked up by its `client_id` alone, whether it is a
 * recipient or a machine of a provider. Looks at what was written, so that it can be told beside all other faults.
 */
export function findSharedIds(data: unknown): string[] {
  const { providers, recipients } = (data ?? {}) as { providers?: unknown; recipients?: unknown };
  const providerIds = entriesOf(providers).map(
    ({ provider_id }, index) => [`providers[${index}].provider_id`, provider_id] as const,
  );
  const clientIds = [
    ...entriesOf(recipients).map(({ client_id }, index) => [`recipients[${index}].client_id`, client_id] as const),
    ...entriesOf(providers).flatMap(({ api_clients }, index) =>
      entriesOf(api_clients).map(
        ({ client_id }, place) => [`providers[${index}].api_clients[${place}].client_id`, client_id] as const,
      ),
    ),
  ];
  return [...repeated(providerIds), ...repeated(clientIds)].map((path) => `${path} is given twice`);
}

function repeated(ids: (readonly [path: string, id: unknown])[]): string[] {
  const seen = new Set<unknown>();
  return ids.flatMap(([path, id]) => {
    const isRepeated = typeof id === 'string' && seen.has(id);
    seen.add(id);
    return isRepeated ? [path] : [];
  });
}
