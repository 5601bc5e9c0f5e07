/** What grading's policy refuses, as a shell's text shows it; see policy/rules. A sandbox decides by requests, and so by what is really asked. */
const refused: readonly RegExp[] = [
  /--privileged(?:=true)?\b/g,
  /--(?:net|network)[= ]["']?host\b["']?/g,
  /--(?:pid|ipc|uts|userns|cgroupns)[= ]["']?host\b["']?/g,
  /--cap-add[= ]\S+/g,
  /--device[= ]\S+/g,
  /--security-opt[= ](?!["']?no-new-privileges)\S+/g,
  // Paths of the machine: absolute ones, a home, or above the folder. What begins with $PWD or ./ is the submission's own.
  /(?:-v|--volume)[= ]?["']?(?:\/|~|\$\{?HOME\b|\.\.\/|[A-Za-z]:\\)[^\s"':]*["']?:/g,
  /--mount[= ]["']?[^\s"']*type=bind[^\s"']*(?:source|src)=(?:\/|~|\$\{?HOME\b|\.\.\/)[^\s"',]*/g,
  /\/var\/run\/docker\.sock/g,
  /(?<=^|[\s;&|])(?:sudo\s+)?docker(?:\s+|-)compose\b[^\n;&|]{0,40}/g,
];
const most = 5;

/** What of the commands that bring a part up grading would refuse, as it stands there, each once. Comments do not count. Pure. */
export function likelyRefused(script: string): string[] {
  const commands = script.replace(/^\s*#.*$/gm, '');
  const found = refused.flatMap(pattern => [...commands.matchAll(pattern)].map(([text]) => text.trim()));
  return [...new Set(found)].slice(0, most);
}
