import type { ListFilesResult, ReadFileResult } from "../protocol.ts";

/** Files that the client reads for the server. */
export interface ClientFiles {
  readonly list: (folder: string, maximum: number) => Promise<ListFilesResult>;
  readonly read: (uri: string) => Promise<ReadFileResult>;
  /** Where the client keeps the bundled pages, for hosts that cannot read them themselves. */
  readonly pagesUri: string | undefined;
}
