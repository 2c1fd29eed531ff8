import { Alarm } from './alarm.tsx';

/** What stands in the way, announced and focused when the page opens; with `href`, a link to where it is mended. */
export function ErrorSummary({
  title,
  text,
  href,
  id,
}: {
  title: string;
  text: string;
  href?: string | undefined;
  /** By which a field names the text as its error. */
  id?: string;
}) {
  return (
    <Alarm tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <p id={id}>
        {href ? (
          <a className="font-semibold text-alarm" href={href}>
            {text}
          </a>
        ) : (
          text
        )}
      </p>
    </Alarm>
  );
}
