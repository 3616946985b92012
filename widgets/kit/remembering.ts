/** A function that gives the same result for the same inputs without making it again: drawing anew for a pointer or a choice must not think anew. Of the last inputs alone. */
export function remembering<Inputs extends readonly unknown[], Result>(make: (...inputs: Inputs) => Result): (...inputs: Inputs) => Result {
  let last: { inputs: Inputs; result: Result } | null = null;
  return (...inputs) => {
    const known = last?.inputs;
    if (last === null || inputs.some((input, at) => input !== known![at])) last = { inputs, result: make(...inputs) };
    return last.result;
  };
}
