/** A word set apart, beside a heading. */
export function Mark({ children }: { children: string }) {
  return (
    <span className="ms-2 inline-block rounded-full border border-current px-2 text-xs font-semibold text-alarm">
      {children}
    </span>
  );
}
