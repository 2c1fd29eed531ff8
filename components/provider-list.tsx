import { Card } from './card.tsx';
import { Logo } from './logo.tsx';

/** The banks to choose from, each a link of its own with its logo. */
export function ProviderList({
  title,
  choices,
}: {
  title: string;
  choices: { name: string; logoUri: string | undefined; address: string }[];
}) {
  return (
    <section className="grid gap-3.5">
      <h2>{title}</h2>
      <ul className="grid gap-3">
        {choices.map(({ name, logoUri, address }) => (
          <Card as="li" key={address}>
            <a className="flex items-center gap-x-3" href={address}>
              <Logo uri={logoUri} name={name} />
              {name}
            </a>
          </Card>
        ))}
      </ul>
    </section>
  );
}
