import { readFileSync } from 'node:fs';

export type Variables = Record<string, string | undefined>;

type SecretReading =
  | { outcome: 'read'; secret: string }
  | { outcome: 'absent' }
  | { outcome: 'refused'; fault: string };

/**
 * A secret of the environment: the value of its variable, or the content of the file that `NAME_FILE` names, as
 * container platforms mount them. The newline at the end of a file is no part of it.
 */
export function readSecret(variables: Variables, name: string): SecretReading {
  const [value, path] = [variables[name], variables[`${name}_FILE`]];
  if (value && path) return { outcome: 'refused', fault: `${name} and ${name}_FILE are both set: keep one of them` };
  if (value) return { outcome: 'read', secret: value };
  if (!path) return { outcome: 'absent' };
  try {
    const secret = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (secret) return { outcome: 'read', secret };
    return { outcome: 'refused', fault: `${name}_FILE ${path} is empty` };
  } catch (fault) {
    return { outcome: 'refused', fault: `${name}_FILE cannot be read: ${(fault as Error).message}` };
  }
}
