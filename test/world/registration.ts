import { type Account, account } from '../../lib/registry/account.ts';
import { type Provider, provider } from '../../lib/registry/provider.ts';
import { type Recipient, recipient } from '../../lib/registry/recipient.ts';

export const secret = 'a good secret: 100% of it, & more';

/** A registration without a fault; a test changes one thing. */
export const recipientRegistration = {
  client_id: 'ledger',
  client_name: 'Ledger',
  'client_name#fr': 'Grand Livre',
  description: 'Helps you plan a monthly budget.',
  'description#fr': 'Vous aide à planifier un budget mensuel.',
  registered_entity_name: 'Ledger Technologies Inc.',
  registered_entity_id: 'BC1234567',
  redirect_uris: ['https://ledger.example/callback', 'https://ledger.example/other'],
  scope:
    'ACCOUNT_BASIC ACCOUNT_DETAILED TRANSACTIONS INVESTMENTS STATEMENTS ACCOUNT_PAYMENTS CUSTOMER_CONTACT CUSTOMER_PERSONAL',
  token_endpoint_auth_method: 'client_secret_basic',
  client_secret_sha256: '1770c9abd4ee862ea9aab14a4381834bb5007252e30c50afff6fcfc49fc8ca6f',
  duration_type: ['TIME_BOUND'],
  duration_period: 365,
  lookback_period: 730,
};

export const accountRegistration = {
  accountId: 'acc-1',
  accountCategory: 'DEPOSIT_ACCOUNT',
  accountType: 'CHECKING',
  accountNumberDisplay: '1234',
  productName: 'Everyday Chequing',
  nickname: 'Bills',
  status: 'OPEN',
  currency: 'CAD',
};

export const customerRegistration = {
  sub: 'camille',
  username: 'camille',
  password: 'erable-rouge',
  name: 'Camille Tremblay',
  accounts: [
    accountRegistration,
    { ...accountRegistration, accountId: 'acc-2', accountNumberDisplay: '5678', nickname: 'Rainy day' },
  ],
};

export const providerRegistration = {
  provider_id: '1000',
  name: 'Maple Bank',
  'name#fr': 'Banque Érable',
  sign_in: { type: 'sample' },
  accounts: { type: 'sample' },
  customers: [customerRegistration, { ...customerRegistration, sub: 'noah', username: 'noah', password: 'maple-leaf' }],
};

export const registeredRecipient = (change: object = {}): Recipient =>
  recipient.parse({ ...recipientRegistration, ...change });

export const registeredProvider = (change: object = {}): Provider =>
  provider.parse({ ...providerRegistration, ...change });

export const registeredAccount = (change: object = {}): Account => account.parse({ ...accountRegistration, ...change });
