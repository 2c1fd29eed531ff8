import { languages } from '#i18n/locale.ts';
import type { Name } from './name.ts';
import { hasMixedWord, nearSkeletons, skeletonOf } from './name-skeleton.ts';
import type { Provider } from './provider.ts';
import type { Recipient } from './recipient.ts';

/** Somebody with a name that customers go by, and where it stands in the registry. */
interface Party {
  path: string;
  name: Name;
  entity: Pick<Recipient['entity'], 'name' | 'id'>;
}

const spellingsOf = ({ name }: Party): string[] => [...new Set(languages.map((language) => name[language]))];

const isSameEntity = (one: Party, other: Party): boolean =>
  one.entity.name === other.entity.name && one.entity.id === other.entity.id;

const partiesOf = ({ providers, recipients }: { providers: Provider[]; recipients: Recipient[] }): Party[] => [
  ...providers.map(({ name, entity }, index) => ({ path: `providers[${index}].name`, name, entity })),
  ...recipients.map(({ name, entity }, index) => ({ path: `recipients[${index}].client_name`, name, entity })),
];

/** Names that could be taken for another's, or that are written in two scripts at once; each fault names its field. */
export function findLookAlikes(registered: { providers: Provider[]; recipients: Recipient[] }): string[] {
  const seen = new Map<string, Party>();
  return partiesOf(registered).flatMap((party) => {
    const spellings = spellingsOf(party);
    const skeletons = [...new Set(spellings.map(skeletonOf))];
    const taken = skeletons.map((skeleton) => seen.get(skeleton)).find((other) => other && !isSameEntity(other, party));
    for (const skeleton of skeletons) if (!seen.has(skeleton)) seen.set(skeleton, party);
    return [
      ...(spellings.some(hasMixedWord) ? [`${party.path} holds a word in two scripts`] : []),
      ...(taken ? [`${party.path} could be taken for ${taken.path}, the name of another legal entity`] : []),
    ];
  });
}

/** The recipients, each with the names of others that nearly are its own: its page warns of them. */
export function markLookAlikes(registered: { providers: Provider[]; recipients: Recipient[] }): Recipient[] {
  const byKey = new Map<string, Party[]>();
  const parties = partiesOf(registered);
  const keysOf = (party: Party) => new Set(spellingsOf(party).map(skeletonOf).flatMap(nearSkeletons));
  for (const party of parties) for (const key of keysOf(party)) byKey.set(key, [...(byKey.get(key) ?? []), party]);
  return registered.recipients.map((recipient, index) => {
    const own = parties[registered.providers.length + index];
    if (!own) return recipient;
    const near = [...keysOf(own)].flatMap((key) => byKey.get(key) ?? []).filter((other) => !isSameEntity(other, own));
    return { ...recipient, resembles: [...new Set(near)].map(({ name }) => name) };
  });
}
