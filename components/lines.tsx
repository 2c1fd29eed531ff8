import { createElement } from 'react';

/** A list of sentences. Children as arguments need no keys, which would send every sentence to the browser twice more. */
export function Lines({ lines }: { lines: string[] }) {
  return createElement('ul', { className: 'list' }, ...lines.map((line) => createElement('li', null, line)));
}
