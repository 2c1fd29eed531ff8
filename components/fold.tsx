import type { ReactNode } from 'react';
import { BulletList } from './bullet-list.tsx';

/** A titled list that is folded away, except in print. */
export function Fold({ title, lines, children }: { title: string; lines: string[]; children?: ReactNode }) {
  return (
    <details className="fold">
      <summary>
        <h2>{title}</h2>
      </summary>
      <BulletList lines={lines} />
      {children}
    </details>
  );
}
