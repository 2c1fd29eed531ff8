/**
 * The one value of its name in this process. Next compiles proxy, pages and route handlers apart, so that a module's
 * own variable would exist several times; a database connection or a key must not.
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const store = globalThis as unknown as Record<symbol, Value | undefined>;
  const key = Symbol.for(`accord.${name}`);
  let value = store[key];
  if (value === undefined) {
    value = make();
    store[key] = value;
  }
  return value;
}
