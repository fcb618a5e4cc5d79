import type {
  BranchTip,
  CommitOutcome,
  CommitRequest,
  GitHost,
  GitRemote,
  HistoricCommit,
  PullRequest,
  PullRequestText,
  RepositoryFile,
} from "@plimsoll/core/promotion";

interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
}

/** A repository and its pull requests in memory, with other writers that come when they are told to. */
export class FakeRepository {
  readonly commits: Map<string, Commit> = new Map();
  readonly branches: Map<string, string> = new Map();
  readonly open: PullRequest[] = [];
  readonly comments: string[] = [];
  /** Runs right before a branch is moved: another writer. */
  beforeCommit: () => void = () => undefined;
  author: string = "plimsoll[bot]";
  #count = 0;

  constructor(files: Readonly<Record<string, string>>) {
    this.write("main", files, "first");
  }

  /** Commits files to a branch as somebody else. */
  write(
    branch: string,
    files: Readonly<Record<string, string>>,
    message: string,
    parent: string | undefined = this.branches.get(branch),
  ): string {
    const id = this.#add(
      parent,
      Object.entries(files).map(([path, text]) => ({ path, text })),
      message,
    );
    this.branches.set(branch, id);
    return id;
  }

  read(branch: string, path: string): string | undefined {
    return this.commits.get(this.branches.get(branch) ?? "")?.files.get(path);
  }

  readonly remote: GitRemote = {
    fetchBase: () => Promise.resolve(this.branches.get("main") ?? ""),
    listFiles: (commit) => Promise.resolve([...this.#at(commit).files.keys()]),
    readFiles: (commit, paths) => Promise.resolve(this.#read(commit, paths)),
    history: (commit, paths, limit) => Promise.resolve(this.#history(commit, paths).slice(0, limit)),
    readBranch: (branch) => Promise.resolve(this.#tip(branch)),
    changedPaths: (from, to) => Promise.resolve(this.#changed(from, to)),
    commit: (request) => Promise.resolve(this.#commit(request)),
    deleteBranch: (branch, expected) => {
      if (this.branches.get(branch) === expected) this.branches.delete(branch);
      return Promise.resolve();
    },
  };

  readonly host: GitHost = {
    listPullRequests: (prefix) =>
      Promise.resolve(this.open.filter(({ branch }) => branch.startsWith(prefix))),
    createPullRequest: (text) => Promise.resolve(this.#create(text)),
    updatePullRequest: (number, text) => {
      const index = this.open.findIndex((each) => each.number === number);
      const known = this.open[index];
      if (known !== undefined) this.open[index] = { ...known, title: text.title, body: text.body };
      return Promise.resolve();
    },
    closePullRequest: (number, comment) => {
      this.comments.push(`#${number}: ${comment}`);
      this.open.splice(0, this.open.length, ...this.open.filter((each) => each.number !== number));
      return Promise.resolve();
    },
  };

  #create(text: PullRequestText): PullRequest | undefined {
    if (this.open.some(({ branch }) => branch === text.branch)) return undefined;
    const number = this.open.length + this.comments.length + 1;
    const headCommit = this.branches.get(text.branch) ?? "";
    const made = {
      ...text,
      number,
      url: `https://git.example/pull/${number}`,
      headCommit,
      author: this.author,
    };
    this.open.push(made);
    return made;
  }

  #at(commit: string): Commit {
    const found = this.commits.get(commit);
    if (found === undefined) throw new RangeError(`there is no commit ${commit}`);
    return found;
  }

  #read(commit: string, paths: readonly string[]): readonly RepositoryFile[] {
    const { files } = this.#at(commit);
    return paths.flatMap((path) => {
      const text = files.get(path);
      return text === undefined ? [] : [{ path, text }];
    });
  }

  #tip(branch: string): BranchTip | undefined {
    const commit = this.branches.get(branch);
    return commit === undefined ? undefined : { commit, parents: this.#at(commit).parents };
  }

  #changed(from: string, to: string): readonly string[] {
    const [before, after] = [this.#at(from).files, this.#at(to).files];
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      (path) => before.get(path) !== after.get(path),
    );
  }

  #history(commit: string, paths: readonly string[]): readonly HistoricCommit[] {
    const found: HistoricCommit[] = [];
    for (let at: string | undefined = commit; at !== undefined; at = this.#at(at).parents[0]) {
      const { parents, message, files } = this.#at(at);
      const before = parents[0] === undefined ? undefined : this.#at(parents[0]).files;
      if (paths.some((path) => before?.get(path) !== files.get(path))) found.push({ commit: at, message });
    }
    return found;
  }

  #commit({ branch, parent, expectedTip, files, message }: CommitRequest): CommitOutcome {
    this.beforeCommit();
    if (this.branches.get(branch) !== expectedTip) return { kind: "moved" };
    const commit = this.#add(parent, files, message);
    this.branches.set(branch, commit);
    return { kind: "committed", commit };
  }

  #add(
    parent: string | undefined,
    files: readonly { readonly path: string; readonly text: string }[],
    message: string,
  ): string {
    this.#count += 1;
    const id = this.#count.toString(16).padStart(40, "0");
    const before = parent === undefined ? new Map<string, string>() : this.#at(parent).files;
    const after = new Map([...before, ...files.map(({ path, text }) => [path, text] as const)]);
    this.commits.set(id, { id, parents: parent === undefined ? [] : [parent], files: after, message });
    return id;
  }
}
