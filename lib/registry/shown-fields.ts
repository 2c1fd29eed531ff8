import { logoUri, webAddress } from './address.ts';
import { entityRegistry } from './legal-entity.ts';
import { addressFields, localizedFields, taggedFields } from './localized.ts';
import { text } from './text.ts';

/** What a customer is told of a recipient. */
export const shownFields = {
  ...localizedFields('client_name', text),
  ...taggedFields('client_name_with_article'),
  ...localizedFields('description', text),
  client_uri: webAddress.optional(),
  logo_uri: logoUri.optional(),
  policy_uri: webAddress.optional(),
  registered_entity_name: text,
  registered_entity_id: text.optional(),
  registry: entityRegistry.optional(),
  ...addressFields('register_uri'),
};
