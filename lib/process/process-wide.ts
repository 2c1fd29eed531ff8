/**
 * The one value of its name in this process. Next compiles route handlers apart, so that a module's own variable would
 * exist several times; a database connection or a key must not. A promise that fails is forgotten, and made again.
 */
export function processWide<Value>(name: string, make: () => Value): Value {
  const store = globalThis as unknown as Record<symbol, Value | undefined>;
  const key = Symbol.for(`accord.${name}`);
  let value = store[key];
  if (value === undefined) {
    value = make();
    store[key] = value;
    if (value instanceof Promise) value.catch(() => delete store[key]);
  }
  return value;
}
