import { z } from 'zod';
import { type Account, accountCategories, accountHolder, accountId, accountStatuses } from '../registry/account.ts';
import { cleanText } from '../registry/text.ts';

const label = z.string().transform(cleanText).pipe(z.string().min(1));
// Banks write what they do not have as null, as '' or not at all.
const optionalLabel = label.optional().catch(undefined);
const currency = z
  .union([z.string(), z.object({ currencyCode: z.string() }).transform((it) => it.currencyCode)])
  .nullish()
  .transform((code) => code ?? 'CAD');

const fdxHolder = z
  .object({
    relationship: z.string().optional(),
    name: z.object({ first: optionalLabel, last: optionalLabel, company: optionalLabel }),
  })
  .pipe(accountHolder);

/** An account as FDX describes it; a status that is not known here is one that cannot be shared. */
const fdxAccount = z.object({
  accountId,
  accountCategory: z.enum(accountCategories),
  accountType: optionalLabel.transform((type) => type ?? 'OTHER'),
  accountNumberDisplay: label,
  productName: optionalLabel,
  nickname: optionalLabel,
  status: z.enum(accountStatuses).catch('RESTRICTED').default('OPEN'),
  currency: currency.pipe(z.string().regex(/^[A-Z]{3}$/)),
  relationship: z.string().max(60).optional().catch(undefined),
  holders: z.array(fdxHolder).max(20).optional().catch(undefined),
});

/** An account that a customer can tell from another; for any other, the fields that are not right. */
export function readFdxAccount(wire: unknown): { account: Account } | { account: undefined; odd: string[] } {
  const parsed = fdxAccount.safeParse(wire);
  if (parsed.success) return { account: parsed.data };
  return { account: undefined, odd: parsed.error.issues.map(({ path }) => path.join('.')) };
}
