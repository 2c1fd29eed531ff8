import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providerRegistration, recipientRegistration } from '../../test/world/registration.ts';
import { temporaryDirectory } from '../../test/world/temporary-database.ts';
import { checkWordings } from './check-wording.ts';
import { readRegistry } from './registry.ts';

const directory = temporaryDirectory();

/** What is wrong with a bank's French wording. */
async function faultsOf(wording: object | string): Promise<string[]> {
  writeFileSync(join(directory, 'maple.fr.json'), typeof wording === 'string' ? wording : JSON.stringify(wording));
  const provider = { ...providerRegistration, 'wording#fr': 'maple.fr.json' };
  const reading = readRegistry(JSON.stringify({ providers: [provider], recipients: [recipientRegistration] }));
  if (reading.outcome !== 'read') throw new Error(reading.faults.join());
  return checkWordings(reading.registry, join(directory, 'registry.json'));
}

describe('the wording of a bank', () => {
  it('may word any message anew, with what that message is given in any language', async () => {
    expect(await faultsOf({})).toEqual([]);
    expect(await faultsOf({ Dashboard: { active: 'À vous de décider.' } })).toEqual([]);
    expect(await faultsOf({ Dashboard: { stop: 'Ne plus rien dire {recipient}' } })).toEqual([]);
    expect(await faultsOf({ Dashboard: { stop: 'Couper le partage avec {the_recipient}' } })).toEqual([]);
  });

  it.each([
    ['a key that is none', { Consent: { leed: 'x' } }, 'Consent.leed is no message of ours'],
    ['a part where a message is', { Dashboard: { active: { x: 'y' } } }, 'Dashboard.active.x is no message of ours'],
    [
      'an argument that it is not given',
      { Dashboard: { active: 'Bonjour {name}' } },
      'Dashboard.active asks for {name}, which this message is not given',
    ],
    [
      'a plural of what is none',
      { Dashboard: { stop: '{recipient, plural, other {x}}' } },
      'Dashboard.stop asks for {recipient, plural}, which this message is not given',
    ],
    [
      'a tag',
      { Dashboard: { active: '<b>x</b>' } },
      'Dashboard.active asks for {<b>}, which this message is not given',
    ],
    ['no text', { Dashboard: { active: 5 } }, 'Dashboard.active must be 1 to 1,500 characters'],
    ['nothing', { Dashboard: { active: ' ' } }, 'Dashboard.active must be 1 to 1,500 characters'],
    ['hidden characters', { Dashboard: { active: 'a\u202eb' } }, 'Dashboard.active must be 1 to 1,500 characters'],
    ['a brace too many', { Dashboard: { active: 'a {' } }, 'Dashboard.active is no message that can be read'],
    ['no JSON', '{', 'cannot be read'],
  ])('with %s is refused', async (_, wording, fault) => {
    expect(await faultsOf(wording)).toEqual([expect.stringContaining(`providers[0].wording#fr: ${fault}`)]);
  });

  it('that is not there is refused', async () => {
    const provider = { ...providerRegistration, 'wording#en': 'nowhere.json' };
    const reading = readRegistry(JSON.stringify({ providers: [provider], recipients: [] }));
    if (reading.outcome !== 'read') throw new Error('the registry is right');
    const [fault] = await checkWordings(reading.registry, join(directory, 'registry.json'));
    expect(fault).toMatch(/^providers\[0\]\.wording#en: cannot be read: ENOENT/);
  });
});
