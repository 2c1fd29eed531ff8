import { useTranslations } from 'next-intl';
import type { ChangePrompt } from '#lib/dashboard/answer-change.ts';
import { Button, ButtonLink } from './button.tsx';
import { Choice } from './choice.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { DecisionButtons } from './decision-buttons.tsx';

/** The accounts and clusters of a consent, ticked as long as they go on; account names are a part of every consent. */
export function ChangeForm({
  prompt: { view, kept },
  place,
  change,
}: {
  prompt: ChangePrompt;
  place: string;
  change: (form: FormData) => Promise<void>;
}) {
  const t = useTranslations();
  const { consent, accounts } = view;
  const removable = consent.clusters.filter((cluster) => cluster !== 'ACCOUNT_BASIC');
  return (
    <form action={change} className="grid gap-5">
      <input type="hidden" name="consent_id" value={consent.id} />
      <ChoiceGroup id="accounts" tabIndex={-1} title={t('Dashboard.changing.accounts')}>
        {accounts.map(({ accountId, label, lang }) => (
          <Choice key={accountId} name="account" value={accountId} isTicked={kept.includes(accountId)} lang={lang}>
            {label}
          </Choice>
        ))}
      </ChoiceGroup>
      {removable.length > 0 && (
        <ChoiceGroup title={t('Dashboard.changing.data')}>
          <p>{t('Dashboard.changing.basic')}</p>
          {removable.map((cluster) => (
            <Choice key={cluster} name="cluster" value={cluster} isTicked={kept.includes(cluster)}>
              {t(`Cluster.${cluster}.title`)}
            </Choice>
          ))}
        </ChoiceGroup>
      )}
      <DecisionButtons>
        <ButtonLink href={`/consents/${consent.id}?${place}`}>{t('Dashboard.changing.cancel')}</ButtonLink>
        <Button name="decision" value="change">
          {t('Dashboard.changing.confirm')}
        </Button>
      </DecisionButtons>
    </form>
  );
}
