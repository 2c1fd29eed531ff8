/** A link whose text is its address, so that it can be followed from paper too. */
export function PrintedLink({ href }: { href: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {href.replace(/^https:\/\//, '').replace(/\/$/, '')}
    </a>
  );
}
