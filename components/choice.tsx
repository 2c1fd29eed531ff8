import type { ReactNode } from 'react';
import type { Language } from '#i18n/locale.ts';

/** A checkbox or a radio button whose whole label can be pressed. */
export function Choice({
  type = 'checkbox',
  name,
  value,
  isTicked,
  lang,
  children,
}: {
  type?: 'checkbox' | 'radio';
  name: string;
  value: string;
  isTicked: boolean;
  /** Where the words are not in the language of the page. */
  lang?: Language | undefined;
  children: ReactNode;
}) {
  return (
    <label className="choice">
      <input type={type} name={name} value={value} defaultChecked={isTicked} />
      <span lang={lang}>{children}</span>
    </label>
  );
}
