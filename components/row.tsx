import type { ComponentProps, ElementType } from 'react';

type RowElement = 'p' | 'form' | 'footer' | 'div';

/** Things side by side, that wrap where there is no room. */
export function Row<As extends RowElement = 'p'>({ as, ...attributes }: { as?: As } & ComponentProps<As>) {
  const Element = (as ?? 'p') as ElementType;
  return <Element className="flex flex-wrap items-center gap-x-3 gap-y-1" {...attributes} />;
}
