import type { AccountChoice, AccountsSection } from '#lib/disclosure/accounts.ts';
import { Lines } from './lines.tsx';

/** One checkbox an account, none of them ticked by us; the only account there is, is stated. */
export function AccountChoices({
  words,
  ticked,
  error,
}: {
  words: AccountsSection;
  ticked: string[];
  error: string | undefined;
}) {
  const { title, intro, choices, unavailable } = words;
  const describedBy = error ? 'accounts-error accounts-intro' : 'accounts-intro';
  return (
    <fieldset className="card" id="accounts" tabIndex={-1} aria-describedby={describedBy}>
      <legend className="contents">
        <h2>{title}</h2>
      </legend>
      {error && (
        <p id="accounts-error" className="font-semibold text-(--alarm)">
          {error}
        </p>
      )}
      <p id="accounts-intro">{intro}</p>
      {choices.map((choice) =>
        choices.length === 1 ? (
          <p key={choice.accountId}>
            <AccountText choice={choice} />
          </p>
        ) : (
          <label key={choice.accountId} className="choice">
            <input
              type="checkbox"
              name="account"
              value={choice.accountId}
              defaultChecked={ticked.includes(choice.accountId)}
            />
            <span>
              <AccountText choice={choice} />
            </span>
          </label>
        ),
      )}
      {unavailable && (
        <div className="muted">
          <p>{unavailable.intro}</p>
          <Lines lines={unavailable.lines} />
        </div>
      )}
    </fieldset>
  );
}

function AccountText({ choice: { label, detail, joint } }: { choice: AccountChoice }) {
  return (
    <>
      <b className="block">{label}</b>
      <span className="muted">{detail}</span>
      {joint && <span className="block">{joint}</span>}
    </>
  );
}
