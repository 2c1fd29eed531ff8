/** A transaction as FDX has it: `amount` is positive, `debitCreditMemo` says which way it went. */
export interface BankTransaction {
  transactionId: string;
  postedTimestamp: string;
  description: string;
  debitCreditMemo: 'DEBIT' | 'CREDIT';
  amount: number;
  status: 'POSTED' | 'PENDING';
}

export interface BankAccount {
  accountId: string;
  accountCategory: string;
  accountType: string;
  accountNumberDisplay: string;
  productName: string;
  nickname?: string;
  status: string;
  currency: { currencyCode: string };
  currentBalance: number;
  availableBalance?: number;
  transactions: BankTransaction[];
}

export interface BankCustomer {
  customerId: string;
  username: string;
  password: string;
  name: { first: string; last: string };
  email: string;
  dateOfBirth: string;
  accounts: BankAccount[];
}

const transactions = (accountId: string, ...rows: [day: string, text: string, amount: number][]): BankTransaction[] =>
  rows.map(([day, description, amount], index) => ({
    transactionId: `${accountId}-${index + 1}`,
    postedTimestamp: `2026-11-${day}T12:00:00Z`,
    description,
    debitCreditMemo: amount < 0 ? 'DEBIT' : 'CREDIT',
    amount: Math.abs(amount),
    status: 'POSTED',
  }));

/** The sample customers of the bank; there is nothing to protect in the sample world. */
export const customers: readonly BankCustomer[] = [
  {
    customerId: 'hb-0417',
    username: 'sigrid',
    password: 'phare-blanc',
    name: { first: 'Sigrid', last: 'Lavoie' },
    email: 'sigrid@lavoie.example',
    dateOfBirth: '1984-02-29',
    accounts: [
      {
        accountId: 'har-101',
        accountCategory: 'DEPOSIT_ACCOUNT',
        accountType: 'CHECKING',
        accountNumberDisplay: '****7781',
        productName: 'Everyday Chequing',
        nickname: 'Groceries',
        status: 'OPEN',
        currency: { currencyCode: 'CAD' },
        currentBalance: 1842.17,
        availableBalance: 1792.17,
        transactions: transactions(
          'har-101',
          ['20', 'Marché Jean-Talon', -64.2],
          ['18', 'Payroll', 2150],
          ['15', 'Harbour Ferry', -12.5],
        ),
      },
      {
        accountId: 'har-102',
        accountCategory: 'LOC_ACCOUNT',
        accountType: 'CREDITCARD',
        accountNumberDisplay: '****2210',
        productName: 'Tide Card',
        status: 'OPEN',
        currency: { currencyCode: 'CAD' },
        currentBalance: -311.9,
        transactions: transactions('har-102', ['19', 'Librairie du Quai', -41.9], ['11', 'Payment received', 200]),
      },
      {
        accountId: 'har-103',
        accountCategory: 'DEPOSIT_ACCOUNT',
        accountType: 'SAVINGS',
        accountNumberDisplay: '****0096',
        productName: 'Anchor Savings',
        nickname: 'Old boat',
        status: 'CLOSED',
        currency: { currencyCode: 'CAD' },
        currentBalance: 0,
        transactions: [],
      },
    ],
  },
  {
    customerId: 'hb-0952',
    username: 'tomas',
    password: 'blue-buoy',
    name: { first: 'Tomas', last: 'Okafor' },
    email: 'tomas@okafor.example',
    dateOfBirth: '1991-07-14',
    accounts: [
      {
        accountId: 'har-201',
        accountCategory: 'DEPOSIT_ACCOUNT',
        accountType: 'CHECKING',
        accountNumberDisplay: '****5140',
        productName: 'Everyday Chequing',
        status: 'OPEN',
        currency: { currencyCode: 'CAD' },
        currentBalance: 730.05,
        availableBalance: 730.05,
        transactions: transactions('har-201', ['21', 'Rent', -980], ['17', 'Payroll', 1610]),
      },
    ],
  },
];

export const findCustomer = (customerId: string): BankCustomer | undefined =>
  customers.find((customer) => customer.customerId === customerId);

export const findCustomerByName = (username: string): BankCustomer | undefined =>
  customers.find((customer) => customer.username === username.trim().toLowerCase());

/** An account and whose it is. */
export function findAccount(accountId: string): { account: BankAccount; customer: BankCustomer } | undefined {
  for (const customer of customers) {
    const account = customer.accounts.find((candidate) => candidate.accountId === accountId);
    if (account) return { account, customer };
  }
  return undefined;
}
