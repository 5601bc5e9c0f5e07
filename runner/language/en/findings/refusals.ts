/**
 * What the policy of a sandbox refuses: what, why, and what to do instead. `subject` is what the request is about: an endpoint, an
 * option, a name; `detail` more, where the sentence has a second blank.
 */
export const refusals = {
  'refusal.endpoint': ({ subject: what }: { subject: string; detail: string }) =>
    `The sandbox has no \`${what}\`: it is not needed for the challenges. Do it with run, build, network or volume.`,
  'refusal.protocol': ({ subject: what }: { subject: string; detail: string }) =>
    `The sandbox did not take this request (${what}): it speaks plain HTTP/1.1, as the docker command does.`,
  'refusal.malformed': ({ subject: what }: { subject: string; detail: string }) =>
    `The sandbox could not read this request: its ${what} is not well formed. Use the docker command.`,
  'refusal.duplicate-key': ({ subject: key }: { subject: string; detail: string }) =>
    `The sandbox did not take this request: \`${key}\` stands in it twice. Say it once.`,
  'refusal.too-large': ({ subject: what, detail: most }: { subject: string; detail: string }) =>
    `The sandbox did not take this ${what}: it is larger than ${most} bytes. Leave out what the image does not need (.dockerignore).`,
  'refusal.unknown-field': ({ subject: field }: { subject: string; detail: string }) =>
    `The sandbox does not know the option \`${field}\`, and allows only what it knows. Leave it out.`,
  'refusal.spelling': ({ subject: field, detail: canonical }: { subject: string; detail: string }) =>
    `The sandbox takes \`${canonical}\` only in this spelling, not as \`${field}\`.`,
  'refusal.value': ({ subject: field, detail: value }: { subject: string; detail: string }) =>
    `The sandbox does not take \`${value}\` for \`${field}\`. Choose a usual value.`,
  'refusal.machine': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: it reaches the machine beneath the container. No challenge needs it: leave it out.`,
  'refusal.namespace': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: a container stays in spaces of its own. Leave it out.`,
  'refusal.limits': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: it limits containers itself. Leave it out, or ask for less.`,
  'refusal.bind-mount': ({ subject: source, detail: target }: { subject: string; detail: string }) =>
    `The sandbox does not allow the bind mount of ${source} into ${target}: only files that are handed in, below the challenge's folder, can be mounted, and as they were handed in. Use a named volume, or COPY the files in the Dockerfile.`,
  'refusal.mount-type': ({ subject: type }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${type}\`: it mounts named volumes and tmpfs only. Use \`-v NAME:/path\`.`,
  'refusal.mount-options': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\` for a mount. Leave it out.`,
  'refusal.volume-driver': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: volumes are the engine's own (driver local, without options). Use \`docker volume create NAME\`.`,
  'refusal.host-network': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: containers stay off the machine's network. Use \`docker network create NAME\` and publish ports with -p.`,
  'refusal.network-driver': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: networks are plain bridges. Use \`docker network create NAME\`.`,
  'refusal.subnet': ({ subject: range }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${range}\`: addresses are private ones (such as 172.28.0.0/16) that it does not use itself. Leave it out: containers find each other by name.`,
  'refusal.dns': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: Docker's own DNS finds containers by name. Leave it out.`,
  'refusal.host-gateway': ({ subject: entry }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${entry}\`: containers do not reach the machine beneath. Call the other container by its name.`,
  'refusal.link': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: links are of the past. Put both containers on one network: they find each other by name.`,
  'refusal.port': ({ subject: port }: { subject: string; detail: string }) =>
    `Port or address ${port} cannot be published in the sandbox. Choose another, such as 8080.`,
  'refusal.log-driver': ({ subject: option }: { subject: string; detail: string }) =>
    `The sandbox does not allow \`${option}\`: it keeps the logs itself, so that they can be read. Leave it out.`,
  'refusal.registry': ({ subject: registry, detail: allowed }: { subject: string; detail: string }) =>
    `The sandbox pulls no images from ${registry}. It pulls from: ${allowed}.`,
  'refusal.lab-image': ({ subject: image }: { subject: string; detail: string }) =>
    `The image ${image} is the lab's: it stays as it is. Give yours another name.`,
  'refusal.lab-label': ({ subject: text }: { subject: string; detail: string }) =>
    `The label \`${text}\` marks what is the lab's own. Choose another.`,
  'refusal.lab-object': ({ subject: name }: { subject: string; detail: string }) =>
    `\`${name}\` is the lab's own. Leave it alone, and choose another name for yours.`,
  'refusal.foreign-exec': ({ subject: id }: { subject: string; detail: string }) =>
    `The sandbox knows no exec ${id} of yours. Begin with \`docker exec\`.`,
  'refusal.buildkit': ({ subject: what }: { subject: string; detail: string }) =>
    `The sandbox opens no BuildKit session (\`${what}\`). Use \`docker build\` without \`--secret\`, \`--ssh\` and \`--output\`.`,
  'refusal.remote-build': ({ subject: what }: { subject: string; detail: string }) =>
    `The sandbox builds no context from elsewhere (\`${what}\`). Build a folder: \`docker build .\``,
  'refusal.compressed': ({ subject: how, detail: where }: { subject: string; detail: string }) =>
    where === 'build'
      ? `The sandbox builds no context that is compressed with ${how}. Send a plain tar archive, or one of gzip.`
      : `The sandbox takes no archive here that is compressed with ${how}. Send a plain tar archive.`,
  'refusal.no-archive': (_: { subject: string; detail: string }) =>
    'The sandbox takes tar archives here, and this is none.',
  'refusal.too-many': ({ subject: what, detail: most }: { subject: string; detail: string }) =>
    `The sandbox allows no more than ${most} of this: ${what}. Remove what is not needed.`,
};
