import type { ComponentProps } from 'react';
import { Card } from './card.tsx';

/** Choices under one title, which a screen reader says with each. */
export function ChoiceGroup({ title, children, ...attributes }: { title: string } & ComponentProps<'fieldset'>) {
  return (
    <Card as="fieldset" {...attributes}>
      <legend className="contents">
        <h2>{title}</h2>
      </legend>
      {children}
    </Card>
  );
}
