import { readSampleWorld } from './sample-world.ts';
import { startRecipientServer } from './server.ts';

const { PORT, ACCORD_ISSUER, SAMPLE_WORLD } = process.env;
if (!PORT || !ACCORD_ISSUER || !SAMPLE_WORLD) {
  console.error('The sample recipient needs PORT, ACCORD_ISSUER and SAMPLE_WORLD; `npm run demo` gives them.');
  process.exit(1);
}
const world = readSampleWorld(SAMPLE_WORLD);
const server = await startRecipientServer({ accord: ACCORD_ISSUER, world }, Number(PORT)).catch((fault: Error) => {
  console.error(`The sample recipient cannot start: ${fault.message}`);
  process.exit(1);
});
console.log(`The sample recipient listens on port ${PORT}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
