import { z } from 'zod';

// Default_Ignorable_Code_Point: zero-width characters, bidirectional controls, fillers (Unicode 16 §5.21).
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]/u;

/** A text that customers read: up to 300 characters, and none that hides or reorders others. */
export const text = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((value) => !invisible.test(value), 'must hold no control, bidirectional or zero-width characters');
