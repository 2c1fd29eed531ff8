'use client';

/** A fault of ours. Next wants a client component here; without its scripts the status and our headers are what is left. */
export default function ErrorPage() {
  return (
    <main id="main" className="page">
      <h1>Something went wrong · Un problème est survenu</h1>
      <p>Open this page again in a moment. · Ouvrez cette page à nouveau dans un instant.</p>
    </main>
  );
}
