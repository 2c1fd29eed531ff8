'use client';

import { PageMain } from '#components/page-main.tsx';

/** A fault of ours. Next wants a client component here; without its scripts the status and our headers are what is left. */
export default function ErrorPage() {
  return (
    <PageMain>
      <h1>Something went wrong · Un problème est survenu</h1>
      <p>Open this page again in a moment. · Ouvrez cette page à nouveau dans un instant.</p>
    </PageMain>
  );
}
