const target = process.env.TARGET;

async function once() {
  try {
    const answer = await fetch(target, { headers: { connection: 'close' }, signal: AbortSignal.timeout(3000) });
    console.log(await answer.text());
  } catch (problem) {
    console.log('nobody there:', problem.cause?.code ?? problem.message);
  }
}

setInterval(once, 1000);
process.once('SIGTERM', () => process.exit());
