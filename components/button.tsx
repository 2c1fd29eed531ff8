import type { ComponentProps } from 'react';

/** `solid` for an answer, `quiet` for a small one in the banner, `textual` for one that reads as a link. */
const looks = {
  solid: 'solid',
  quiet: 'rounded-md border border-current px-2.5 py-1 text-sm font-semibold print:hidden',
  textual: 'min-h-7 text-start text-link underline print:hidden',
};

const looksOfLinks = {
  ...looks,
  solid: `${looks.solid} no-underline`,
  quiet: `${looks.quiet} text-inherit no-underline`,
};

export type Look = keyof typeof looks;

/** A button that sends its form. */
export function Button({ look = 'solid', ...attributes }: { look?: Look } & ComponentProps<'button'>) {
  return <button type="submit" className={looks[look]} {...attributes} />;
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'solid', ...attributes }: { look?: Look } & ComponentProps<'a'>) {
  return <a className={looksOfLinks[look]} {...attributes} />;
}
