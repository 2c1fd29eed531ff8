import type { PeriodSection } from '#lib/disclosure/period.ts';
import { Section } from './section.tsx';

/** Until when; and earlier ends to choose from, where there are any. */
export function PeriodChoice({
  words: { title, lines, choice },
  until,
}: {
  words: PeriodSection;
  until: string | null | undefined;
}) {
  return (
    <Section title={title} lines={lines}>
      {choice && (
        <label className="grid gap-1">
          {choice.label}
          <select name="until" defaultValue={until ?? undefined}>
            {choice.options.map(({ days, label }) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
    </Section>
  );
}
