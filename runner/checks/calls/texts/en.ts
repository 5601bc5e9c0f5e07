import { code, codesIn, seconds, sentence } from '../../../base/words.ts';

const codes = codesIn('en');

export const calls = {
  'periodic.expected': ({ from, to }: { from: string; to: string }) =>
    sentence(`${from} calls ${to} again and again: two requests or more, some time apart.`),
  'periodic.pass': ({ from, to, times }: { from: string; to: string; times: number }) =>
    `${code(from)} called ${code(to)} ${times} times, spread over time.`,
  'periodic.pass-often': ({ from, to }: { from: string; to: string }) =>
    `${code(from)} keeps calling ${code(to)} over a connection that it keeps open.`,
  'periodic.pass-log': ({
    from,
    to,
    connections,
    every,
  }: {
    from: string;
    to: string;
    connections: number;
    every: string;
  }) =>
    `${code(from)} has made ${connections} ${connections === 1 ? 'connection' : 'connections'} since it started, and its log shows a call to ${code(to)} about every ${every}.`,
  'periodic.once': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `${code(from)} called ${code(to)} once, and not again in ${seconds(ms)} of watching.`,
  'periodic.stopped': ({ from, to, ago }: { from: string; to: string; ago: number }) =>
    `${code(from)} called ${code(to)} some times at once, but not again for ${seconds(ago)}.`,
  'periodic.slow': ({ from, to, ago }: { from: string; to: string; ago: number }) =>
    `${code(from)} last called ${code(to)} ${seconds(ago)} ago, and has called before, but so far apart that it could not be seen whether it goes on. Look again in a minute.`,
  'periodic.never': ({ from, to, ms }: { from: string; to: string; ms: number }) =>
    `${code(from)} did not reach ${code(to)} in ${seconds(ms)} of watching.`,
  'periodic.quiet-here': ({ from, to }: { from: string; connections: number; to: string }) =>
    `${code(from)} has not called ${code(to)} in the last minute. It has made connections before, but nothing tells whether any of them went there.`,
  'periodic.quiet': ({ from, connections }: { from: string; connections: number; to: string }) =>
    `${code(from)} has made ${connections} connections since it started, but none in the last minute, and its log does not tell when.`,
  'periodic.refused': ({ endpoint }: { endpoint: string }) => ` Its connection to ${code(endpoint)} was refused.`,
  'periodic.unknown-name': ({ name }: { name: string }) => ` It asked for ${code(name)}, and no such name was found.`,
  'periodic.elsewhere': ({ endpoint, to }: { endpoint: string; to: string }) =>
    ` It tried ${code(endpoint)}, which is not ${to}.`,
  'request.expected': ({ from, to }: { from: string; to: string }) =>
    `Each request to ${code(from)} makes it send a request to ${code(to)}, and the answer is made from what comes back.`,
  'request.pass': ({ from, to, path, times }: { from: string; to: string; path: string; times: number }) =>
    `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} each time, and not in between.`,
  'request.pass-among-others': ({ from, to, path, times }: { from: string; to: string; path: string; times: number }) =>
    `Asked for ${code(path)} ${times} times, ${code(from)} called ${code(to)} each time, besides the calls that it makes unasked.`,
  'request.never': ({ from, to, paths, more }: { from: string; to: string; paths: readonly string[]; more: number }) =>
    `${code(from)} did not call ${code(to)} when it was asked for ${codes(paths)}${more > 0 ? ` and ${more} other paths` : ''}.`,
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
};
