import type { ReactNode } from 'react';
import type { RecordedDisclosure } from '#lib/disclosure/recorded-disclosure.ts';
import { ClusterList } from './cluster-list.tsx';
import { Section } from './section.tsx';

/** What the customer was told, in the language in which it was told; `children` stand where the accounts stood. */
export function RecordedWords({ words, children }: { words: RecordedDisclosure; children?: ReactNode }) {
  return (
    <div lang={words.language} className="grid gap-5">
      <p>{words.purpose}</p>
      <Section {...words.requester} />
      <ClusterList {...words.data} />
      {children}
      <Section {...words.limits} />
      <Section {...words.rights} />
    </div>
  );
}
