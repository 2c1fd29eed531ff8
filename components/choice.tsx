import type { ReactNode } from 'react';
import type { Language } from '#i18n/locale.ts';

/** A checkbox whose whole label can be pressed. */
export function Choice({
  name,
  value,
  isTicked,
  lang,
  children,
}: {
  name: string;
  value: string;
  isTicked: boolean;
  /** Where the words are not in the language of the page. */
  lang?: Language | undefined;
  children: ReactNode;
}) {
  return (
    <label className="flex gap-3 rounded-md border p-3 has-checked:border-current has-checked:inset-ring">
      <input type="checkbox" name={name} value={value} defaultChecked={isTicked} />
      <span lang={lang}>{children}</span>
    </label>
  );
}
