// The blocks of the scripts that are written from right to left (Unicode 16, DerivedBidiClass).
const letter = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]';
// What stands inside a name; a comma stands between two.
const joint = `(?:[\\s\\p{M}\\p{N}'’"׳״&-]|&(?:amp|quot|#x27);)*`;
const name = new RegExp(`${letter}(?:${joint}${letter})*\\p{M}*`, 'gu');
const rightToLeft = new RegExp(letter, 'u');
// Text of the body; elements whose content is text alone are passed over whole, and so is what is isolated already.
const pieces = /<(title|option|textarea|style|script|bdi)\b[\s\S]*?<\/\1\s*>|<[^>]*>|[^<]+/gi;

/**
 * Puts what is written from right to left into `<bdi>`, so that it cannot reorder the sentence around it. All our words go
 * from left to right: whatever does not is the name of a recipient, a provider, a customer or an account.
 */
export const isolateNames = (html: string): string =>
  rightToLeft.test(html)
    ? html.replace(pieces, (piece) => (piece.startsWith('<') ? piece : piece.replace(name, '<bdi>$&</bdi>')))
    : html;
