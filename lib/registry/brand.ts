import { z } from 'zod';
import { byLanguage } from '#i18n/locale.ts';
import { logoUri } from './address.ts';
import { localized, localizedFields, taggedFields } from './localized.ts';
import { longText } from './text.ts';

const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour like #0b5563');

// Nothing is loaded from elsewhere.
const ownFile = (kinds: string) =>
  z
    .string()
    .regex(
      new RegExp(`^/(?!/)[\\w./-]+\\.(?:${kinds})$`),
      `must be a path of our own origin that ends in .${kinds.replaceAll('|', ', .')}`,
    );

const font = z.strictObject({
  family: z.string().regex(/^[\w -]{1,60}$/, 'must be the name of a font family: letters, digits, spaces, _ and -'),
  files: z
    .array(z.strictObject({ uri: ownFile('woff2|woff'), weight: z.int().min(1).max(1000).default(400) }))
    .min(1)
    .max(6),
});
export type Font = z.infer<typeof font>;

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be a time zone such as America/Vancouver');

/** What a bank looks like here, and how it speaks. */
export const brandFields = {
  logo_uri: logoUri.optional(),
  icon_uri: ownFile('svg|png|ico').optional(),
  accent_color: color.default('#1f4e79'),
  second_color: color.optional(),
  font: font.optional(),
  ...localizedFields('legal', longText.optional(), longText),
  time_zone: timeZone.default('America/Toronto'),
  ...taggedFields('wording'),
};

const wire = z.object(brandFields);

/** The same under the names that the rest of the server uses. */
export const brandOf = (brand: z.output<typeof wire>) => ({
  logoUri: brand.logo_uri,
  iconUri: brand.icon_uri,
  accentColor: brand.accent_color,
  secondColor: brand.second_color,
  font: brand.font,
  legal: brand.legal === undefined ? undefined : localized(brand, 'legal', brand.legal),
  timeZone: brand.time_zone,
  /** The path of a file for each language, from that of the registry. */
  wording: byLanguage((language) => brand[`wording#${language}`]),
});
