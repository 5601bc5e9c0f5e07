const code = (text: string) => `\`${text}\``;
const seconds = (ms: number) => `${Math.max(1, Math.round(ms / 1_000))} s`;
const list = (and: string, texts: readonly string[]) =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`;

export const onRequest = {
  'images.expected': 'Two images of your own, each made with docker build: one for each service.',
  'images.pass': ({ names, images }: { names: readonly string[]; images: readonly string[] }) =>
    `${list('and', names.map(code))} run ${list('and', images.map(code))}, each built on this engine.`,
  'images.same': ({ names, image }: { names: readonly string[]; image: string }) =>
    `${list('and', names.map(code))} run the same image, ${code(image)}.`,

  'request.expected': ({ from, to }: { from: string; to: string }) =>
    `Each request to ${code(from)} makes it send a request to ${code(to)}, and the answer is made from what comes back.`,
  'request.pass': ({ from, to, path, times }: { from: string; to: string; path: string; times: number }) =>
    `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} each time, and not in between.`,
  'request.pass-among-others': ({ from, to, path, times }: { from: string; to: string; path: string; times: number }) =>
    `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} each time, besides the calls that it makes unasked.`,
  'request.never': ({ from, to, paths, more }: { from: string; to: string; paths: readonly string[]; more: number }) =>
    `${code(from)} did not call ${code(to)} when it was asked for ${list('and', paths.map(code))}${more > 0 ? ` and ${more} other paths` : ''}.`,
  'request.remembers': ({ from, to, path }: { from: string; to: string; path: string }) =>
    `${code(from)} has called ${code(to)} before, but not when it was asked for ${code(path)}: it seems to answer from memory.`,
  'request.sometimes': ({
    from,
    to,
    path,
    called,
    times,
  }: {
    from: string;
    to: string;
    path: string;
    called: number;
    times: number;
  }) =>
    `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} only ${called} ${called === 1 ? 'time' : 'times'}: it seems to answer from memory otherwise.`,
  'request.unasked': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} calls ${code(to)} from time to time of its own accord, and no more often when it is asked.`,
  'request.unclear': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} calls ${code(to)} so often of its own accord that calls because of a request cannot be told apart.`,
  'request.no-path': ({ from, to, paths, entry }: { from: string; to: string; paths: string; entry: string }) =>
    `The path at which ${code(from)} calls ${code(to)} was not found. It was asked for ${paths}. Is it another one? Write it into ${code('lab.json')} in your folder: ${code(entry)}; an answer to ${code('/')} that names its paths helps, too.`,
  'request.copied': ({ from, to, path, shown }: { from: string; to: string; path: string; shown: string }) =>
    `Asked for ${code(path)}, ${code(from)} answers with “${shown}”, which ${code(to)} says, too, but it did not ask ${code(to)}: it seems to have a copy.`,
  'request.blind': 'the packets of the container could not be read.',
  'request.refused': ({ endpoint }: { endpoint: string }) => ` Its connection to ${code(endpoint)} was refused.`,
  'request.unknown-name': ({ name }: { name: string }) => ` It asked for ${code(name)}, and no such name was found.`,
  'request.elsewhere': ({ endpoint }: { endpoint: string }) => ` It tried ${code(endpoint)} instead.`,
  'request.untold': ({ from, to }: { from: string; to: string }) =>
    ` Nothing in the environment or the command of ${code(from)} names ${code(to)}.`,

  'internal-name.expected': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} calls ${code(to)} by its name on the network that they share.`,
  'internal-name.pass-host': ({ from, to, host }: { from: string; to: string; host: string }) =>
    `${code(from)} asks for ${code(`http://${host}`)} and reaches ${code(to)} directly.`,
  'internal-name.pass-dns': ({ from, to, name }: { from: string; to: string; name: string }) =>
    `${code(from)} asked Docker's DNS for ${code(name)}, then connected to ${code(to)} directly.`,
  'internal-name.pass-asked': ({ from, to, name }: { from: string; to: string; name: string }) =>
    `${code(from)} was told ${code(name)}, asks Docker's DNS, and connects to ${code(to)} directly.`,
  'internal-name.by-address': ({ from, address }: { from: string; to: string; address: string }) =>
    `${code(from)} connects to the address ${code(address)} itself, without asking for a name.`,
  'internal-name.hosts-file': ({ from, to, entry }: { from: string; to: string; entry: string }) =>
    `${code(from)} has the address of ${code(to)} written in by hand (${code(`--add-host ${entry}`)}).`,
  'internal-name.published': ({ from, to, endpoint }: { from: string; to: string; endpoint: string }) =>
    `${code(from)} goes out to the host and back in through a port that ${code(to)} publishes (${code(endpoint)}).`,
  'internal-name.published-as': ({ from, to, host }: { from: string; to: string; host: string }) =>
    `${code(from)} asks for ${code(host)}: it goes out to the host and back in through a port that ${code(to)} publishes.`,
  'internal-name.unclear': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} reaches ${code(to)}, but nothing showed whether it asked for a name.`,
  'internal-name.no-call': ({ from, to }: { from: string; to: string }) =>
    `No connection of ${code(from)} to ${code(to)} was seen.`,

  'data.expected': ({ from, to }: { from: string; to: string }) =>
    `The answer of ${code(from)} contains what ${code(to)} says, such as the names in its list.`,
  'data.pass': ({ from, to, shown }: { from: string; to: string; shown: string }) =>
    `The answer of ${code(from)} shows “${shown}”, which comes from ${code(to)}.`,
  'data.missing': ({ from, to, sample }: { from: string; to: string; sample: string }) =>
    `${code(to)} says “${sample}” and more, but the answer of ${code(from)} shows nothing of it.`,
  'data.error': ({ from, status }: { from: string; status: number }) =>
    `${code(from)} answered ${status} instead of showing data.`,
  'data.no-answer': ({ from }: { from: string }) => `${code(from)} called, but did not answer in time.`,
  'data.callee-error': ({ from, to, path, status }: { from: string; to: string; path: string; status: number }) =>
    `${code(from)} asks ${code(to)} for ${code(path)}, and ${code(to)} answers ${status}.`,
  'data.changes': ({ from, to }: { from: string; to: string }) =>
    `What ${code(to)} says changes each time, and the answers of ${code(from)} had none of what was seen.`,
  'data.too-little': ({ to }: { to: string }) =>
    `${code(to)} says too little to recognise it elsewhere. Let it give a name or two, such as a list of products.`,

  'callee-outage.expected': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `While ${code(to)} is stopped, ${code(from)} answers 5xx within ${seconds(ms)}, goes on running, and works again afterwards.`,
  'callee-outage.pass': ({ from, to, status, ms }: { from: string; to: string; status: number; ms: number }) =>
    `With ${code(to)} stopped, ${code(from)} answered ${status} within ${seconds(ms)}; with ${code(to)} back, it worked again.`,
  'callee-outage.crashed': ({ from, to }: { from: string; to: string }) =>
    `With ${code(to)} stopped, a request made ${code(from)} end.`,
  'callee-outage.hangs': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `With ${code(to)} stopped, ${code(from)} did not answer within ${seconds(ms)}.`,
  'callee-outage.pretends': ({ from, to, status }: { from: string; to: string; status: number }) =>
    `With ${code(to)} stopped, ${code(from)} answered ${status}, as if nothing were wrong.`,
  'callee-outage.not-back': ({ from, to }: { from: string; to: string }) =>
    `With ${code(to)} back, ${code(from)} still does not answer as before.`,
  'callee-outage.not-tried': ({ to }: { to: string }) =>
    `${code(to)} was not stopped to find out: that is done only if you allow it.`,
  'callee-outage.gone-with-stop': ({ to }: { to: string }) =>
    `${code(to)} runs with ${code('--rm')}: stopped, it would be gone for good.`,
};
