type Words = readonly [title: string, text: string];

const words: Record<number, { en: Words; fr: Words }> = {
  400: {
    en: ['This address cannot be read', 'Go back to the app and start again.'],
    fr: ['Cette adresse est illisible', 'Revenez à l’application et recommencez.'],
  },
  404: {
    en: ['There is no such page', 'The address may be mistyped, or the page may have moved.'],
    fr: ['Cette page n’existe pas', 'L’adresse contient peut-être une erreur, ou la page a changé de place.'],
  },
  405: {
    en: ['This page cannot be used like that', 'It can only be opened or answered in a browser.'],
    fr: ['Cette page ne s’utilise pas ainsi', 'Elle s’ouvre et se remplit seulement dans un navigateur.'],
  },
  408: {
    en: ['This took too long', 'Open this page again in a moment.'],
    fr: ['Le délai est dépassé', 'Ouvrez cette page à nouveau dans un instant.'],
  },
  414: {
    en: ['This link is too long', 'The link that brought you here is longer than we can read.'],
    fr: ['Ce lien est trop long', 'Le lien qui vous a mené ici est plus long que ce que nous pouvons lire.'],
  },
  431: {
    en: ['Your browser sends too much', 'Delete the cookies of this site, then go back to the app and start again.'],
    fr: [
      'Votre navigateur en envoie trop',
      'Supprimez les témoins de ce site, puis revenez à l’application et recommencez.',
    ],
  },
  500: {
    en: ['Something went wrong', 'Open this page again in a moment.'],
    fr: ['Un problème est survenu', 'Ouvrez cette page à nouveau dans un instant.'],
  },
};

const unreadable = 400;
const fault = 500;

/** A page in both languages that needs no framework, for what the framework never sees or fails at. */
export function fixedPage(status: number, nonce: string): string {
  const { en, fr } = words[status] ?? words[status < 500 ? unreadable : fault] ?? { en: ['', ''], fr: ['', ''] };
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">\
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${en[0]} · ${fr[0]}</title>\
<style nonce="${nonce}">body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}</style></head>\
<body><main><h1>${en[0]}</h1><p>${en[1]}</p><div lang="fr"><h2>${fr[0]}</h2><p>${fr[1]}</p></div></main></body></html>`;
}
