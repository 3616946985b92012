/** Which definition of net the frozen starting points were counted by. A change of spec/metrics.md that moves net raises it: they are frozen anew. */
export const DEFINITION = 1;
