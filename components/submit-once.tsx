/** Sends the forms of this page once. It works before the framework is there, and the page works without it. */
export function SubmitOnce({ nonce }: { nonce: string }) {
  return <script nonce={nonce} async src="/submit-once.js" />;
}
