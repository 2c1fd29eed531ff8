import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import { Button } from './button.tsx';
import { DecisionButtons } from './decision-buttons.tsx';
import { Section } from './section.tsx';

/** The two answers, alike in size and weight; where no account can be shared, there is only one. */
export function ConsentDecision({ words, canAllow }: { words: Disclosure['decision']; canAllow: boolean }) {
  return (
    <Section title={words.title}>
      <DecisionButtons>
        <Button name="decision" value="deny">
          {words.deny}
        </Button>
        {canAllow && (
          <Button name="decision" value="allow">
            {words.allow}
          </Button>
        )}
      </DecisionButtons>
    </Section>
  );
}
