import type { ComponentProps } from 'react';

/** What went wrong, told to a screen reader at once. */
export function Alarm(attributes: ComponentProps<'div'>) {
  return <div role="alert" className="rounded-lg border-2 border-alarm bg-alarm-paper px-4.5 py-4" {...attributes} />;
}
