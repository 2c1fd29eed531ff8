/** What has just been done, told to a screen reader as well (WCAG 2.2, 4.1.3). */
export function Notice({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p className="notice" role="status">
      {text}
    </p>
  );
}
