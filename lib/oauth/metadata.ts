import { consentRequestType } from './consent-request.ts';
import { prompts } from './prompt.ts';
import { dataClusters } from './scope.ts';
import { signatureAlgorithms } from './signature-algorithms.ts';

const methods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];

/**
 * What this server supports (RFC 8414 §2); `locales` are the languages of its pages, `documentation` is for developers:
 * without it, the description of every address.
 */
export const authorizationServerMetadata = (issuer: string, locales: readonly string[], documentation?: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  pushed_authorization_request_endpoint: `${issuer}/par`,
  require_pushed_authorization_requests: false,
  token_endpoint: `${issuer}/token`,
  revocation_endpoint: `${issuer}/revoke`,
  introspection_endpoint: `${issuer}/introspect`,
  jwks_uri: `${issuer}/jwks`,
  service_documentation: documentation ?? `${issuer}/openapi.json`,
  scopes_supported: dataClusters,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
  token_endpoint_auth_signing_alg_values_supported: signatureAlgorithms,
  token_endpoint_auth_methods_supported: [...methods, 'none'],
  revocation_endpoint_auth_signing_alg_values_supported: signatureAlgorithms,
  revocation_endpoint_auth_methods_supported: [...methods, 'none'],
  introspection_endpoint_auth_signing_alg_values_supported: signatureAlgorithms,
  introspection_endpoint_auth_methods_supported: methods,
  subject_types_supported: ['pairwise'],
  code_challenge_methods_supported: ['S256'],
  authorization_details_types_supported: [consentRequestType],
  dpop_signing_alg_values_supported: signatureAlgorithms,
  prompt_values_supported: prompts,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
  authorization_response_iss_parameter_supported: true,
  ui_locales_supported: locales,
});
