/** The most that a body posted to an endpoint may weigh, in bytes. */
export const bodyLimit = 16_384;

/** What an endpoint for machines knows of a request, whoever runs the HTTP server. */
export interface ApiRequest {
  method: string;
  /** As it was asked for, without the query. */
  path: string;
  headers: Pick<Headers, 'get'>;
  /** Undefined when it is larger than 16 kB. */
  body: string | undefined;
}

/** What such an endpoint answers. An empty body is none. */
export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Reads a request to the end of its body. */
export async function readApiRequest(request: Request): Promise<ApiRequest> {
  const { method, headers, url } = request;
  return { method, path: new URL(url).pathname, headers, body: await readBody(request) };
}

async function readBody({ headers, body }: Request): Promise<string | undefined> {
  if (Number(headers.get('content-length') ?? 0) > bodyLimit) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
