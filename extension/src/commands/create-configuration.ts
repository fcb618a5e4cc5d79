import * as vscode from "vscode";

const FILE = "plimsoll.yaml";
const DEFAULT_PROFILE = "reference-design";

/** Writes a `plimsoll.yaml` that names a profile, and opens it. A file that is there is opened as it is. */
export async function createConfiguration(extension: vscode.Extension<unknown>): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const file = vscode.Uri.joinPath(folder.uri, FILE);
  if (!(await exists(file))) {
    const profile = await chooseProfile(profilesOf(extension));
    if (profile === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(textOf(profile)) });
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(file);
}

function textOf(profile: string): string {
  return `# How Plimsoll judges this repository: in the editor, on the command line and in CI.\nprofile: ${profile}\n`;
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return vscode.window.showWorkspaceFolderPick();
  const [only] = folders;
  if (only === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a folder first: the file belongs at its top."),
    );
  }
  return only;
}

async function chooseProfile(profiles: readonly string[]): Promise<string | undefined> {
  const rest = profiles.filter((name) => name !== DEFAULT_PROFILE);
  return vscode.window.showQuickPick([DEFAULT_PROFILE, ...rest], {
    placeHolder: vscode.l10n.t("Judge by which profile?"),
  });
}

/** The names that the manifest's setting offers, which is generated from the configuration's schema. */
function profilesOf({ packageJSON }: vscode.Extension<unknown>): readonly string[] {
  const manifest: Manifest = packageJSON;
  const names = manifest.contributes.configuration.properties["plimsoll.profile"].enum;
  return names.filter((name) => name !== "");
}

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: { readonly "plimsoll.profile": { readonly enum: readonly string[] } };
    };
  };
}

async function exists(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
