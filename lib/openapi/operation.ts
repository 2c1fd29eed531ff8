import type { SchemaName } from './schemas.ts';

/** A body, by the name of its schema or by its kind. */
export type Answer = SchemaName | 'page' | 'redirect' | 'file' | 'nothing';

/** How a caller proves itself. With none of these, a client may do so in the form; a page shows a stranger the way to sign in. */
type Caller = 'basic' | 'oauth2' | 'session' | 'none';

/** An operation: its purpose, how the caller authenticates, what is sent, and the answers by status. */
export interface Operation {
  summary: string;
  callers?: readonly Caller[];
  /** Fields of a form, and which of them it must have. */
  form?: readonly string[];
  required?: readonly string[];
  /** Takes the form of a page of ours: a Server Action, in parts, from our own origin alone. */
  takesPageForm?: true;
  json?: SchemaName;
  query?: readonly string[];
  answers: Record<number, Answer>;
}

/** Operations by path and method. */
export type Paths = Record<string, Partial<Record<'get' | 'post' | 'put', Operation>>>;
