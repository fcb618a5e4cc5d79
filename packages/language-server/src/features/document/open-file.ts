import type { FileKind } from "@plimsoll/core";
import { type Dockerfile, parseDockerfile, parseYaml, SourceText, type YamlStream } from "@plimsoll/syntax";

/** What an {@link OpenFile} is made of. */
export interface OpenFileInit {
  readonly uri: string;
  /** From the workspace's root, with `/`. */
  readonly path: string;
  readonly kind: FileKind;
  /** The editor's version of the text; null for a file that is not open. */
  readonly version: number | null;
  readonly text: string;
  /** A reading of this very text, where there is one already. */
  readonly stream?: YamlStream;
  /** Build arguments that CI passes, for Dockerfiles. */
  readonly buildArguments?: Readonly<Record<string, string>>;
}

/** A file as the editor holds it. Its trees are made when first asked for, once for all features. */
export class OpenFile {
  readonly uri: string;
  readonly path: string;
  readonly kind: FileKind;
  readonly version: number | null;
  readonly text: string;
  readonly #buildArguments: Readonly<Record<string, string>>;
  #source: SourceText | undefined;
  #dockerfile: Dockerfile | undefined;
  #stream: YamlStream | undefined;

  constructor(init: OpenFileInit) {
    this.uri = init.uri;
    this.path = init.path;
    this.kind = init.kind;
    this.version = init.version;
    this.text = init.text;
    this.#stream = init.stream?.text === init.text ? init.stream : undefined;
    this.#buildArguments = init.buildArguments ?? {};
  }

  get source(): SourceText {
    this.#source ??= new SourceText(this.text);
    return this.#source;
  }

  /** The tree of a Dockerfile. */
  get dockerfile(): Dockerfile {
    this.#dockerfile ??= parseDockerfile(this.text, {
      buildArgs: new Map(Object.entries(this.#buildArguments)),
    });
    return this.#dockerfile;
  }

  /** The trees of a YAML or JSON file. */
  get stream(): YamlStream {
    this.#stream ??= parseYaml(this.text);
    return this.#stream;
  }
}
