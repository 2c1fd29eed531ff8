import { spawnSync } from 'node:child_process';

/** Writes a key and a certificate for `localhost` that signs itself, good for two days (PEM). */
export function makeSelfSigned({ key, certificate }: { key: string; certificate: string }): void {
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const { status } = spawnSync('openssl', [...made, '-keyout', key, '-out', certificate, ...subject]);
  if (status !== 0) throw new Error('openssl made no certificate');
}
