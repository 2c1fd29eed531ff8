import type { Language } from '#i18n/locale.ts';
import type { Translator } from '#i18n/recorded-translator.ts';
import type { Registry } from '#lib/registry/registry.ts';

const names = ['stopped', 'stopped-all', 'changed', 'already-ended'] as const;
type NoticeName = (typeof names)[number];

/** The query that says on the next page what has been done. */
export const noticeQuery = (name: NoticeName, clientId = ''): string =>
  String(new URLSearchParams({ notice: name, ...(clientId && { client_id: clientId }) }));

/** What has just been done, in words; a query that names something else says nothing. */
export function readNotice(
  query: URLSearchParams,
  { recipients }: Registry,
  t: Translator,
  language: Language,
): string | undefined {
  const name = names.find((known) => known === query.get('notice'));
  const recipient = recipients.get(query.get('client_id') ?? '')?.name[language];
  if (!name || (name === 'stopped' && !recipient)) return undefined;
  return t(`Dashboard.notice.${name}`, { recipient: recipient ?? '' });
}
