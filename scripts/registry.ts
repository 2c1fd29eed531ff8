import { readFileSync, writeFileSync } from 'node:fs';
import { diffRegistries } from '../lib/registry/diff-registries.ts';
import { loadRegistry, loadWholeRegistry } from '../lib/registry/load-registry.ts';
import { listSecretVariables } from '../lib/registry/registry.ts';
import { registrySchemaText } from '../lib/registry/registry-schema.ts';

const usage = `npm run registry -- check FILE    names all that is wrong with a registry, each with its path
npm run registry -- diff A B      what B has otherwise than A; 0 when nothing, 1 when something
npm run registry -- schema [FILE] the JSON Schema of a registry file, printed or written to FILE

No server, no environment and no database is needed.
`;

const [command, first, second, ...more] = process.argv.slice(2);
if (command === 'schema' && second === undefined) writeFileSync(first ?? 1, registrySchemaText());
else if (command === 'check' && first !== undefined && second === undefined) await check(first);
else if (command === 'diff' && first !== undefined && second !== undefined && more.length === 0) diff(first, second);
else end(usage, command === '--help' ? 0 : 2);

async function check(path: string): Promise<void> {
  const loading = await loadWholeRegistry(path);
  if (loading.outcome === 'refused') {
    end(linesOf(path, loading.faults), 1);
    return;
  }
  const { registry, sha256 } = loading.file;
  const suspended = [...registry.recipients.values()].filter(({ status }) => status !== 'active').length;
  const secrets = listSecretVariables(registry);
  end(
    `${path}: ${registry.providers.size} providers, ${registry.recipients.size} recipients (${suspended} suspended), nothing wrong.\n` +
      `SHA-256 ${sha256}\n` +
      (secrets.length > 0 ? `The server needs ${secrets.join(', ')} in its environment.\n` : ''),
    0,
  );
}

function diff(before: string, after: string): void {
  for (const path of [before, after]) {
    const loading = loadRegistry(path);
    if (loading.outcome === 'refused') {
      end(linesOf(path, loading.faults), 2);
      return;
    }
  }
  const [was, is] = [before, after].map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const lines = diffRegistries(was, is);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  process.exitCode = lines.length > 0 ? 1 : 0;
}

function linesOf(path: string, faults: string[]): string {
  return faults.map((fault) => `${path}: ${fault}\n`).join('');
}

function end(text: string, code: number): void {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exitCode = code;
}
