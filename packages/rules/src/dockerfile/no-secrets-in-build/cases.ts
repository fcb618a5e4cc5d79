import type { RuleCases } from "@plimsoll/core";

const token = `ghp_${"a1B2".repeat(9)}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "names that only speak about a secret",
      text: "FROM scratch\nENV PASSWORD_FILE=/run/secrets/p TOKEN_URL=https://example.com/token SECRET_NAME=db GPG_KEY=A035C8C1\nARG AUTH_MODULE_VERSION\n",
    },
    {
      name: "values that come from elsewhere",
      text: "FROM scratch\nARG VERSION=1\nENV DB_PASSWORD=${DB_PASSWORD} API_KEY=/run/secrets/key EMPTY_TOKEN= REQUIRE_AUTH=true\n",
    },
    {
      name: "a secret mount",
      text: "FROM alpine:3.20\nRUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci\nRUN --mount=type=secret,id=p TOKEN=$(cat /run/secrets/p) ./fetch --token $TOKEN\n",
    },
    { name: "a secret in a comment is not in the image", text: `FROM scratch\n# ${token}\n` },
    {
      name: "the names as arguments of other programs",
      text: "FROM alpine:3.20\nRUN grep password /etc/passwd && echo token && ./x --password-file /p --secret-name db\n",
    },
    {
      name: "a URL with a user, or with a variable",
      text: "FROM alpine:3.20\nARG GIT_USER\nRUN git clone https://git@example.com/a.git && git clone https://user:$TOKEN@example.com/a.git\n",
    },
  ],
  fail: [
    {
      name: "values of ENV, ARG and LABEL",
      text: 'FROM scratch\nENV DB_PASSWORD=changeme apiKey="abc 123"\nENV SECRET_KEY_BASE 0123456789abcdef\nARG NPM_TOKEN=abcdef\nLABEL admin.password=hunter2\n',
      findings: [
        {
          at: "2:17-2:25",
          problem: "secretValue",
          message:
            'Value of "DB_PASSWORD" is a secret by its name, and anybody who has the image can read it: mount it with RUN --mount=type=secret.',
        },
        { at: "2:33-2:42", problem: "secretValue" },
        { at: "3:21-3:37", problem: "secretValue" },
        { at: "4:15-4:21", problem: "secretValue" },
        { at: "5:22-5:29", problem: "secretValue" },
      ],
      fixed: null,
    },
    {
      name: "secrets that come in as build arguments",
      text: "ARG GITHUB_TOKEN\nFROM scratch\nARG PASSWORD VERSION\n",
      findings: [
        {
          at: "1:5-1:17",
          problem: "secretArgument",
          severity: "warning",
          message:
            'Build argument "GITHUB_TOKEN" is a secret by its name, and the image\'s history keeps it: mount it with RUN --mount=type=secret.',
        },
        { at: "3:5-3:13", problem: "secretArgument" },
      ],
      fixed: null,
    },
    {
      name: "in commands",
      text: `FROM alpine:3.20 AS build
RUN export DB_PASS=hunter2 && ./configure --db-password=hunter2 --api-token abc123 \\
 && curl -u user:word https://example.com/ -H "Authorization: Bearer abcdef"
RUN ["sshpass", "-p", "word", "ssh", "example.com"]
CMD MYSQL_PWD=word mysql
`,
      findings: [
        { at: "2:20-2:27", problem: "secretValue" },
        { at: "2:43-2:64", problem: "secretValue" },
        { at: "2:77-2:83", problem: "secretValue" },
        { at: "3:13-3:22", problem: "secretValue" },
        { at: "3:47-3:77", problem: "secretValue" },
        { at: "4:23-4:29", problem: "secretValue" },
        { at: "5:15-5:19", problem: "secretValue" },
      ],
      fixed: null,
    },
    {
      name: "known forms, wherever they stand, each once",
      text: `FROM alpine:3.20\nENV GITHUB_TOKEN=${token}\nRUN git clone https://${token}@github.com/a/b.git\nCOPY <<EOF /k\n-----BEGIN OPENSSH PRIVATE KEY-----\nEOF\n`,
      findings: [
        {
          at: "2:18-2:58",
          problem: "knownToken",
          message:
            "Text has the form of a GitHub token, which anybody who has the file or the image can read.",
        },
        { at: "3:23-3:63", problem: "knownToken" },
        { at: "5:1-5:36", problem: "knownToken" },
      ],
      fixed: null,
    },
    {
      name: "a password in a URL",
      text: "FROM alpine:3.20\nENV DATABASE_URL=postgres://app:word@db/app\nRUN git clone https://user:word@example.com/a.git\nADD https://user:word@example.com/a /a\n",
      findings: [
        {
          at: "2:18-2:44",
          problem: "urlPassword",
          message:
            "Password stands in a URL, which anybody who has the image can read: mount it with RUN --mount=type=secret.",
        },
        { at: "3:15-3:50", problem: "urlPassword" },
        { at: "4:5-4:36", problem: "urlPassword" },
      ],
      fixed: null,
    },
  ],
};
