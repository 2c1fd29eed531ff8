import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ReactElement } from 'react';

// Next lets nothing it bundles import React's HTML renderer, so that pages go through its own; ours are plain documents
// that need no framework in the browser. Node loads the renderer as it is.
const load = createRequire(join(process.cwd(), 'package.json'));
const { renderToStaticMarkup } = load('react-dom/server') as { renderToStaticMarkup(element: ReactElement): string };

/** A whole HTML document. */
export const renderDocument = (element: ReactElement): string => `<!DOCTYPE html>${renderToStaticMarkup(element)}`;
