/** HTML that is safe to send. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = Html | Html[] | string | number | false | undefined;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Writes HTML: whatever is put in is text, and escaped, unless it is HTML itself. Nothing is put in for `false`. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((string, index) => (index === 0 ? '' : sourceOf(parts[index - 1])) + string).join(''));

function sourceOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map(({ source }) => source).join('');
  if (part instanceof Html) return part.source;
  return String(part).replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');
}
