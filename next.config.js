import createNextIntlPlugin from 'next-intl/plugin';

// Salts the ids of the Server Actions: with a fixed key a page left open across a deploy is answered by the next build.
// It hides nothing, because no action closes over anything.
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ||= Buffer.from('accord: actions close over none.').toString('base64');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Pages are compressed once, when they are plain (lib/http/plain-pages.ts).
  compress: false,
  reactStrictMode: true,
  // For a container: what is needed at run time, by itself in .next/standalone.
  output: 'standalone',
  // A slash at the end changes nothing, and no redirect is made of it.
  skipTrailingSlashRedirect: true,
  logging: false,
  // Node loads it as it is, for the workers and for the process that adds up what they count.
  serverExternalPackages: ['prom-client'],
  // No picture is made smaller, and nobody asks for one.
  images: { unoptimized: true },
  // `npm run check` does it, for everything.
  typescript: { ignoreBuildErrors: true },
  // Its address changes with its content.
  headers: () => [
    {
      source: '/submit-once.js',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
  ],
  outputFileTracingIncludes: { '/*': ['./public/**'] },
};

export default createNextIntlPlugin('./i18n/request.ts')(config);
