import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium: `CHROMIUM`, one that is installed, or Debian's, which is installed now. */
export function findOrInstallChromium(): string {
  const given = [process.env.CHROMIUM, ...places].find((place) => place && existsSync(place));
  if (given) return given;
  console.log('There is no Chromium here: installing the one of the distribution.');
  for (const parameters of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const { status } = spawnSync('apt-get', parameters, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0)
      throw new Error(`apt-get ${parameters.join(' ')} failed. Install Chromium, or set CHROMIUM to it.`);
  }
  return '/usr/bin/chromium';
}
