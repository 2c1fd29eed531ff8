/** A logo of our own origin, else the initials; the name beside it says the same. */
export function Logo({ uri, name }: { uri: string | undefined; name: string }) {
  if (uri?.startsWith('/'))
    return <img className="size-11 flex-none rounded-md" src={uri} alt="" fetchPriority="low" />;
  const initials = name
    .split(/\s+/)
    .map((word) => word[0])
    .slice(0, 2)
    .join('');
  return (
    <span
      className="grid size-11 flex-none place-items-center rounded-md border bg-logo font-bold text-on-logo"
      aria-hidden="true"
    >
      {initials}
    </span>
  );
}
