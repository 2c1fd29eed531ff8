import type { AccountChoice, AccountsSection } from '#lib/disclosure/accounts.ts';
import { BulletList } from './bullet-list.tsx';
import { Button } from './button.tsx';
import { Choice } from './choice.tsx';
import { ChoiceGroup } from './choice-group.tsx';

/** One checkbox an account, none of them ticked by us; the only account there is, is stated. */
export function AccountChoices({
  words: { title, intro, chooseAll, choices, unavailable },
  ticked,
  error,
}: {
  words: AccountsSection;
  ticked: string[];
  error: string | undefined;
}) {
  const [only, ...more] = choices;
  const describedBy = error ? 'accounts-error accounts-intro' : 'accounts-intro';
  return (
    <ChoiceGroup id="accounts" tabIndex={-1} title={title} aria-describedby={describedBy}>
      {error && (
        <p id="accounts-error" className="font-semibold text-alarm">
          {error}
        </p>
      )}
      <p id="accounts-intro">{intro}</p>
      {only && more.length === 0 && (
        <p>
          <AccountText choice={only} />
        </p>
      )}
      {chooseAll && (
        <Button look="textual" name="choose" value="all">
          {chooseAll}
        </Button>
      )}
      {more.length > 0 &&
        choices.map((choice) => (
          <Choice
            key={choice.accountId}
            name="account"
            value={choice.accountId}
            isTicked={ticked.includes(choice.accountId)}
          >
            <AccountText choice={choice} />
          </Choice>
        ))}
      {unavailable && (
        <div className="text-sm text-soft">
          <p>{unavailable.intro}</p>
          <BulletList lines={unavailable.lines} />
        </div>
      )}
    </ChoiceGroup>
  );
}

function AccountText({ choice: { label, detail, shared, joint } }: { choice: AccountChoice }) {
  return (
    <>
      <b>{label}</b>
      <small>{` ${detail}`}</small>
      {(shared || joint) && <span className="block">{[shared, joint].filter(Boolean).join(' ')}</span>}
    </>
  );
}
