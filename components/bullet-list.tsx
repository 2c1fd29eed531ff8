/** A list of sentences. */
export function BulletList({ lines }: { lines: string[] }) {
  return (
    <ul className="grid list-disc gap-1.5 ps-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
