import type { PeriodSection } from '#lib/disclosure/period.ts';
import { Passage } from './passage.tsx';

/** Until when; and earlier ends to choose from, where there are any. */
export function PeriodChoice({ words, until }: { words: PeriodSection; until: string | null | undefined }) {
  const { choice } = words;
  return (
    <Passage words={words}>
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
    </Passage>
  );
}
