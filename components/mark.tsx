/** A word set apart, beside a heading. */
export function Mark({ children }: { children: string }) {
  return <span className="ms-2 rounded-full border px-2 text-xs text-alarm">{children}</span>;
}
