import { readRecordedDisclosure } from '../disclosure/recorded-disclosure.ts';
import type { Section } from '../disclosure/section.ts';
import { listEvents } from '../storage/consent-events.ts';
import type { StoredConsent } from '../storage/consents.ts';
import type { Database } from '../storage/database.ts';
import { recordOf } from './consent-record.ts';

/** A consent to read: how it stands, the words that the customer saw in the order of the page, and what happened. */
export async function tellConsent(db: Database, consent: StoredConsent, now: number): Promise<string> {
  const facts = Object.entries(recordOf(consent, now)).filter(([, value]) => value !== undefined);
  const events = (await listEvents(db, consent.id)).map(
    ({ happenedAt, type, actor, detail }) =>
      `${new Date(happenedAt * 1000).toISOString()}  ${type} by ${actor}  ${JSON.stringify(detail)}`,
  );
  return [
    facts.map(([name, value]) => `${name.padEnd(16)}${value}`).join('\n'),
    titled('THE WORDS AS THEY WERE SEEN', wordsOf(consent)),
    titled('WHAT HAPPENED', events),
  ].join('\n\n');
}

function wordsOf({ textVersion, text }: StoredConsent): string[] {
  const words = readRecordedDisclosure(textVersion, text);
  const { data, accounts, renewal, period, limits, rights } = words;
  const clusters = data.clusters.flatMap(({ title, fields, sensitive, history, warnings }) =>
    [title, fields, sensitive, history, ...warnings].filter((line) => line !== undefined),
  );
  const labels = accounts.choices.map(({ label, detail, joint }) => [label, detail, joint].filter(Boolean).join(' – '));
  return [
    words.heading,
    words.purpose,
    ...('lead' in words ? [words.lead] : Object.values(words.glance)),
    ...section(words.requester),
    ...section({ title: data.title, lines: clusters }),
    ...section({ title: accounts.title, lines: [accounts.intro, ...labels, ...(accounts.unavailable?.lines ?? [])] }),
    ...(renewal ? section(renewal) : []),
    ...section(period),
    ...section(limits),
    ...section(rights),
    ...('recap' in words ? ['', ...Object.values(words.recap), words.assurance.text] : []),
    `[${words.decision.deny}]  [${words.decision.allow}]`,
  ];
}

const section = ({ title, lines }: Section): string[] => ['', title, ...lines.map((line) => `  ${line}`)];

const titled = (title: string, lines: string[]) => `${title}\n\n${lines.join('\n')}`;
