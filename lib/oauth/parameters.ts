/** A parameter of a request. An empty value counts as absent (RFC 6749 §3.1). */
export const readParameter = (parameters: URLSearchParams, name: string): string | undefined =>
  parameters.get(name) || undefined;

/** The first of the names that is given more than once, empty or not (RFC 6749 §3.1). */
export const findRepeated = <Name extends string>(
  parameters: URLSearchParams,
  names: readonly Name[],
): Name | undefined => names.find((name) => parameters.getAll(name).length > 1);
