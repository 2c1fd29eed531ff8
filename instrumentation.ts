/** Start-up, once a process: configuration and registry checked, migrations applied. With a fault there is no server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startUpOrExit } = await import('#lib/start-up.ts');
  await startUpOrExit(process.env);
}
