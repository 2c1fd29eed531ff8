/** A form as it stands in the HTML of a page, and as it wants to be sent. */
export interface HtmlForm {
  action: string;
  method: string;
  type: string;
  fields: Control[];
  buttons: (Control & { label: string })[];
}

interface Control {
  kind: string;
  name: string;
  value: string;
  isChecked: boolean;
}

/** The first form of a page that has a field or a button of that name, or a button with that label. */
export function formWith(html: string, nameOrLabel: string): HtmlForm {
  const found = formsOf(html).find(
    ({ fields, buttons }) =>
      [...fields, ...buttons].some(({ name }) => name === nameOrLabel) ||
      buttons.some(({ label }) => label === nameOrLabel),
  );
  if (!found) throw new Error(`no form with ${nameOrLabel} in ${html.slice(0, 400)}`);
  return found;
}

export const formsOf = (html: string): HtmlForm[] =>
  [...html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gis)].map(([, opening = '', content = '']) => {
    const { action = '', method = 'get', enctype = 'application/x-www-form-urlencoded' } = attributesOf(opening);
    return {
      action,
      method: method.toLowerCase(),
      type: enctype.toLowerCase(),
      fields: [...content.matchAll(/<input\b[^>]*>/gi)].map(([tag]) => controlOf(tag, 'text')),
      buttons: [...content.matchAll(/(<button\b[^>]*>)(.*?)<\/button>/gis)].map(([, tag = '', inner = '']) => ({
        ...controlOf(tag, 'submit'),
        label: withoutEntities(inner.replace(/<[^>]*>/g, '')).trim(),
      })),
    };
  });

/** What a browser sends of a form: hidden and ticked fields, what was typed, and the button that was pressed. */
export async function encodeForm(
  form: HtmlForm,
  typed: Record<string, string | string[]>,
  pressed?: Pick<Control, 'name' | 'value'>,
): Promise<{ type: string; body: Buffer<ArrayBuffer> }> {
  const kept = form.fields.filter(
    ({ kind, name, isChecked }) =>
      name && !(name in typed) && (kind === 'hidden' || (/^(checkbox|radio)$/.test(kind) && isChecked)),
  );
  const sent = [
    ...kept.map(({ name, value }): [string, string] => [name, value]),
    ...Object.entries(typed).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
    ...(pressed?.name ? [[pressed.name, pressed.value] as [string, string]] : []),
  ];
  if (form.type !== 'multipart/form-data')
    return { type: form.type, body: Buffer.from(new URLSearchParams(sent).toString()) };
  const parts = new FormData();
  for (const [name, value] of sent) parts.append(name, value);
  const message = new Response(parts);
  return { type: message.headers.get('content-type') ?? '', body: Buffer.from(await message.arrayBuffer()) };
}

function controlOf(tag: string, kindWhenUnsaid: string): Control {
  const { type = kindWhenUnsaid, name = '', value = '', checked } = attributesOf(tag);
  return { kind: type.toLowerCase(), name, value, isChecked: checked !== undefined };
}

function attributesOf(tag: string): Record<string, string> {
  const found = tag.matchAll(/\s([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g);
  return Object.fromEntries(
    [...found].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      withoutEntities(double ?? single ?? bare ?? ''),
    ]),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withoutEntities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? whole);
  });
