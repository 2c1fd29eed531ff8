import type { ReactNode } from 'react';
import type { Section } from '#lib/disclosure/section.ts';
import { Lines } from './lines.tsx';

/** A titled part of the page; several lines are a list. */
export function Passage({ words, children }: { words: Section; children?: ReactNode }) {
  const [only, ...more] = words.lines;
  return (
    <section className="card">
      <h2>{words.title}</h2>
      {more.length === 0 ? <p>{only}</p> : <Lines lines={words.lines} />}
      {children}
    </section>
  );
}
