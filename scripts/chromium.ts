import { existsSync } from 'node:fs';
import { installDebianPackage } from './debian-package.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium: `CHROMIUM`, one that is installed, or Debian's, which is installed now. */
export function findOrInstallChromium(): string {
  const given = [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place));
  if (given) return given;
  if (!installDebianPackage('chromium')) throw new Error('Install Chromium, or set CHROMIUM to it.');
  return '/usr/bin/chromium';
}
