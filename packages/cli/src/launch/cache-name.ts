/**
 * The name of the file that keeps compiled code between runs. The code holds the functions that a run of this kind called, so a check
 * of Dockerfiles and one of manifests, which run different rules, have a file each.
 */
export function cacheName(program: string, args: readonly string[]): string {
  const [command = "", ...rest] = args;
  const kinds = new Set(rest.filter((arg) => !arg.startsWith("-")).map(kindOf));
  const name = /^[a-z]{1,16}$/u.test(command) ? command : "other";
  return ["plimsoll", program.slice(0, 32), name, ...[...kinds].sort()].join("-");
}

function kindOf(path: string): string {
  if (/(?:dockerfile|containerfile)[^/\\]*$/iu.test(path)) return "dockerfile";
  return /\.(?:ya?ml|json)$/iu.test(path) ? "objects" : "paths";
}
