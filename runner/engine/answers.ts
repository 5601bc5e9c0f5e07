/** What is still there of what was asked for: something may go between a list and the look at it. */
export async function present<Found>(asked: Promise<Found>[]): Promise<Found[]> {
  const settled = await Promise.allSettled(asked);
  return settled.flatMap(result => {
    if (result.status === 'fulfilled') return [result.value];
    if ((result.reason as { statusCode?: number }).statusCode === 404) return [];
    throw result.reason;
  });
}

/** The engine answers 304 where a container is already as it should be. */
export async function unlessSo(changing: Promise<unknown>): Promise<void> {
  try {
    await changing;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 304) throw error;
  }
}
