import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "plain modes",
      text: "FROM alpine:3.20\nCOPY --chmod=755 app /app\nRUN chmod 0644 /etc/x && chmod u+x,go-w /y\n",
    },
    { name: "the sticky bit", text: "FROM alpine:3.20\nRUN chmod 1777 /tmp\n" },
    {
      name: "bits that are taken off",
      text: "FROM alpine:3.20\nRUN find / -xdev -perm /6000 -type f -exec chmod a-s {} + && chmod u-s /bin/su\n",
    },
    {
      name: "in a stage that is only copied from",
      text: "FROM alpine:3.20 AS build\nRUN chmod 4755 /x\nFROM alpine:3.20\nCOPY --from=build /y /y\n",
    },
    { name: "no stripping, which the image itself proves", text: "FROM alpine:3.20\n" },
    { name: "a mode that is not known", text: "FROM alpine:3.20\nRUN chmod $(cat mode) /x\n" },
    {
      name: "stripping, where it is asked for",
      text: "FROM alpine:3.20\nRUN find / -perm /6000 -exec chmod a-s {} +\n",
      options: { requireStripping: true },
    },
  ],
  fail: [
    {
      name: "octal and symbolic modes",
      text: "FROM alpine:3.20\nCOPY --chmod=4755 app /app\nRUN chmod -R 02775 /srv && \\\n    chmod u+s,g+x /bin/ping\n",
      findings: [
        {
          at: "2:14-2:18",
          problem: "setsBits",
          message:
            'Mode "4755" sets a setuid or setgid bit, so the file runs with the rights of its owner or group.',
        },
        { at: "3:14-3:19", problem: "setsBits" },
        { at: "4:11-4:18", problem: "setsBits" },
      ],
      fixed:
        "FROM alpine:3.20\nCOPY --chmod=0755 app /app\nRUN chmod -R 00775 /srv && \\\n    chmod u+s,g+x /bin/ping\n",
      remains: true,
    },
    {
      name: "by install, by find, by a variable",
      text: "FROM alpine:3.20\nENV MODE=6755\nRUN install -o root -m 4711 a /bin/a; find /b -exec chmod +s {} \\; ; chmod $MODE /c\n",
      findings: [
        { at: "3:24-3:28", problem: "setsBits" },
        { at: "3:59-3:61", problem: "setsBits" },
        { at: "3:76-3:81", problem: "setsBits" },
      ],
      fixed:
        "FROM alpine:3.20\nENV MODE=6755\nRUN install -o root -m 0711 a /bin/a; find /b -exec chmod +s {} \\; ; chmod $MODE /c\n",
      remains: true,
    },
    {
      name: "no stripping, where it is asked for",
      text: "FROM alpine:3.20\nRUN id\n",
      options: { requireStripping: true },
      findings: [
        {
          at: "1:6-1:17",
          problem: "notStripped",
          severity: "info",
          message: "Build never takes setuid and setgid bits off the files of the base image.",
        },
      ],
      fixed: null,
    },
  ],
};
