import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { isolateNames } from './isolate-names.ts';

// React and Next escape every `<` in text, attributes and inline data, so that only tags of their own match.
const frameworkScripts =
  /<script\b(?![^>]*\ssrc="\/submit-once\.js["?])[^>]*>[\s\S]*?<\/script\s*>|<link\b(?=[^>]*\sas="script")[^>]*>/gi;

/**
 * A page as a plain document: without the framework's scripts and inline data, which no page here needs (136 kB, and
 * hydrated forms that send twice), with its names isolated, and compressed once. Next has no option for it. Where a host does not let this run,
 * the Content-Security-Policy keeps the scripts from running.
 */
export function plainPage(html: Buffer, request: IncomingMessage, response: ServerResponse): Buffer {
  response.removeHeader('Link');
  const isRedirect = response.statusCode >= 300 && response.statusCode < 400;
  if (isRedirect) response.removeHeader('Content-Type');
  const text = isRedirect ? '' : isolateNames(html.toString('utf8').replace(frameworkScripts, ''));
  const isCompressed = text.length > 1024 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
  if (text !== '') response.setHeader('Vary', 'Accept-Encoding');
  return isCompressed ? gzipSync(text) : Buffer.from(text);
}
