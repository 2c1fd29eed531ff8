/** A titled part of a disclosure. */
export interface Section {
  title: string;
  lines: string[];
}
