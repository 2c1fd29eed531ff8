'use client';

/** Our fault, in both languages; the log knows more. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>We are not able to answer right now</title>
        <main>
          <h1>We are not able to answer right now</h1>
          <p>Nothing was shared. Please try again in a moment.</p>
          <h2 lang="fr">Nous ne pouvons pas répondre pour le moment</h2>
          <p lang="fr">Rien n’a été partagé. Réessayez dans un instant.</p>
        </main>
      </body>
    </html>
  );
}
