/** What is said of an instruction of a Dockerfile. */
export interface InstructionWords {
  /** What it does, in one or two sentences. */
  readonly text: string;
  /** Its form, as it is written. */
  readonly form: string;
  /** The rules of Plimsoll that look at it, the weightiest first. */
  readonly rules: readonly string[];
  /** What is inserted: a snippet as the protocol defines it. */
  readonly snippet: string;
}

/** Every instruction of BuildKit, by its name in upper case. */
export const instructionWords: Readonly<Record<string, InstructionWords>> = {
  FROM: {
    text: "Starts a build stage from an image, an earlier stage or `scratch`, which is empty. The last stage becomes the image.",
    form: "FROM [--platform=<os/arch>] <image or stage>[:<tag>][@<digest>] [AS <name>]",
    rules: [
      "dockerfile/base-image-from-approved-source",
      "dockerfile/base-image-pinned-by-digest",
      "dockerfile/base-image-tag-stated",
      "dockerfile/base-image-resolvable",
      "dockerfile/builder-images-from-approved-source",
      "dockerfile/platform-not-fixed",
      "dockerfile/stage-names-unique",
      "dockerfile/stages-used",
    ],
    snippet: "FROM ${1:image}",
  },
  RUN: {
    text: "Runs a command while the image is built and keeps what it changed as a layer. Shell form runs through the shell of `SHELL`; a JSON array runs the program itself.",
    form: 'RUN [--mount=<...>] [--network=<...>] [--security=<...>] <command> or ["program", "argument"]',
    rules: [
      "dockerfile/no-secrets-in-build",
      "dockerfile/no-download-piped-to-shell",
      "dockerfile/packages-pinned",
      "dockerfile/package-cache-cleaned",
      "dockerfile/pipefail-set",
      "dockerfile/tls-verification-on",
      "dockerfile/no-sudo",
      "dockerfile/build-without-internet",
    ],
    snippet: "RUN ${1:command}",
  },
  CMD: {
    text: "Sets the command, or the arguments of `ENTRYPOINT`, that a container runs by default. Only the last one of a stage counts.",
    form: 'CMD ["program", "argument"]',
    rules: ["dockerfile/json-form", "dockerfile/one-cmd"],
    snippet: 'CMD ["${1:program}"]',
  },
  LABEL: {
    text: "Adds metadata to the image as keys and values.",
    form: "LABEL <key>=<value> ...",
    rules: [
      "dockerfile/oci-labels-present",
      "dockerfile/label-keys-valid",
      "dockerfile/label-values-valid",
      "dockerfile/labels-known",
    ],
    snippet: 'LABEL ${1:org.opencontainers.image.title}="${2:value}"',
  },
  MAINTAINER: {
    text: "Names who maintains the image. Deprecated: a label says the same.",
    form: "MAINTAINER <name>",
    rules: ["dockerfile/no-maintainer-instruction"],
    snippet: "MAINTAINER ${1:name}",
  },
  EXPOSE: {
    text: "Notes the ports that the program listens on. It opens none of them.",
    form: "EXPOSE <port>[/tcp|/udp] ...",
    rules: [
      "dockerfile/ports-unprivileged",
      "dockerfile/ports-in-range",
      "dockerfile/no-ssh-server",
      "dockerfile/expose-format",
    ],
    snippet: "EXPOSE ${1:8080}",
  },
  ENV: {
    text: "Sets environment variables for later instructions and for the containers of the image. Their values can be read by everybody who has the image.",
    form: "ENV <key>=<value> ...",
    rules: [
      "dockerfile/no-secrets-in-build",
      "dockerfile/env-not-self-referencing",
      "dockerfile/key-value-with-equals",
      "dockerfile/variables-defined",
    ],
    snippet: "ENV ${1:NAME}=${2:value}",
  },
  ADD: {
    text: "Copies files, folders, remote files or Git repositories into the image and unpacks local archives. `COPY` does the plain part and has no surprises.",
    form: "ADD [--chown=<...>] [--chmod=<...>] [--checksum=<...>] <source> ... <target>",
    rules: [
      "dockerfile/copy-instead-of-add",
      "dockerfile/remote-add-has-checksum",
      "dockerfile/downloads-over-https",
      "dockerfile/archive-added",
      "dockerfile/no-secret-files-copied",
    ],
    snippet: "ADD ${1:source} ${2:target}",
  },
  COPY: {
    text: "Copies files and folders from the build context, or with `--from` from a stage or an image.",
    form: "COPY [--from=<stage or image>] [--chown=<...>] [--chmod=<...>] <source> ... <target>",
    rules: [
      "dockerfile/no-secret-files-copied",
      "dockerfile/no-whole-filesystem-copied",
      "dockerfile/copied-files-owned-by-root",
      "dockerfile/copy-from-exists",
      "dockerfile/copy-from-by-name",
      "dockerfile/copy-target-absolute",
      "dockerfile/copy-target-is-folder",
    ],
    snippet: "COPY ${1:source} ${2:target}",
  },
  ENTRYPOINT: {
    text: "Sets the program that a container runs. In JSON form it gets the signals of the runtime itself, and `CMD` holds its default arguments.",
    form: 'ENTRYPOINT ["program", "argument"]',
    rules: ["dockerfile/json-form", "dockerfile/one-entrypoint", "dockerfile/no-sudo"],
    snippet: 'ENTRYPOINT ["${1:program}"]',
  },
  VOLUME: {
    text: "Marks a folder that each container gets a volume of its own for. Later changes of the build to that folder are lost.",
    form: "VOLUME <path> ...",
    rules: ["dockerfile/no-volume-over-system-folder"],
    snippet: "VOLUME ${1:/data}",
  },
  USER: {
    text: "Sets the user, and the group after a colon, for later instructions and for the containers of the image.",
    form: "USER <user>[:<group>]",
    rules: ["dockerfile/user-set", "dockerfile/user-not-root", "dockerfile/user-numeric"],
    snippet: "USER ${1:1001}",
  },
  WORKDIR: {
    text: "Sets the folder for later instructions and for the containers of the image, and makes it where it is absent.",
    form: "WORKDIR <path>",
    rules: ["dockerfile/workdir-absolute", "dockerfile/workdir-not-cd"],
    snippet: "WORKDIR ${1:/app}",
  },
  ARG: {
    text: "Declares a variable that `docker build --build-arg` can set. It holds up to the end of its stage; before the first `FROM` it serves the `FROM` lines. Its value stays in the history of the image.",
    form: "ARG <name>[=<default>] ...",
    rules: [
      "dockerfile/no-secrets-in-build",
      "dockerfile/variables-defined",
      "dockerfile/definitions-described",
    ],
    snippet: "ARG ${1:NAME}",
  },
  ONBUILD: {
    text: "Keeps an instruction that runs when another image is built from this one.",
    form: "ONBUILD <instruction>",
    rules: ["dockerfile/no-onbuild"],
    snippet: "ONBUILD ${1:RUN}",
  },
  STOPSIGNAL: {
    text: "Sets the signal that asks the container's program to end. `SIGTERM` where nothing is set.",
    form: "STOPSIGNAL <signal>",
    rules: [],
    snippet: "STOPSIGNAL ${1:SIGTERM}",
  },
  HEALTHCHECK: {
    text: "Sets the command that tells whether a container works: exit code 0 is healthy, 1 is not. `NONE` turns off that of the base image. Kubernetes does not run it: there probes do that.",
    form: "HEALTHCHECK [--interval=<...>] [--timeout=<...>] [--retries=<...>] CMD <command> or NONE",
    rules: ["dockerfile/healthcheck-present", "dockerfile/one-healthcheck"],
    snippet: 'HEALTHCHECK --interval=${1:30s} --timeout=${2:5s} CMD ["${3:program}"]',
  },
  SHELL: {
    text: "Sets the shell that later instructions in shell form run through. The form is a JSON array.",
    form: 'SHELL ["program", "argument"]',
    rules: ["dockerfile/shell-by-instruction", "dockerfile/pipefail-set"],
    snippet: 'SHELL ["${1:/bin/bash}", "${2:-o}", "${3:pipefail}", "${4:-c}"]',
  },
};

/** What is said of a flag. */
export interface FlagWords {
  readonly text: string;
  readonly rules: readonly string[];
  /** Values that are worth offering; where there are none, a person writes one. */
  readonly values?: readonly string[];
  /** True for a flag that is given without a value. */
  readonly bare?: boolean;
}

const chown: FlagWords = {
  text: "The owner and group of the copied files. Without it they belong to user and group 0.",
  rules: ["dockerfile/copied-files-owned-by-root"],
};
const chmod: FlagWords = {
  text: "The permissions of the copied files, in octal or symbolic form.",
  rules: ["dockerfile/no-world-writable-files", "dockerfile/no-setuid-bits"],
};
const link: FlagWords = {
  text: "Makes the copied files a layer of their own that does not depend on the layers below, so that the cache keeps it when they change.",
  rules: [],
  bare: true,
};
const exclude: FlagWords = {
  text: "A pattern of files that are not copied. Can be given more than once.",
  rules: [],
};

/** The flags of BuildKit, by instruction and name. */
export const flagWords: Readonly<Record<string, Readonly<Record<string, FlagWords>>>> = {
  FROM: {
    platform: {
      text: "The platform of the image, such as `linux/amd64`. Without it, that of the target.",
      rules: [
        "dockerfile/platform-not-fixed",
        "dockerfile/platform-not-redundant",
        "dockerfile/platform-matches-image",
      ],
      values: ["$BUILDPLATFORM", "$TARGETPLATFORM", "linux/amd64", "linux/arm64"],
    },
  },
  RUN: {
    mount: {
      text: "Mounts something for this command alone: files of the context or a stage (`bind`), a cache, a secret, an SSH agent or memory (`tmpfs`). A secret that is mounted stays out of the image.",
      rules: ["dockerfile/no-mount-over-system-folder", "dockerfile/no-secrets-in-build"],
      values: [
        "type=secret,id=",
        "type=cache,target=",
        "type=bind,source=,target=",
        "type=ssh",
        "type=tmpfs,target=",
      ],
    },
    network: {
      text: "The network of the command: `default`, `none`, or `host`, which needs an entitlement.",
      rules: ["dockerfile/build-isolated", "dockerfile/build-without-internet"],
      values: ["none", "default", "host"],
    },
    security: {
      text: "`insecure` runs the command without a sandbox and needs an entitlement; `sandbox` is the default.",
      rules: ["dockerfile/build-isolated"],
      values: ["sandbox", "insecure"],
    },
    device: {
      text: "A device of the builder that the command may use.",
      rules: ["dockerfile/build-isolated"],
    },
  },
  COPY: {
    from: {
      text: "Copies from a stage, an image or a named context and not from the build context.",
      rules: [
        "dockerfile/copy-from-exists",
        "dockerfile/copy-from-by-name",
        "dockerfile/builder-images-from-approved-source",
      ],
    },
    chown,
    chmod,
    link,
    parents: { text: "Keeps the parent folders of each source.", rules: [], bare: true },
    exclude,
  },
  ADD: {
    chown,
    chmod,
    link,
    checksum: {
      text: "The digest that a remote file must have, such as `sha256:...`. The build fails where it has another.",
      rules: ["dockerfile/remote-add-has-checksum"],
      values: ["sha256:"],
    },
    "keep-git-dir": { text: "Keeps the `.git` folder of a Git repository.", rules: [], bare: true },
    unpack: { text: "Whether an archive is unpacked.", rules: [], values: ["true", "false"] },
    exclude,
  },
  HEALTHCHECK: {
    interval: { text: "The time between two checks. 30 seconds by default.", rules: [], values: ["30s"] },
    timeout: { text: "How long a check may take. 30 seconds by default.", rules: [], values: ["5s"] },
    "start-period": {
      text: "The time in which failed checks do not count, while the program starts. None by default.",
      rules: [],
      values: ["10s"],
    },
    "start-interval": {
      text: "The time between two checks while the program starts. 5 seconds by default.",
      rules: [],
      values: ["5s"],
    },
    retries: {
      text: "How many checks in a row must fail before the container is unhealthy. 3 by default.",
      rules: [],
      values: ["3"],
    },
  },
};
