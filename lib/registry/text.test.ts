import { describe, it } from 'vitest';
import {
  expectOneFault,
  readAccount,
  readCustomer,
  readProvider,
  readRecipient,
} from '../../test/world/registry-file.ts';

describe('a text that customers read is refused', () => {
  const textFields = {
    'a control character': 'Budget\u0007Buddy',
    'a line break': 'Budget\nBuddy',
    'a right-to-left override': 'Budget\u202eyddB',
    'a bidirectional isolate': 'Budget\u2066Buddy',
    'a zero-width space': 'Budget\u200bBuddy',
    'a soft hyphen': 'Budget\u00adBuddy',
    'a filler that looks like a space': 'Budget\u3164Buddy',
    'a line separator': 'Budget\u2028Buddy',
  };
  it.each(Object.entries(textFields))('when it holds %s', (_, value) => {
    for (const field of ['client_name', 'client_name#fr', 'description', 'description#fr', 'registered_entity_name'])
      expectOneFault(readRecipient({ [field]: value }), `recipients[0].${field}`);
    for (const field of ['name', 'name#fr', 'registered_entity_id'])
      expectOneFault(readProvider({ [field]: value }), `providers[0].${field}`);
    expectOneFault(readCustomer({ name: value }), 'providers[0].customers[0].name');
    for (const field of ['nickname', 'productName', 'accountType', 'accountNumberDisplay'])
      expectOneFault(readAccount({ [field]: value }), `providers[0].customers[0].accounts[0].${field}`);
  });
});
