import { z } from 'zod';
import { webAddress } from './address.ts';
import { localized, localizedFields } from './localized.ts';
import { text } from './text.ts';
import { unreadFields } from './unread-fields.ts';

/** Whom the data passes through on its way to the recipient. */
export const intermediary = z
  .strictObject({
    name: text,
    uri: webAddress.optional(),
    ...localizedFields('role', text.optional()),
    ...unreadFields('description', 'logo_uri', 'contacts'),
    ...unreadFields('registered_entity_name', 'registered_entity_id', 'registry'),
  })
  .transform((wire) => ({
    name: wire.name,
    uri: wire.uri,
    role: wire.role === undefined ? undefined : localized(wire, 'role', wire.role),
  }));
