import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { DecisionButtons } from './decision-buttons.tsx';

/** What an Allow would share, and the two answers, alike in size and weight. */
export function ConsentDecision({ words: { recap, decision } }: { words: Disclosure }) {
  return (
    <Card>
      <p>{`${recap.what} ${recap.until}`}</p>
      <DecisionButtons>
        <Button name="decision" value="deny">
          {decision.deny}
        </Button>
        <Button name="decision" value="allow">
          {decision.allow}
        </Button>
      </DecisionButtons>
    </Card>
  );
}
