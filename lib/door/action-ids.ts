import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processWide } from '../process/process-wide.ts';

interface ActionManifest {
  node: Record<string, { workers: Record<string, unknown> }>;
}

const field = '$ACTION_ID_';

/** True for a form that can be read and asks for one Server Action of its page; React names it in a field of the form. */
export async function namesActionOf(path: string, request: Request): Promise<boolean> {
  try {
    const form = await request.clone().formData();
    const [name, ...others] = [...form.keys()].filter((key) => key.startsWith('$ACTION'));
    return name !== undefined && others.length === 0 && isActionOf(path, name.slice(field.length));
  } catch {
    return false;
  }
}

// `next dev` compiles actions as they are asked for: there Next itself says which it knows.
function isActionOf(path: string, id: string): boolean {
  const pages = pagesOfActions();
  if (!pages) return /^[0-9a-f]{42}$/.test(id);
  return pages.get(id)?.some((page) => page.test(path)) ?? false;
}

// `app/consents/[id]/stop/page` answers at `/consents/{id}/stop`.
const patternOf = (page: string): RegExp =>
  new RegExp(
    `^${page
      .replace(/^app/, '')
      .replace(/\/page$/, '')
      .replaceAll(/\[\w+\]/g, '[\\w-]+')}$`,
  );

/** The actions of this build and the pages they are on: a proxy cannot ask the actions themselves. */
const pagesOfActions = (): Map<string, RegExp[]> | undefined =>
  processWide('pages-of-actions', () => {
    if (process.env.NODE_ENV !== 'production') return undefined;
    const file = join(process.cwd(), '.next/server/server-reference-manifest.json');
    const { node } = JSON.parse(readFileSync(file, 'utf8')) as ActionManifest;
    return new Map(Object.entries(node).map(([id, { workers }]) => [id, Object.keys(workers).map(patternOf)]));
  });
