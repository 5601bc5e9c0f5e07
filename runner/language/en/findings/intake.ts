const mebibytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1024 / 1024))} MB`;

export const intake = {
  // Archives
  'intake.damaged': 'The archive is damaged: it ends too early, or does not hold what it says. Ask for it again.',
  'intake.empty-archive': 'The archive is an empty file.',
  'intake.unknown-archive': 'The file is no zip or tar archive, whatever its name says.',
  'intake.unsupported-archive': ({ ending }: { ending: string }) =>
    `Archives of the kind ${ending} are not read. Ask for a .zip or a .tar.gz.`,
  'intake.archive-too-big': ({ bytes }: { bytes: number }) => `The archive is bigger than ${mebibytes(bytes)}.`,
  'intake.too-much': ({ bytes }: { bytes: number }) =>
    `What is in the archive is bigger than ${mebibytes(bytes)} unpacked.`,
  'intake.too-many': ({ most }: { most: number }) => `There are more than ${most} files and folders in it.`,
  'intake.file-too-big': ({ name, bytes }: { name: string; bytes: number }) =>
    `The file “${name}” in the archive is bigger than ${mebibytes(bytes)}.`,
  'intake.bomb': ({ ratio }: { ratio: number }) =>
    `What is in the archive is more than ${ratio} times as big as the archive.`,
  'intake.bad-name': ({ name }: { name: string }) =>
    `The archive has an entry with a name that no file can have: “${name}”.`,
  'intake.absolute-path': ({ name }: { name: string }) => `The archive has an entry with an absolute path: “${name}”.`,
  'intake.leads-out': ({ name }: { name: string }) =>
    `The archive has an entry that leads out of its folder: “${name}”.`,
  'intake.too-deep': ({ name, most }: { name: string; most: number }) =>
    `The archive has more than ${most} folders in each other: “${name}”.`,
  'intake.name-too-long': ({ name }: { name: string }) => `The archive has an entry with too long a name: “${name}”.`,
  'intake.link-out': ({ name, target }: { name: string; target: string }) =>
    `The archive has a link that leads out of its folder: “${name}” → “${target}”.`,
  'intake.file-and-folder': ({ name }: { name: string }) => `In the archive, “${name}” is a file and a folder at once.`,
  'intake.bad-entry': ({ name, kind }: { name: string; kind: 'device' | 'sparse' | 'encrypted' | 'unknown' }) =>
    ({
      device: `The archive has an entry that is a device or a pipe: “${name}”.`,
      sparse: `The archive has a file with holes (a sparse one): “${name}”.`,
      encrypted: `The archive is encrypted (“${name}”): ask for one without a password.`,
      unknown: `The archive has an entry of a kind that is not read: “${name}”.`,
    })[kind],
  'intake.duplicate-entries': ({ count, first }: { count: number; first: string }) =>
    count === 1
      ? `The archive has “${first}” twice (large and small letters are the same here): the last one counts.`
      : `The archive has ${count} files several times (such as “${first}”): the last one of each counts.`,
  'intake.skipped-links': ({ count, first }: { count: number; first: string }) =>
    count === 1
      ? `The link “${first}” in the archive was left out.`
      : `${count} links in the archive (such as “${first}”) were left out.`,
  'intake.inner-archive': ({ name }: { name: string }) => `The archive “${name}” inside of it was opened.`,
  'intake.inner-archive-refused': ({ name, why }: { name: string; why: string }) =>
    `The archive “${name}” inside of it was not opened. ${why}`,
  // Folders
  'intake.cannot-read': ({ name }: { name: string }) => `“${name}” cannot be read.`,
  'intake.too-many-to-read': ({ most }: { most: number }) =>
    `There are more than ${most} files and folders in it: the others were not looked at.`,
  'intake.links-not-followed': ({ count, first }: { count: number; first: string }) =>
    count === 1
      ? `The link “${first}” leads out of the submission and was not followed.`
      : `${count} links (such as “${first}”) lead out of the submission and were not followed.`,
  'intake.odd-files': ({ count, first }: { count: number; first: string }) =>
    count === 1
      ? `“${first}” is a device or a pipe, and was not looked at.`
      : `${count} entries (such as “${first}”) are devices or pipes, and were not looked at.`,
  'intake.not-a-submission': 'It is neither a folder nor an archive, and no file of a school’s download.',
  'intake.earlier-upload': 'The same file was handed in again later.',
  'intake.late': 'The system that it was downloaded from marks it as late.',
  'intake.one-submission': ({ name }: { name: string }) =>
    `The folder has challenges in it, and no students: it was taken for one submission, “${name}”.`,
  'intake.no-such-challenge': ({ path }: { path: string }) =>
    `The folder “${path}” looks like a challenge, but like none that is graded here.`,
  'intake.renamed': ({ source, id }: { source: string; id: string }) =>
    `“${source}” has the name of another submission: here it is called “${id}”.`,
  // Challenges
  'intake.nothing-found': 'No folder of a challenge was found in it.',
  'intake.found-in': ({ title, path }: { title: string; path: string }) =>
    `${title}: the instructions are in “${path}”.`,
  'intake.in-readme': ({ title, readme }: { title: string; readme: string }) =>
    `${title}: the instructions are the section on it in “${readme}”.`,
  'intake.whole-submission': ({ title }: { title: string }) => `The whole submission was taken for ${title}.`,
  'intake.nested': ({ inner, outer }: { inner: string; outer: string }) =>
    `The folder “${inner}” is inside of “${outer}”, that of another challenge.`,
  'intake.duplicates': ({ title, chosen, others }: { title: string; chosen: string; others: string }) =>
    `Several folders could be ${title}: “${chosen}” was taken, and not ${others}.`,
  'intake.other-in-lab-json': ({ path, id }: { path: string; id: string }) =>
    `The lab.json in “${path}” says that it is ${id}, so that is what it counts for.`,
  // Instructions
  'intake.no-instructions':
    'There is nothing that says how to bring it up: no lab.json with “run”, no up.sh, run.sh or start.sh, no other script that runs docker, and no README with docker commands.',
  'intake.not-a-shell-script': ({ file }: { file: string }) =>
    `“${file}” is no shell script, and is not run. Hand in the same commands as up.sh, or in a README.`,
  'intake.lfs-pointer': ({ file }: { file: string }) =>
    `“${file}” is only a pointer of Git LFS: what it stands for was not handed in. Ask for it (git lfs pull, and then the archive).`,
  'intake.empty-script': ({ file }: { file: string }) => `“${file}” has no command in it.`,
  'intake.other-language': ({ file, program }: { file: string; program: string }) =>
    `“${file}” is written for ${program}, not for a shell: bash cannot run it.`,
  'intake.foreign-syntax': ({ file, what }: { file: string; what: string }) =>
    `The commands in “${file}” use “${what}”, which only PowerShell or cmd understands: bash cannot run them.`,
  'intake.bad-lab-json': ({ why }: { why: string }) => `The lab.json cannot be used. ${why}`,
  'intake.alternatives-left-out': ({ count }: { count: number }) =>
    count === 1
      ? 'One block of the README offers another way, and was left out.'
      : `${count} blocks of the README offer other ways, and were left out.`,
  'intake.clean-up-left-out': ({ commands }: { commands: string }) =>
    `Commands of the README that clean up at the end were left out: ${commands}`,
  'intake.placeholders-left-out': ({ commands }: { commands: string }) =>
    `Commands of the README with something to fill in were left out: ${commands}`,
  'intake.compose-left-out': 'The README’s Compose commands were left out.',
  'intake.also-run': ({ before, file }: { before: string; file: string }) =>
    `“${before}” is run before “${file}”, which does not build or call it.`,
  'intake.readme-too-long': ({ file }: { file: string }) =>
    `Only the beginning of “${file}” was read: it is very long.`,
  'intake.typography-mended': ({ command }: { command: string }) =>
    `Dashes, spaces or quotes that no shell knows (a word processor’s) were put right, as in: ${command}`,
  'intake.translated': ({ file }: { file?: string }) =>
    file === undefined
      ? 'Commands for PowerShell or cmd were translated for bash.'
      : `“${file}” is for PowerShell or cmd; its commands were translated for bash.`,
  'intake.with-words': ({ file, words }: { file: string; words: string }) =>
    `“${file}” wants a word, and was called with: ${words}.`,
  'intake.in-a-row': ({ files }: { files: string }) => `These scripts were run one after the other: “${files}”.`,
  'intake.found-deeper': ({ file }: { file: string }) => `The instructions are in “${file}”, below the folder.`,
  'intake.own-script': ({ file }: { file: string }) => `The instructor’s own ${file} was run first.`,
  // Not taken
  'intake.left-to-compose': ({ file }: { file: string }) => `“${file}” leaves everything to Compose.`,
  'intake.says-nothing': ({ file }: { file: string }) => `“${file}” has no docker commands that bring anything up.`,
  'intake.containers-own': ({ file }: { file: string }) =>
    `“${file}” is put into an image by a Dockerfile: it is a container’s own program.`,
  'intake.for-something-else': ({ file }: { file: string }) => `“${file}” cleans up, tests, or runs no docker command.`,
};
