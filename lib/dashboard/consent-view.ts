import type { Language } from '#i18n/locale.ts';
import type { EndReason } from '../consent/end-event.ts';
import type { RecordedDisclosure } from '../disclosure/recorded-disclosure.ts';
import type { Account } from '../registry/account.ts';
import { namesIn, plainName } from '../registry/name.ts';
import type { Provider } from '../registry/provider.ts';
import type { Recipient } from '../registry/recipient.ts';
import type { Registry } from '../registry/registry.ts';
import { inWordsOf } from '../registry/voice-of.ts';
import { isActive, type StoredConsent } from '../storage/consents.ts';
import { type AccountName, nameAccount } from './account-name.ts';
import { remainingWords } from './remaining-words.ts';

const day = 86_400;
/** Days before its end in which a consent is said to end soon. */
const soon = 30 * day;

/** A consent as its customer sees it afterwards; names are in the language of the page, the words stay as they were. */
export interface ConsentView {
  consent: StoredConsent;
  recipient: string;
  /** These are the recipient's, where it is still registered. */
  logoUri: string | undefined;
  clientUri: string | undefined;
  entity: Recipient['entity'] | undefined;
  /** The recipient's page in a public register. */
  registerUri: string | undefined;
  /** Recipient and provider as arguments of messages. */
  names: ReturnType<typeof namesIn<'recipient' | 'provider'>>;
  /** What the recipient wants the data for, where it is still registered. */
  description: string | undefined;
  isActive: boolean;
  /** In force, while its recipient is suspended or not registered any more: nobody gets data by it. */
  isPaused: boolean;
  endsSoon: boolean;
  /** When and why it ended; undefined while it is in force. */
  ending: Ending | undefined;
  accounts: AccountName[];
  /** The shown words, less what is no longer a part of it. */
  words: RecordedDisclosure;
}

export interface Ending {
  at: number;
  reason: EndReason | 'expired';
}

interface Surroundings {
  registry: Registry;
  provider: Provider;
  /** Those that the provider named when the customer signed in. */
  accounts: readonly Account[];
  language: Language;
  now: number;
}

/** In the voice of the bank, where something is written anew. */
export const viewConsent = (consent: StoredConsent, around: Surroundings): ConsentView =>
  inWordsOf(around.provider, () => view(consent, around));

function view(consent: StoredConsent, { registry, provider, accounts, language, now }: Surroundings): ConsentView {
  const recipient = registry.recipients.get(consent.clientId);
  const words = remainingWords(consent);
  const isInForce = isActive(consent, now);
  return {
    consent,
    recipient: recipient?.name[language] ?? consent.clientId,
    logoUri: recipient?.logoUri,
    clientUri: recipient?.clientUri,
    entity: recipient?.entity,
    registerUri: recipient?.registerUri[language],
    names: namesIn(language, { recipient: recipient?.name ?? plainName(consent.clientId), provider: provider.name }),
    description: recipient?.description[language],
    isActive: isInForce,
    isPaused: isInForce && recipient?.status !== 'active',
    endsSoon: isInForce && consent.durationType !== 'ONE_TIME' && consent.expiresAt - now <= soon,
    ending: isInForce ? undefined : endingOf(consent),
    accounts: words.accounts.choices.map((told) => nameAccount(told, accounts, language, consent.language)),
    words,
  };
}

const endingOf = ({ status, endedAt, endReason, expiresAt }: StoredConsent): Ending =>
  status === 'revoked'
    ? { at: endedAt ?? expiresAt, reason: endReason as EndReason }
    : { at: expiresAt, reason: 'expired' };
