/** What stands in the way, announced and focused when the page opens; with `href`, a link to where it is mended. */
export function ErrorSummary({ title, text, href }: { title: string; text: string; href?: string | undefined }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was opened again because of this
    <div className="alarm" role="alert" tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <p>{href ? <a href={href}>{text}</a> : text}</p>
    </div>
  );
}
