/** The root of the repository that a workflow lies in, with a closing `/` where it is not the workspace's own. */
export function repositoryRoot(file: string): string {
  const at = file.lastIndexOf(".github/workflows/");
  return at === -1 ? "" : file.slice(0, at);
}
