import { createHash } from 'node:crypto';
import { randomToken } from '../lib/keys/random-token.ts';

const secret = randomToken();
const sha256 = createHash('sha256').update(secret).digest('hex');

process.stdout.write(`secret                 ${secret}
client_secret_sha256   ${sha256}

The secret goes to the client alone, over a channel that only it can read; it is kept nowhere here.
client_secret_sha256 goes into the client’s entry of the registry. The hash may be seen: 256 random bits cannot be guessed.
`);
