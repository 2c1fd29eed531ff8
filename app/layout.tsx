import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { languageHeader } from '#lib/front-door/view.ts';
import './globals.css';

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={(await headers()).get(languageHeader) ?? 'en'}>
      <body>{children}</body>
    </html>
  );
}
