import type { ClusterText } from '#lib/disclosure/clusters.ts';
import { Mark } from './mark.tsx';
import { Section } from './section.tsx';

/** What would be shared: a heading a cluster, always visible, with the fields under it. */
export function ClusterList({ title, clusters }: { title: string; clusters: ClusterText[] }) {
  return (
    <Section title={title}>
      <ul className="-my-1.5 divide-y text-sm *:py-1.5">
        {clusters.map(({ cluster, title, fields, sensitive, history, warnings }) => (
          <li key={cluster}>
            <h3>
              {title}
              {sensitive && <Mark>{sensitive}</Mark>}
            </h3>
            <p>{history ? `${fields} ${history}` : fields}</p>
            {warnings.length > 0 && <p className="mt-1 border-s-3 border-alarm ps-2.5">{warnings.join(' ')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
