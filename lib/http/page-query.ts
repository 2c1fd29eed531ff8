/** The `searchParams` of a page. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** The query of a page with what was repeated still repeated, as the protocol needs to see it. */
export async function readPageQuery(searchParams: PageQuery): Promise<URLSearchParams> {
  const pairs = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs);
}
