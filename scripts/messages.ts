import { readFileSync, writeFileSync } from 'node:fs';

// The form in which next-intl writes it (https://next-intl.dev/docs/workflows/typescript#messages-arguments).
const messages = new URL('../messages/', import.meta.url);
const english = readFileSync(new URL('en.json', messages), 'utf8').trim();
const declaration = `declare const messages: ${english};\nexport default messages;\n`;
writeFileSync(new URL('en.d.json.ts', messages), `// Written by \`npm run messages\`.\n\n${declaration}`);
