/** Does something that Node calls experimental, without its saying so to people. It has to be done at once. */
export function quietly<Result>(act: () => Result): Result {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return act();
  } finally {
    process.emitWarning = emitWarning;
  }
}
