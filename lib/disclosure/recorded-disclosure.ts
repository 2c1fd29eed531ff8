import { z } from 'zod';
import { languages } from '#i18n/locale.ts';
import { dataClusters } from '../oauth/scope.ts';
import { json } from '../storage/row-reader.ts';

const lines = z.array(z.string());
const section = z.strictObject({ title: z.string(), lines });

const cluster = z.strictObject({
  cluster: z.enum(dataClusters),
  title: z.string(),
  fields: z.string(),
  sensitive: z.string().optional(),
  history: z.string().optional(),
  warnings: lines,
});

const account = z.strictObject({
  accountId: z.string(),
  label: z.string(),
  detail: z.string(),
  joint: z.string().optional(),
});

const choice = z.strictObject({
  label: z.string(),
  options: z.array(z.strictObject({ days: z.int(), label: z.string() })),
});

/**
 * The shape of a record as it was written first. It is never changed: words of another shape get a schema of their own.
 */
const firstShape = z.strictObject({
  version: z.string(),
  language: z.enum(languages),
  title: z.string(),
  heading: z.string(),
  purpose: z.string(),
  lead: z.string(),
  requester: section,
  data: z.strictObject({ title: z.string(), clusters: z.array(cluster) }),
  accounts: z.strictObject({
    title: z.string(),
    intro: z.string(),
    choices: z.array(account),
    unavailable: z.strictObject({ intro: z.string(), lines }).optional(),
  }),
  renewal: section.optional(),
  period: section.extend({ choice: choice.optional() }),
  limits: section,
  rights: section,
  decision: z.strictObject({ title: z.string(), deny: z.string(), allow: z.string() }),
});

/** Since the page has a summary above and below, and folds what need not be read each time. */
const secondShape = z.strictObject({
  version: z.string(),
  language: z.enum(languages),
  title: z.string(),
  heading: z.string(),
  purpose: z.string(),
  glance: z.strictObject({ what: z.string(), accounts: z.string(), until: z.string(), never: z.string() }),
  recap: z.strictObject({ what: z.string(), until: z.string() }),
  requester: section,
  renewal: section.optional(),
  data: z.strictObject({ title: z.string(), clusters: z.array(cluster) }),
  accounts: z.strictObject({
    title: z.string(),
    intro: z.string(),
    chooseAll: z.string().optional(),
    choices: z.array(account.extend({ shared: z.string().optional() })),
    unavailable: z.strictObject({ intro: z.string(), lines }).optional(),
  }),
  period: section.extend({ options: choice.shape.options.optional() }),
  limits: section,
  rights: section,
  assurance: z.strictObject({ text: z.string(), link: z.string() }),
  decision: z.strictObject({ deny: z.string(), allow: z.string() }),
});

/** Words that were recorded, whenever it was. */
export type RecordedDisclosure = z.infer<typeof firstShape> | z.infer<typeof secondShape>;

/** Every version of the words that was ever recorded, with the schema of its records. */
const records = new Map<string, z.ZodType<RecordedDisclosure, string>>([
  ['2026-11-24', json(firstShape)],
  ['2026-11-24.2', json(firstShape)],
  ['2026-11-24.3', json(secondShape)],
]);

/**
 * The words recorded with a consent, read as their version was written; what does not fit is a fault, not a gap in
 * them.
 */
export function readRecordedDisclosure(version: string, recorded: string): RecordedDisclosure {
  const record = records.get(version);
  if (!record) throw new Error(`The words of a consent are of version ${version}, which this server does not know`);
  const reading = record.safeParse(recorded);
  if (reading.success) return reading.data;
  const complaints = reading.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Error(`The words of a consent do not fit their version ${version}: ${complaints.join('; ')}`);
}
