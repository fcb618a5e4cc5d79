const NAMES = ["dockerfile", "containerfile"];
/** Endings that make a text about Dockerfiles, not a Dockerfile. */
const OTHER_ENDINGS = [".md", ".txt", ".dockerignore", ".tmpl", ".j2", ".swp", ".orig", ".bak"];

/**
 * Whether a path names a Dockerfile: `Dockerfile`, `Containerfile`, `Dockerfile.<something>`, `<something>.Dockerfile` and
 * `<something>.Containerfile`, in any case; not `Dockerfile.md` or `Dockerfile.dockerignore`.
 */
export function isDockerfileName(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  if (OTHER_ENDINGS.some((ending) => name.endsWith(ending))) return false;
  return NAMES.some((known) => name === known || name.startsWith(`${known}.`) || (name.endsWith(`.${known}`) && name.length > known.length + 1));
}
