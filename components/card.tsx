import type { ComponentProps, ElementType } from 'react';

type CardElement = 'div' | 'section' | 'fieldset' | 'form' | 'details' | 'dl' | 'li';

/** Things that belong together, on a sheet of their own. */
export function Card<As extends CardElement = 'div'>({ as, ...attributes }: { as?: As } & ComponentProps<As>) {
  const Element = (as ?? 'div') as ElementType;
  return <Element className="card" {...attributes} />;
}
