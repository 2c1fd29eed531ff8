const names = ['stopped', 'stopped-all', 'changed', 'already-ended'] as const;
export type NoticeName = (typeof names)[number];

/** What has just been done, as a query that the next page says it by. */
export const noticeQuery = (name: NoticeName, clientId = ''): string =>
  String(new URLSearchParams({ notice: name, ...(clientId && { client_id: clientId }) }));

/** What a query says has just been done; a query that names something else says nothing. */
export const readNotice = (query: URLSearchParams): { name: NoticeName; clientId: string } | undefined => {
  const name = names.find((known) => known === query.get('notice'));
  return name && { name, clientId: query.get('client_id') ?? '' };
};
