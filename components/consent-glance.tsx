import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import { Card } from './card.tsx';

/** The request at a glance, a line and a pictogram each, under what the recipient says of it. */
export function ConsentGlance({ words: { purpose, glance } }: { words: Disclosure }) {
  return (
    <Card>
      <p>{purpose}</p>
      <ul className="pictograms">
        <li>{glance.what}</li>
        <li>{glance.accounts}</li>
        <li>{glance.until}</li>
        <li>{glance.never}</li>
      </ul>
    </Card>
  );
}
