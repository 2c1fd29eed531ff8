type Entry = Record<string, unknown>;

/** What is told only to have changed. */
const untold = new Set(['client_secret_sha256', 'password']);
/** By what an entry of a list is known; its place in the list says nothing. */
const names = ['provider_id', 'client_id', 'username', 'accountId'];

/** What a registry file has otherwise than another, a line each: a path, and the values before and after as JSON. */
export const diffRegistries = (before: unknown, after: unknown): string[] => diff('', before, after);

function diff(path: string, before: unknown, after: unknown): string[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  if (was && is) {
    const keys = new Set([...was.keys(), ...is.keys()]);
    return [...keys].flatMap((key) => diff(`${path}${key}`, was.get(key), is.get(key)));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const shown = path.slice(1);
  if (before === undefined) return [`+ ${shown}${tell(path, after)}`];
  if (after === undefined) return [`- ${shown}${tell(path, before)}`];
  const [old, now] = [before, after].map((value) => JSON.stringify(value));
  return [untold.has(fieldOf(path)) ? `~ ${shown} (changed)` : `~ ${shown}: ${old} -> ${now}`];
}

const fieldOf = (path: string) => path.split('.').at(-1) ?? '';

// An entry that is there or not is told by its path alone: it may be long, and hold what is not told.
const tell = (path: string, value: unknown) =>
  typeof value === 'object' || untold.has(fieldOf(path)) ? '' : `: ${JSON.stringify(value)}`;

/** The members of an object or of a list of named entries, by what the path to them goes on with. */
function membersOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) {
    const named = value.map((entry: unknown) => [nameOf(entry), entry] as const);
    return named.every(([name]) => name !== undefined)
      ? new Map(named.map(([name, entry]) => [`[${name}]`, entry]))
      : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(Object.entries(value).map(([key, member]) => [`.${key}`, member]));
}

const nameOf = (entry: unknown) =>
  names.map((name) => (entry as Entry | null)?.[name]).find((name) => typeof name === 'string');
