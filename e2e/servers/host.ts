import { join } from 'node:path';
import { repository, type Server, type Settings, startServer } from './server.ts';

/** Whose HTTP server carries Accord: its own, or the framework's. */
export const hosts = ['server.js', 'next start'] as const;
export type Host = (typeof hosts)[number];

// The name, not the address: what the door rewrites would be taken for a foreign address and fetched.
const nextStart = [join(repository, 'node_modules/next/dist/bin/next'), 'start', '--hostname', 'localhost'];

export const startHost = (host: Host, settings: Settings = {}): Promise<Server> =>
  startServer({ ...settings, ...(host === 'next start' && { command: nextStart }) });
