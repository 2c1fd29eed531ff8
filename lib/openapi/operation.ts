import type { SchemaName } from './schemas.ts';

/** An operation: its purpose, how the caller authenticates, what is sent, and the answers by status. */
export interface Operation {
  summary: string;
  callers?: readonly ('basic' | 'bearer' | 'session')[];
  form?: readonly string[];
  json?: SchemaName;
  query?: readonly string[];
  answers: Record<number, SchemaName | 'page' | 'redirect' | 'file' | 'nothing'>;
}

/** Operations by path and method. */
export type Paths = Record<string, Partial<Record<'get' | 'post' | 'put', Operation>>>;
