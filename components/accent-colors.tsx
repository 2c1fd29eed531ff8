import { headers } from 'next/headers';
import { inkOn } from '#lib/registry/accent.ts';
import type { Font } from '#lib/registry/brand.ts';
import type { Provider } from '#lib/registry/provider.ts';

/** The bank's own colours and font, and black or white on the first: the one inline style, let through by its nonce. */
export async function AccentColors({ provider: { accentColor, secondColor, font } }: { provider: Provider }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const variables = [
    `--accent:${accentColor}`,
    `--accent-ink:${inkOn(accentColor)}`,
    `--second:${secondColor ?? accentColor}`,
    ...(font ? [`--font-sans:"${font.family}",system-ui,sans-serif`] : []),
  ];
  return <style nonce={nonce}>{`${font ? facesOf(font) : ''}:root{${variables.join(';')}}`}</style>;
}

// The registry lets nothing into a family or a path that could end its string.
const facesOf = ({ family, files }: Font): string =>
  files
    .map(
      ({ uri, weight }) =>
        `@font-face{font-family:"${family}";src:url("${uri}");font-weight:${weight};font-display:swap}`,
    )
    .join('');
