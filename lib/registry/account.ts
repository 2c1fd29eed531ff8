import { z } from 'zod';

/** The most accounts of one customer, and the longest of their ids, in characters. */
export const accountLimit = 500;
export const accountIdLimit = 256;

/** What an account is known by: plain ASCII without spaces. */
export const accountId = z
  .string()
  .max(accountIdLimit)
  .regex(/^[\x21-\x7e]+$/, 'must be 1 to 256 ASCII characters without spaces');

// Words of the bank, shown as they are.
const text = z.string().trim().min(1).max(300);

export const accountCategories = [
  'DEPOSIT_ACCOUNT',
  'INVESTMENT_ACCOUNT',
  'LOAN_ACCOUNT',
  'LOC_ACCOUNT',
  'INSURANCE_ACCOUNT',
  'ANNUITY_ACCOUNT',
  'COMMERCIAL_ACCOUNT',
  'DIGITAL_WALLET',
] as const;

/** FDX `AccountStatus`. */
export const accountStatuses = [
  'OPEN',
  'NEGATIVE_CURRENT_BALANCE',
  'PENDINGCLOSE',
  'PENDINGOPEN',
  'RESTRICTED',
  'PAID',
  'CLOSED',
  'DELETED',
] as const;

/** A holder of an account (FDX `AccountHolder`): who it is to the account, and their name. */
export const accountHolder = z.object({
  relationship: z.string().max(60).optional(),
  name: z.object({ first: text.optional(), last: text.optional(), company: text.optional() }),
});

/**
 * What a customer needs to recognize an account, under FDX's names. `relationship` is the customer's to the account,
 * `holders` are all who hold it, where the bank says so.
 */
export const account = z.object({
  accountId,
  accountCategory: z.enum(accountCategories),
  accountType: text,
  accountNumberDisplay: text,
  productName: text.optional(),
  nickname: text.optional(),
  status: z.enum(accountStatuses),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters'),
  relationship: z.string().max(60).optional(),
  holders: z.array(accountHolder).max(20).optional(),
});
export type Account = z.infer<typeof account>;

const shareable: readonly Account['status'][] = ['OPEN', 'NEGATIVE_CURRENT_BALANCE', 'PENDINGCLOSE'];

export const isShareable = (account: Account): boolean => shareable.includes(account.status);

export const isJoint = (account: Account): boolean => account.relationship?.includes('JOINT') ?? false;

/** The names of the other holders: those that are not to the account what the customer is. */
export const nameCoHolders = ({ relationship, holders = [] }: Account): string[] =>
  holders
    .filter((holder) => holder.relationship !== relationship)
    .map(({ name: { first, last, company } }) => company ?? [first, last].filter(Boolean).join(' '))
    .filter((name) => name !== '');
