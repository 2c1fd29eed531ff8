import type { PeriodSection } from '#lib/disclosure/period.ts';
import { Choice } from './choice.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { Section } from './section.tsx';

/** Until when; or the ends to choose from, that of the recipient's wish first. */
export function PeriodChoice({
  words: { title, lines, options },
  until,
}: {
  words: PeriodSection;
  until: string | null | undefined;
}) {
  if (!options) return <Section title={title} lines={lines} />;
  const chosen = options.find(({ days }) => String(days) === until) ?? options[0];
  return (
    <ChoiceGroup title={title}>
      <div className="flex flex-wrap gap-2 *:grow">
        {options.map((option) => (
          <Choice key={option.days} type="radio" name="until" value={String(option.days)} isTicked={option === chosen}>
            {option.label}
          </Choice>
        ))}
      </div>
    </ChoiceGroup>
  );
}
