// jstat ships no types; these are the functions that we use.
declare module 'jstat' {
  const jstat: {
    /** Natural logarithm of the beta function. */
    betaln(a: number, b: number): number;
    /** The regularised incomplete beta function: the share of Beta(a, b) below x. */
    ibeta(x: number, a: number, b: number): number;
    normal: { inv(p: number, mean: number, sd: number): number };
    studentt: { inv(p: number, freedom: number): number; cdf(x: number, freedom: number): number; pdf(x: number, freedom: number): number };
  };
  export default jstat;
}
