import { z } from 'zod';

/** Where a legal entity is registered (FDX `PartyRegistry`). */
export const entityRegistry = z.enum(['FDX', 'GLEIF', 'ICANN', 'PRIVATE']);
