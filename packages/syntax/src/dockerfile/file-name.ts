/** Endings after `Dockerfile.` that mark documents, data and templates, which no builder reads as they are. */
const OTHER_ENDINGS: ReadonlySet<string> = new Set(
  (
    "md markdown rst adoc txt html dockerignore containerignore json yaml yml toml xml lock " +
    "j2 jinja jinja2 tmpl tpl template erb mustache gotmpl in sig asc sha256 orig rej patch diff swp bak"
  ).split(" "),
);

const NAMES: readonly string[] = ["dockerfile", "containerfile"];

/**
 * True for the path of a Dockerfile by its name: `Dockerfile`, `Containerfile`, `Dockerfile.<variant>`, `<name>.Dockerfile`
 * and the same with `Containerfile`, in any case; not for `Dockerfile.md`, `Dockerfile.j2` or `Dockerfile.dockerignore`.
 */
export function isDockerfileName(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  if (dot === -1) return NAMES.includes(name);
  const ending = name.slice(dot + 1);
  if (NAMES.includes(ending)) return dot > 0;
  const stem = name.slice(0, name.indexOf("."));
  return NAMES.includes(stem) && ending !== "" && !OTHER_ENDINGS.has(ending);
}

/** True for `.dockerignore`, `.containerignore` and `<name of a Dockerfile>.dockerignore`. */
export function isDockerignoreName(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  return name.endsWith(".dockerignore") || name === ".containerignore";
}
