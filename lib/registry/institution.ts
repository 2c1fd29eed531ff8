import { z } from 'zod';
import { webAddress } from './address.ts';
import { entityRegistry } from './legal-entity.ts';
import { addressesOf, addressFields, localized, localizedFields, taggedFields } from './localized.ts';
import { nameOf } from './name.ts';
import { text } from './text.ts';

/** A body outside of the bank that hears its customers' complaints. */
const complaintsBody = z
  .strictObject({ ...localizedFields('name', text), ...addressFields('uri') })
  .transform((wire) => ({ name: localized(wire, 'name', wire.name), uri: addressesOf(wire, 'uri') }));

/** Who an institution is, and where its customers turn to. */
export const institutionFields = {
  ...localizedFields('name', text),
  ...taggedFields('name_with_article'),
  help_uri: webAddress.optional(),
  help_phone: z
    .string()
    .regex(/^[+0-9 ().-]{3,30}$/, 'must be a telephone number')
    .optional(),
  home_uri: webAddress.optional(),
  informs_co_holders: z.boolean().default(false),
  ...addressFields('complaints_uri'),
  complaints_body: complaintsBody.optional(),
  ...addressFields('terms_uri'),
  ...addressFields('privacy_uri'),
  registered_entity_name: text.optional(),
  registered_entity_id: text.optional(),
  registry: entityRegistry.optional(),
};

const wire = z.object(institutionFields);

/** The same under the names that the rest of the server uses. */
export const institutionOf = (institution: z.output<typeof wire>) => ({
  name: nameOf(institution, 'name', institution.name),
  helpUri: institution.help_uri,
  helpPhone: institution.help_phone,
  homeUri: institution.home_uri,
  informsCoHolders: institution.informs_co_holders,
  complaintsUri: addressesOf(institution, 'complaints_uri'),
  complaintsBody: institution.complaints_body,
  termsUri: addressesOf(institution, 'terms_uri'),
  privacyUri: addressesOf(institution, 'privacy_uri'),
  entity: {
    name: institution.registered_entity_name ?? institution.name,
    id: institution.registered_entity_id,
    registry: institution.registry,
  },
});
