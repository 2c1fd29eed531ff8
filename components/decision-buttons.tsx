import type { ReactNode } from 'react';

/** Two answers of the same size, side by side where there is room. */
export function DecisionButtons({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-3 *:grow *:basis-36">{children}</div>;
}
