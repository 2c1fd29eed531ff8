export interface Field {
  kind: string;
  name: string;
  value: string;
}

export interface Form {
  /** Empty for the address of the page itself. */
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

function inputsIn(content: string): Field[] {
  return [...content.matchAll(/<input\b[^>]*>/gi)]
    .map(([tag]) => attributesOf(tag))
    .filter(({ type, checked }) => type !== 'radio' || checked !== undefined)
    .map(({ type = 'text', name = '', value = '' }) => ({ kind: type.toLowerCase(), name, value }));
}

function selectsIn(content: string): Field[] {
  return [...content.matchAll(/(<select\b[^>]*>)(.*?)<\/select>/gis)].map(([, tag = '', inner = '']) => {
    const options = [...inner.matchAll(/<option\b[^>]*>/gi)].map(([option]) => attributesOf(option));
    const chosen = options.find(({ selected }) => selected !== undefined) ?? options[0];
    return { kind: 'select', name: attributesOf(tag).name ?? '', value: chosen?.value ?? '' };
  });
}

function buttonsIn(content: string): Form['buttons'] {
  return [...content.matchAll(/(<button\b[^>]*>)(.*?)<\/button>/gis)].map(([, tag = '', inner = '']) => {
    const { type = 'submit', name = '', value = '' } = attributesOf(tag);
    return { kind: type.toLowerCase(), name, value, label: unescapeHtml(inner.replace(/<[^>]*>/g, '')).trim() };
  });
}

/**
 * The first form of a page that has that id, or a field or button of that name; undefined when there is none. Knows HTML
 * only as servers write it.
 */
export function findForm(html: string, idOrField: string): Form | undefined {
  for (const [, opening = '', content = ''] of html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gis)) {
    const { id, action = '', enctype = 'application/x-www-form-urlencoded' } = attributesOf(opening);
    const fields = [...inputsIn(content), ...selectsIn(content)];
    const buttons = buttonsIn(content);
    if (id === idOrField || [...fields, ...buttons].some(({ name }) => name === idOrField))
      return { action, encoding: enctype.toLowerCase(), fields, buttons };
  }
  return undefined;
}

/**
 * What a browser would send when every checkbox is ticked: the fields as they stand, `typed` over them, and the button
 * that was pressed. How it is encoded is another question (`encodeForm`).
 */
export function fillForm({ fields }: Form, typed: Record<string, string>, pressed?: Field): URLSearchParams {
  const sent = new URLSearchParams();
  for (const { name, value } of fields) if (name !== '' && !(name in typed)) sent.append(name, value);
  for (const [name, value] of Object.entries(typed)) sent.append(name, value);
  if (pressed?.name) sent.append(pressed.name, pressed.value);
  return sent;
}
