/** Addresses of engines, as examples. */
export const addressExamples = 'unix:///var/run/docker.sock, tcp://127.0.0.1:2375, ssh://user@host';

/** What a person types on each system to get an engine; the words around the commands come with the language. */
export const install = {
  debian: 'apt-get update && apt-get install -y docker.io',
  fedora: 'sudo dnf install -y moby-engine docker-cli && sudo systemctl enable --now docker',
  arch: 'sudo pacman -S --noconfirm docker && sudo systemctl enable --now docker',
  alpine: 'apk add docker && rc-update add docker default && service docker start',
  suse: 'sudo zypper install -y docker && sudo systemctl enable --now docker',
} as const;

/** Lets a user use the engine without sudo. */
export const joinGroup = (user: string) => `sudo usermod -aG docker ${user}`;
