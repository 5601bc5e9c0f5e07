/** As images name it. */
const machine = process.arch === 'x64' ? 'amd64' : process.arch;

/** True if a platform, such as `linux/arm64/v8`, is the one of this machine. */
export const isThisMachine = (platform: string): boolean => platform.split('/')[1] === machine;
