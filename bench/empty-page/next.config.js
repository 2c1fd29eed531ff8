import { join } from 'node:path';

const repository = join(import.meta.dirname, '../..');

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
};
