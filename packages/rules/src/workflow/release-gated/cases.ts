import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a gate before",
      text: "on: push\njobs:\n  gate:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: plimsoll release gate\n  ship:\n    needs: gate\n    runs-on: ubuntu-24.04\n    steps:\n      - run: skopeo copy docker://a/b docker://c/d\n",
    },
    {
      name: "a push of a tag that is none of a release",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker build -t r.example/app:1 .\n      - run: docker push r.example/app:1\n",
      images: { releaseTag: "v*", registry: "r.example" },
    },
  ],
  fail: [
    {
      name: "a copy without a gate",
      text: "on: push\njobs:\n  ship:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: skopeo copy docker://a/b docker://c/d\n",
      findings: [
        {
          at: "6:14-6:20",
          problem: "notGated",
          message: "This releases the image, and no gate that can stop it stands before.",
        },
      ],
      fixed: null,
    },
    {
      name: "a release tag, and another registry",
      text: "on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: docker push r.example/app:v1\n      - run: docker push ghcr.io/a/b:x\n",
      images: { releaseTag: "v*", registry: "r.example" },
      findings: [
        { at: "6:14-6:20", problem: "notGated" },
        { at: "7:14-7:20", problem: "otherRegistry" },
      ],
      fixed: null,
    },
  ],
};
