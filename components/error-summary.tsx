import { Alarm } from './alarm.tsx';

/** What stands in the way, announced and focused when the page opens; with `href`, a link to where it is mended. */
export function ErrorSummary({ title, text, href }: { title: string; text: string; href?: string | undefined }) {
  return (
    <Alarm tabIndex={-1} autoFocus>
      <h2>{title}</h2>
      <p>
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
