interface Field {
  description: string;
  examples: string[];
  enum?: string[];
}

const field = (description: string, example: string): Field => ({ description, examples: [example] });

/** What each field of a form means, with a value as it may be. */
export const formFields: Record<string, Field> = {
  client_id: field('The client’s id, where it is in no header', 'budget-buddy'),
  client_secret: field('Its secret, where it is in no header', 'a-secret'),
  client_assertion: field('A JWT that the client has signed (RFC 7523)', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln'),
  client_assertion_type: field('The type of that', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  grant_type: {
    description: 'What is exchanged',
    enum: ['authorization_code', 'refresh_token', 'client_credentials'],
    examples: ['authorization_code'],
  },
  code: field('The code of the answer, with authorization_code', 'SplxlOBeZQQYbYS6WxSbIA'),
  code_verifier: field('The verifier of the challenge (RFC 7636)', 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'),
  refresh_token: field('The last refresh token, with refresh_token', 'tGzv3JOkF0XG5Qx2TlKWIA'),
  token: field('An access or refresh token', 'tGzv3JOkF0XG5Qx2TlKWIA'),
  token_type_hint: field('What kind the token may be; not needed', 'refresh_token'),
  redirect_uri: field('A registered redirect URI, letter by letter', 'https://app.example/callback'),
  response_type: field('Always code', 'code'),
  scope: field('FDX data clusters; ACCOUNT_BASIC is the least', 'ACCOUNT_BASIC TRANSACTIONS'),
  state: field('Comes back with the answer', 'af0ifjsldkj'),
  provider_id: field('The bank; without it the customer chooses', '1000'),
  correlation_id: field('The recipient’s own name for the journey', 'journey-1'),
  language: field('The language of the pages', 'fr'),
  ui_locales: field('The same, as OpenID Connect spells it', 'fr-CA fr'),
  login_hint: field('Who the customer may be; passed on to the bank', 'camille'),
  code_challenge: field('RFC 7636', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
  code_challenge_method: field('Always S256', 'S256'),
  request_uri: field('The URI of a pushed request', 'urn:ietf:params:oauth:request_uri:6esc'),
  authorization_details: field(
    'RFC 9396, one object of the type fdx_v1.0',
    '[{"type":"fdx_v1.0","consentRequest":{"durationType":"ONE_TIME","resources":[{"resourceType":"ACCOUNT","dataClusters":["ACCOUNT_BASIC"]}]}}]',
  ),
  dpop_jkt: field(
    'The thumbprint of the key of the tokens (RFC 9449 §10)',
    'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  ),
  prompt: field('none, login, consent or select_account', 'login'),
  max_age: field('Seconds since the customer signed in, at most', '300'),
  acr_values: field('How the customer should sign in at the bank', 'urn:bank:strong'),
};
