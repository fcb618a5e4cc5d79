import type { RuleCases } from "@plimsoll/core";

const job = (text: string): string => `on: push\njobs:\n  a:\n    runs-on: x\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "secrets of the repository",
      text: job(
        "    container: {image: x, credentials: {username: u, password: '${{ secrets.P }}'}}\n    env: {TOKEN: '${{ secrets.T }}', PASSWORD_FILE: /x, GH_TOKEN: ''}\n    steps:\n      - uses: a/b@v1\n        with: {token: '${{ github.token }}', cache-key: abc}\n",
      ),
    },
  ],
  fail: [
    {
      name: "the password of a registry",
      text: job(
        "    services:\n      db:\n        image: x\n        credentials:\n          username: u\n          password: pass\n    steps: [{run: ls}]\n",
      ),
      findings: [
        { at: "10:21-10:25", problem: "password", message: "The password of a registry stands in the file." },
      ],
      fixed: null,
    },
    {
      name: "a variable and an input",
      text: job(
        "    env: {DB_PASSWORD: hunter2xyz}\n    steps:\n      - uses: a/b@v1\n        with: {password: s3cretvalue}\n      - run: |\n          curl -H 'Authorization: ghp_abcdefghijklmnopqrstuvwxyz0123456789' https://x\n",
      ),
      findings: [
        {
          at: "5:24-5:34",
          problem: "secret",
          message: 'The value of "DB_PASSWORD" is a secret, and it stands in the file.',
        },
        { at: "8:26-8:37", problem: "secret" },
        { at: "10:35-10:75", problem: "secret" },
      ],
      fixed: null,
    },
  ],
};
