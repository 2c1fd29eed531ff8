export interface Field {
  kind: string;
  name: string;
  value: string;
}

export interface Form {
  action: string;
  encoding: string;
  fields: Field[];
  buttons: (Field & { label: string })[];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });
}

function attributesOf(tag: string): Record<string, string> {
  const found = tag.matchAll(/\s([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g);
  return Object.fromEntries(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      unescapeHtml(double ?? single ?? bare ?? ''),
    ]),
  );
}

function fieldOf(tag: string, kindWhenUnsaid: string): Field {
  const { type = kindWhenUnsaid, name = '', value = '' } = attributesOf(tag);
  return { kind: type.toLowerCase(), name, value };
}

function readForm(opening: string, content: string): Form {
  const attributes = attributesOf(opening);
  return {
    action: attributes.action ?? '',
    encoding: attributes.enctype ?? 'application/x-www-form-urlencoded',
    fields: [...content.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => fieldOf(tag, 'text')),
    buttons: [...content.matchAll(/(<button\b[^>]*>)(.*?)<\/button>/gis)].map(([, tag = '', inner = '']) => ({
      ...fieldOf(tag, 'submit'),
      label: unescapeHtml(inner.replace(/<[^>]*>/g, '')).trim(),
    })),
  };
}

/** The first form of a page that has a field of that name; undefined when there is none. Knows HTML only as servers write it. */
export function findForm(html: string, fieldName: string): Form | undefined {
  return [...html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gis)]
    .map(([, opening = '', content = '']) => readForm(opening, content))
    .find(({ fields, buttons }) => [...fields, ...buttons].some(({ name }) => name === fieldName));
}

/** What a browser would send: hidden fields, every checkbox ticked, `typed` over both, and the button that was pressed. */
export function fillForm(form: Form, typed: Record<string, string>, pressed?: Field): URLSearchParams {
  if (form.encoding !== 'application/x-www-form-urlencoded') throw new Error(`cannot send a form as ${form.encoding}`);
  const sent = new URLSearchParams();
  for (const { kind, name, value } of form.fields) {
    if (name !== '' && !(name in typed) && (kind === 'hidden' || kind === 'checkbox')) sent.append(name, value);
  }
  for (const [name, value] of Object.entries(typed)) sent.append(name, value);
  if (pressed?.name) sent.append(pressed.name, pressed.value);
  return sent;
}
