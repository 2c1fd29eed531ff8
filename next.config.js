/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // What a stranger may not learn and the page does not need.
  productionBrowserSourceMaps: false,
  // Paths are exact: /token/ is not /token, and no redirect is made of it.
  skipTrailingSlashRedirect: true,
  logging: false,
};
