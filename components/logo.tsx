/** A logo of our own origin, else the initials; the name beside it says the same. */
export function Logo({ uri, name }: { uri: string | undefined; name: string }) {
  if (uri?.startsWith('/')) return <img className="logo" src={uri} alt="" width="44" height="44" />;
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  return (
    <span className="logo" aria-hidden="true">
      {initials}
    </span>
  );
}
