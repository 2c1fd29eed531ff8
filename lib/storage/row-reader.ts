import { z } from 'zod';

/** A column that holds JSON as text, and what the JSON must be. */
export const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text, { addIssue }): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        addIssue('is not JSON');
        return z.NEVER;
      }
    })
    .pipe(shape);

/** Reads the rows of a table. A row that does not fit is a fault that names table and field, and none of its values. */
export const rowReader =
  <Row extends z.ZodType>(table: string, schema: Row) =>
  (row: z.input<Row>): z.output<Row> => {
    const reading = schema.safeParse(row);
    if (reading.success) return reading.data;
    const complaints = reading.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`A row of ${table} cannot be read: ${complaints.join('; ')}`);
  };
