/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // For a container: what is needed at run time, by itself in .next/standalone.
  output: 'standalone',
  // A slash at the end changes nothing, and no redirect is made of it.
  skipTrailingSlashRedirect: true,
  logging: false,
  // `npm run check` does it, for everything.
  typescript: { ignoreBuildErrors: true },
  // Their addresses change with their content.
  headers: () => [
    {
      source: '/:asset(accord.css|submit-once.js)',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  // Node loads React's HTML renderer by itself, so a standalone build must be told.
  outputFileTracingIncludes: { '/*': ['./node_modules/react/**', './node_modules/react-dom/**', './public/**'] },
};
