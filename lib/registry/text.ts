import { z } from 'zod';

// Default_Ignorable_Code_Point: zero-width characters, bidirectional controls, fillers (Unicode 16 §5.21).
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]/u;

const mostCharacters = 300;

const readable = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !invisible.test(value), 'must hold no control, bidirectional or zero-width characters');

/** A text that customers read: up to 300 characters, and none that hides or reorders others. */
export const text = readable(mostCharacters);

/** The same of a paragraph: up to 1,500 characters. */
export const longText = readable(1500);

/** A text from outside as customers may read it: what `text` refuses is taken out, and what is too long cut off. */
export function cleanText(value: string): string {
  const visible = value
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{DI}]/gu, '');
  return [...visible.trim()].slice(0, mostCharacters).join('');
}
