import type { z } from 'zod';

/** What is wrong with a field: its path as in source code, and a sentence. */
export const describeIssue = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => `${formatPath([...issue.path, key])} is not a field that is known here`)
    : [`${formatPath(issue.path)} ${sentenceOf(issue)}`];

const formatPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  ) || 'the file';

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'is missing' : `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map(String).join(' or ')}`;
    case 'invalid_union':
      return issue.message.startsWith('Invalid ') ? 'must be of a type that is known here' : issue.message;
    case 'too_small':
      return `must be at least ${issue.minimum}${issue.origin === 'number' || issue.origin === 'int' ? '' : ' long'}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'number' || issue.origin === 'int' ? '' : ' long'}`;
    default:
      return issue.message;
  }
}
