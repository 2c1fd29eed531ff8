import type { ReactNode } from 'react';
import { BulletList } from './bullet-list.tsx';
import { Card } from './card.tsx';

/** A titled part of the page; several lines are a list. */
export function Section({
  title,
  lines = [],
  children,
}: {
  title: string;
  lines?: string[] | undefined;
  children?: ReactNode;
}) {
  return (
    <Card as="section">
      <h2>{title}</h2>
      {lines.length === 1 && <p>{lines[0]}</p>}
      {lines.length > 1 && <BulletList lines={lines} />}
      {children}
    </Card>
  );
}
