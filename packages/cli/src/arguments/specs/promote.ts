import type { Command } from "../command.ts";
import type { OptionSpec } from "../option.ts";

const OPTIONS: readonly OptionSpec[] = [
  {
    name: "image",
    value: "REFERENCE",
    help: "The image, by name and digest: registry.example/app@sha256:….",
  },
  { name: "environment", value: "NAME", help: "Where it is promoted to, such as production." },
  { name: "tag", value: "TAG", help: "Tag to write where one stands. Default: tags stay as they are." },
  {
    name: "other-name",
    value: "NAME",
    repeatable: true,
    help: "Another name under which files know the image: a mirror, or the placeholder of a Kustomize base.",
  },
  {
    name: "update",
    value: "KIND",
    repeatable: true,
    help: "Form to look for: kustomize, helm-values, flux, argocd or plain. Default: all.",
  },
  {
    name: "place",
    value: "FILE#PATH",
    repeatable: true,
    help: "The only places to edit, such as apps/web/values.yaml#image.digest.",
  },
];

const REPOSITORY: readonly OptionSpec[] = [
  {
    name: "repository",
    value: "URL",
    help: "The repository to promote in, instead of the files here: an https, ssh or file URL. Paths count from its root and may be globs.",
  },
  { name: "base", value: "BRANCH", help: "The repository's branch that is deployed from. Default: main." },
  { name: "allow-rollback", help: "Promote a digest that ran before and was replaced since." },
];

const REPORTS: readonly OptionSpec[] = [
  {
    name: "format",
    value: "FORMAT",
    repeatable: true,
    help: "pretty (default), json or diff. May be given several times, each with its --output.",
  },
  {
    name: "output",
    value: "FILE",
    repeatable: true,
    help: "Write the --format before it to a file instead of standard output.",
  },
];

const PLACES =
  "The digest is replaced byte for byte in Kustomize, Helm values, Flux, Argo CD and plain manifests; nothing else in the files changes. Where one place cannot be edited safely, none is, and it is said why.";

export const promotePlanSpec: Command = {
  name: "promote plan",
  summary: "Show what promoting an image's digest changes in GitOps files.",
  operands: "[paths…]",
  options: [...OPTIONS, ...REPOSITORY, ...REPORTS],
  notes: [
    PLACES,
    "With --repository a digest that ran there before and was replaced since is refused; without, the past is not looked at.",
    "Exit codes: 0 the plan (or there is nothing to do), 1 it is refused, 2 the files cannot be read.",
  ],
  examples: [
    [
      "plimsoll promote plan --image registry.example/app@sha256:… --environment production overlays/production",
      "Show the change as a diff.",
    ],
  ],
};

export const promoteApplySpec: Command = {
  name: "promote apply",
  summary: "Write an image's digest into GitOps files, here or in a repository.",
  operands: "[paths…]",
  options: [
    ...OPTIONS,
    ...REPOSITORY,
    {
      name: "mode",
      value: "MODE",
      help: "branch (default) pushes a branch that is named by what it promotes; commit pushes to the base itself.",
    },
    { name: "max-attempts", value: "N", help: "Times to try while others push too. Default: 5." },
    { name: "author", value: "NAME <EMAIL>", help: "Who commits. Default: Plimsoll <plimsoll@localhost>." },
    ...REPORTS,
  ],
  notes: [
    PLACES,
    "With --repository the change is worked out anew against the branch as it is on the server, and pushed only where the branch is still what it was. A digest that ran before is refused. PLIMSOLL_GIT_USERNAME and PLIMSOLL_GIT_PASSWORD are sent to an https server.",
    "Without --repository the files of the present folder are written; whether the digest ran before is not looked at.",
    "Exit codes: 0 done (or there was nothing to do), 1 it is refused, 2 it could not be done.",
  ],
  examples: [
    [
      "plimsoll promote apply --image registry.example/app@sha256:… --environment production overlays/production",
      "Edit the files of a checkout.",
    ],
    [
      "plimsoll promote apply … --repository https://git.example/team/config.git --mode commit 'clusters/production/**'",
      "Commit the promotion to a repository.",
    ],
  ],
};
