export const dynamic = 'force-dynamic';

export default function EmptyPage() {
  return <h1>Empty</h1>;
}
