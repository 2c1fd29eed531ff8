export type SearchParameters = Promise<Record<string, string | string[] | undefined>>;

/** The query as it came, repeats and all: Next gives a page an object. */
export async function readSearchParameters(searchParams: SearchParameters): Promise<URLSearchParams> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((single): [string, string] => [name, single]),
  );
  return new URLSearchParams(pairs);
}
