/** Where Accord and oidc-provider may answer the cases of the corpus differently, how, and why. Nowhere else. */
export interface Difference {
  cases: RegExp;
  accord: string;
  referee: string;
  because: string;
}
