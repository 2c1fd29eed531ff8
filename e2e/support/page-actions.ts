import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../servers/server.ts';

interface Manifest {
  node: Record<string, { exportedName: string }>;
}

export type PageAction = 'decide' | 'signIn' | 'signOut' | 'stop' | 'stopAll' | 'change' | 'switchLanguage';

/** The id that the build gave a Server Action: what a page of ours holds in a hidden field beside its own. */
export function actionIdOf(action: PageAction): string {
  const file = join(repository, '.next/server/server-reference-manifest.json');
  const { node }: Manifest = JSON.parse(readFileSync(file, 'utf8'));
  const found = Object.entries(node).find(([, { exportedName }]) => exportedName === action);
  if (!found) throw new Error(`the build has no action ${action}`);
  return found[0];
}

const places: readonly [RegExp, PageAction][] = [
  [/^\/sign-in/, 'signIn'],
  [/^\/authorize/, 'decide'],
  [/^\/consents\/stop/, 'stopAll'],
  [/^\/consents\/[\w-]+\/stop/, 'stop'],
  [/^\/consents\/[\w-]+\/change/, 'change'],
  [/^\/consents/, 'signOut'],
];

/** The action of the form that a page is there for. */
export const actionAt = (path: string): PageAction => places.find(([place]) => place.test(path))?.[1] ?? 'decide';

/** A form as a browser sends it from one of our pages: in parts, with the name of its action. */
export async function multipartOf(
  fields: Iterable<[string, string]>,
  action: PageAction,
): Promise<{ type: string; body: Buffer }> {
  const form = new FormData();
  form.append(`$ACTION_ID_${actionIdOf(action)}`, '');
  for (const [name, value] of fields) form.append(name, value);
  const sent = new Response(form);
  return { type: sent.headers.get('content-type') ?? '', body: Buffer.from(await sent.arrayBuffer()) };
}
