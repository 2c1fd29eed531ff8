import type { ClusterText } from '#lib/disclosure/clusters.ts';

/** What would be shared: a heading a cluster, always visible, with the fields under it. */
export function ClusterList({ title, clusters }: { title: string; clusters: ClusterText[] }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="clusters">
        {clusters.map(({ cluster, title, fields, sensitive, history, warnings }) => (
          <li key={cluster}>
            <h3>
              {title}
              {sensitive && <span className="mark">{sensitive}</span>}
            </h3>
            <p>{fields}</p>
            {history && <p className="muted">{history}</p>}
            {warnings.length > 0 && <p className="warning">{warnings.join(' ')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
