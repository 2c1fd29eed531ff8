import type { Disclosure } from '#lib/disclosure/disclosure.ts';
import type { Recipient } from '#lib/registry/recipient.ts';
import { Card } from './card.tsx';
import { Fold } from './fold.tsx';
import { RequesterLinks } from './requester-links.tsx';

/** What need not be read each time, under headings that say the gist of it. */
export function ConsentDetails({
  recipient,
  words: { requester, limits, rights },
}: {
  recipient: Recipient;
  words: Disclosure;
}) {
  return (
    <Card>
      <Fold {...requester}>
        <RequesterLinks recipient={recipient} />
      </Fold>
      <Fold {...limits} />
      <Fold {...rights} />
    </Card>
  );
}
