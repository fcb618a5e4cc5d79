import type { RuleCases } from "@plimsoll/core";

const steps = (text: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "by identity",
      text: steps(
        "      - uses: pypa/gh-action-pypi-publish@release/v1\n      - run: npm publish --provenance\n",
      ),
    },
    {
      name: "the token of the run",
      text: steps(
        "      - run: npm publish\n        env: {NODE_AUTH_TOKEN: '${{ secrets.GITHUB_TOKEN }}'}\n",
      ),
    },
    {
      name: "nothing is published",
      text: steps("      - run: npm publish --dry-run; npm ci; cargo build\n"),
    },
  ],
  fail: [
    {
      name: "a password",
      text: steps(
        "      - uses: pypa/gh-action-pypi-publish@release/v1\n        with:\n          password: ${{ secrets.PYPI }}\n",
      ),
      findings: [{ at: "8:11-8:19", problem: "password" }],
      fixed: null,
    },
    {
      name: "commands",
      text: steps("      - run: npm publish\n      - run: python -m build && twine upload dist/*\n"),
      findings: [
        {
          at: "6:14-6:25",
          problem: "password",
          message:
            "npm publish publishes with a password or token that lasts; the index can trust the identity of this run instead.",
        },
        { at: "7:33-7:45", problem: "password" },
      ],
      fixed: null,
    },
  ],
};
