/** Next sends this along with every page, so it is short. The front door shows unknown addresses our own page. */
export default function NotFound() {
  return <h1>404</h1>;
}
