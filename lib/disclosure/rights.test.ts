import { describe, expect, it } from 'vitest';
import { languages } from '#i18n/locale.ts';
import { factsOf } from '../../test/world/facts.ts';
import { registeredRecipient } from '../../test/world/registration.ts';
import { writeDisclosure } from './disclosure.ts';

describe.each(languages)('the rights, told in %s', (language) => {
  it('are that it is free, what refusing means, where to complain, and the reference number', () => {
    const { lines } = writeDisclosure(factsOf(), language).rights;
    expect(lines).toHaveLength(5);
    expect(lines.join(' ')).toMatch(/free|gratuit/);
    expect(lines.join(' ')).toMatch(/complain|plainte/);
    expect(lines.at(-1)).toContain('journey-1');
  });
});

describe('the right to stop', () => {
  const once = registeredRecipient({ duration_type: ['ONE_TIME'], duration_period: undefined });

  it('C1 says of stopping what is true: at any time, or nothing to stop after once', () => {
    const ongoing = writeDisclosure(factsOf(), 'en').rights.lines.join(' ');
    const single = writeDisclosure(factsOf({ recipient: once }), 'en').rights.lines.join(' ');
    expect(ongoing).toContain('stop at any time');
    expect(single).not.toContain('stop at any time');
  });
});
