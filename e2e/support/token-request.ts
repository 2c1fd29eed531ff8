import { call } from './http-call.ts';

export interface TokenCall {
  basic?: [clientId: string, secret: string];
  form: Record<string, string | undefined> | [string, string][];
  headers?: Record<string, string>;
  path?: string;
}

export interface TokenAnswer {
  status: number;
  headers: Record<string, unknown>;
  // What a server answers is whatever it is.
  json: Record<string, unknown>;
}

/** Posts to the token endpoint; `grant_type` is `authorization_code` unless the form says otherwise. */
export async function redeem(
  origin: string,
  { basic, form, headers, path = '/token' }: TokenCall,
): Promise<TokenAnswer> {
  const pairs = Array.isArray(form) ? form : Object.entries({ grant_type: 'authorization_code', ...form });
  const body = new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
  const {
    status,
    headers: answered,
    text,
  } = await call(origin, {
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(basic && { authorization: `Basic ${btoa(basic.map(encodeURIComponent).join(':'))}` }),
      ...headers,
    },
    body: body.toString(),
  });
  return { status, headers: answered, json: JSON.parse(text) };
}
