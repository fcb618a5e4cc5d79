import type { UsesReference, WorkflowText } from "./nodes.ts";

const DOCKER = "docker://";

/** What a `uses:` names: a folder of the repository, an image, or an action or workflow of a repository at a ref. */
export function readUses(text: WorkflowText): UsesReference {
  const { text: written, node, start, end } = text;
  const common = { text: written, node, start, end };
  if (written.startsWith("./") || written.startsWith("../"))
    return { ...common, kind: "local", path: written };
  if (written.startsWith(DOCKER)) return { ...common, kind: "docker", image: written.slice(DOCKER.length) };
  const name = written.includes("${{") ? undefined : readName(written);
  if (name === undefined) return { ...common, kind: "unknown" };
  // A quote stands before the text; a reference needs no escape.
  const quote = node.style === "single" || node.style === "double" ? 1 : 0;
  const refStart = end - quote - name.ref.length;
  return { ...common, kind: "repository", ...name, refSpan: { start: refStart, end: end - quote } };
}

/** `owner/repository/path@ref`. */
function readName(
  written: string,
):
  | { readonly owner: string; readonly repository: string; readonly path: string; readonly ref: string }
  | undefined {
  const at = written.indexOf("@");
  if (at === -1) return undefined;
  const [owner = "", repository = "", ...path] = written.slice(0, at).split("/");
  const ref = written.slice(at + 1);
  if (owner === "" || repository === "" || ref === "") return undefined;
  return { owner, repository, path: path.join("/"), ref };
}
