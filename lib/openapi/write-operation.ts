import { formFields } from './form-fields.ts';
import type { Answer, Operation } from './operation.ts';
import type { SchemaName } from './schemas.ts';

const reasons: Record<number, string> = {
  200: 'As asked',
  201: 'Kept under the address that is given',
  204: 'Done',
  303: 'On to another address',
  400: 'The request is not as it must be',
  401: 'The caller is not known',
  403: 'The caller may not do that',
  404: 'There is no such thing, or it is another’s',
  409: 'It has ended already',
  411: 'The length is not said',
  413: 'Too large',
  414: 'The address is too long',
  415: 'The form is of another type',
  429: 'Too many failures; wait for Retry-After seconds',
  431: 'The headers are too long, or there are too many cookies',
  503: 'Try again in a moment',
};

/** One operation as OpenAPI writes it. */
export function writeOperation(path: string, operation: Operation) {
  const { summary, callers, query } = operation;
  const parameters = [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
  ];
  const content = bodyOf(operation);
  const answers = { ...ofRequestLine(operation), ...operation.answers };
  return {
    summary,
    security: (callers ?? []).map(securityOf),
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, answer]) => [
          status,
          { description: reasons[Number(status)] ?? '', ...headersOf(Number(status)), ...contentOf(answer) },
        ]),
      ),
      // What only leads on has no answer of success.
      ...(!Object.keys(answers).some((status) => status.startsWith('2')) && {
        default: { description: 'A page that says what is wrong', ...contentOf('page') },
      }),
    },
  };
}

function bodyOf({ form, required, json, takesPageForm }: Operation) {
  const fields = Object.fromEntries((form ?? []).map((name) => [name, { type: 'string', ...formFields[name] }]));
  const content = {
    ...(form && {
      'application/x-www-form-urlencoded': {
        schema: { type: 'object', properties: fields, ...(required && { required }) },
      },
    }),
    ...(takesPageForm && { 'multipart/form-data': { schema: { type: 'object' } } }),
    ...(json && { 'application/json': { schema: reference(json) } }),
  };
  return Object.keys(content).length > 0 ? content : undefined;
}

const securityOf = (caller: NonNullable<Operation['callers']>[number]) =>
  caller === 'none' ? {} : { [caller]: caller === 'oauth2' ? ['fdx:consents'] : [] };

/** What is answered before anybody reads the request, in the form of the other errors there. */
function ofRequestLine({ answers }: Operation): Operation['answers'] {
  const known: Answer[] = Object.values(answers);
  const form = known.includes('FdxError') ? 'FdxError' : known.some(isOfPeople) ? 'page' : 'OAuthError';
  return { 414: form, 431: form };
}

const isOfPeople = (answer: Answer): boolean => ['page', 'redirect'].includes(answer);

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

const alwaysSent: Record<number, string> = { 303: 'Location', 429: 'Retry-After' };

function headersOf(status: number) {
  const name = alwaysSent[status];
  return name ? { headers: { [name]: { required: true, schema: { type: 'string' } } } } : {};
}

function contentOf(answer: Answer) {
  switch (answer) {
    case 'nothing':
    case 'redirect':
      return {};
    case 'page':
      return { content: { 'text/html': { schema: { type: 'string' } } } };
    case 'file':
      return { content: { 'application/jose': { schema: { type: 'string' } } } };
    case 'Jwks':
      return { content: { 'application/jwk-set+json': { schema: reference(answer) } } };
    default:
      return { content: { 'application/json': { schema: reference(answer) } } };
  }
}
