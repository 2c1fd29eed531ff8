/** A list of sentences. */
export function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
