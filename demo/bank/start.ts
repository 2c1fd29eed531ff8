import { startBankServer } from './server.ts';

const { PORT, ACCORD_ISSUER, HARBOUR_SECRET, HARBOUR_API_SECRET } = process.env;
if (!PORT || !ACCORD_ISSUER || !HARBOUR_SECRET || !HARBOUR_API_SECRET) {
  console.error(
    'The sample bank needs PORT, ACCORD_ISSUER, HARBOUR_SECRET and HARBOUR_API_SECRET; `npm run demo` gives them.',
  );
  process.exit(1);
}
const acquaintance = {
  bank: `http://localhost:${PORT}`,
  accord: ACCORD_ISSUER,
  accordSecret: HARBOUR_SECRET,
  apiSecret: HARBOUR_API_SECRET,
};
const server = await startBankServer(acquaintance, Number(PORT)).catch((fault: Error) => {
  console.error(`The sample bank cannot start: ${fault.message}`);
  process.exit(1);
});
console.log(`The sample bank listens on port ${PORT}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
