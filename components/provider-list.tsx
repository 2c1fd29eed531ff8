import { Section } from './section.tsx';

/** The banks to choose from, each a link of its own. */
export function ProviderList({ title, choices }: { title: string; choices: { name: string; address: string }[] }) {
  return (
    <Section title={title}>
      <ul className="grid gap-5">
        {choices.map(({ name, address }) => (
          <li key={address}>
            <a href={address}>{name}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
