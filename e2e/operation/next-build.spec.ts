import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { discardServer, newDirectory, repository, startServer } from '../servers/server.ts';
import { expect, test } from '../support/fixtures.ts';
import { encodeForm, formWith } from '../support/html-form.ts';
import { locationOf } from '../support/http-call.ts';
import { Visitor } from '../support/visitor.ts';

interface Manifest {
  node: Record<string, { filename: string; exportedName: string }>;
}

/** Which action each id of a build stands for. */
function actionsOf(tree: string): Record<string, string> {
  const { node }: Manifest = JSON.parse(
    readFileSync(join(tree, '.next/server/server-reference-manifest.json'), 'utf8'),
  );
  return Object.fromEntries(
    Object.entries(node).map(([id, { filename, exportedName }]) => [id, `${filename} ${exportedName}`]),
  );
}

// Neither what was built nor what was stored.
const left = /^(\.next|\.git|\.accord|node_modules|test-results|playwright-report)(\/|$)/;

/** The repository once more, elsewhere, with changed code, built by itself. */
function buildElsewhere(): string {
  const tree = join(newDirectory(), 'accord');
  cpSync(repository, tree, { recursive: true, filter: (file) => !left.test(relative(repository, file)) });
  const [from, to] = [join(repository, 'node_modules'), join(tree, 'node_modules')];
  // Hard links where both are on one disk: a link to a directory elsewhere is not built from.
  if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
  edit(join(tree, 'components/page-main.tsx'), '<main id="main"', '<main id="main" data-build="next"');
  edit(
    join(tree, 'app/authorize/actions.ts'),
    "'use server';",
    "'use server';\n\n// A line more, so that all below it moves.",
  );
  execFileSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: tree,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
    stdio: 'pipe',
  });
  return tree;
}

function edit(file: string, from: string, to: string): void {
  const source = readFileSync(file, 'utf8');
  if (!source.includes(from)) throw new Error(`${file} no longer has ${from}`);
  writeFileSync(file, source.replace(from, to));
}

test('a build made elsewhere from changed code keeps the ids of actions, and answers a page left open across it', async () => {
  test.setTimeout(300_000);
  const first = await startServer();
  const visitor = new Visitor(first.origin);
  const path = await visitor.signIn('noah');
  const opened = await visitor.get(path);
  const tree = buildElsewhere();
  try {
    expect(actionsOf(tree)).toEqual(actionsOf(repository));
    expect(Object.keys(actionsOf(tree))).toHaveLength(8);
    await first.end('SIGTERM');
    const { port, directory, secret } = first;
    const second = await startServer({ port, directory, secret, tree });
    try {
      expect(opened.text).not.toContain('data-build');
      expect((await visitor.get(path)).text, 'the changed code').toContain('data-build="next"');
      const { type, body } = await encodeForm(formWith(opened.text, 'ticket'), { decision: 'allow' });
      const answer = await visitor.send(path, { type, body });
      expect(locationOf(answer).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
    } finally {
      await second.end('SIGKILL');
    }
  } finally {
    await discardServer(first);
    rmSync(join(tree, '..'), { recursive: true, force: true });
  }
});
