import { z } from 'zod';

/** Fields that a registration may hold because a standard has them, although nothing here reads them. */
export const unreadFields = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, z.unknown().optional()])) as Record<Name, z.ZodOptional<z.ZodUnknown>>;
