import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "tight modes",
      text: "FROM alpine:3.20\nCOPY --chmod=755 app /app\nRUN chmod 0640 /etc/x && chmod g+w,o-w /y && umask 027 && mkdir -m 750 /z\n",
    },
    {
      name: "the sticky bit, as on /tmp",
      text: "FROM alpine:3.20\nRUN mkdir -p /work/tmp && chmod 1777 /work/tmp && chmod a+rwxt /var/tmp\n",
    },
    { name: "without a class the umask applies", text: "FROM alpine:3.20\nRUN chmod +w /x\n" },
    {
      name: "in a stage that is only copied from",
      text: "FROM alpine:3.20 AS build\nRUN chmod 777 /x\nFROM alpine:3.20\nCOPY --from=build /y /y\n",
    },
  ],
  fail: [
    {
      name: "octal modes",
      text: "FROM alpine:3.20\nCOPY --chmod=0777 app /app\nRUN chmod -R 777 /srv && chmod 666 /etc/x && mkdir -m 0777 /d\n",
      findings: [
        { at: "2:14-2:18", problem: "worldWritable", message: 'Mode "0777" lets every user write.' },
        { at: "3:14-3:17", problem: "worldWritable" },
        { at: "3:32-3:35", problem: "worldWritable" },
        { at: "3:55-3:59", problem: "worldWritable" },
      ],
      fixed: `FROM alpine:3.20
COPY --chmod=0755 app /app
RUN chmod -R 755 /srv && chmod 644 /etc/x && mkdir -m 0755 /d
`,
    },
    {
      name: "symbolic modes",
      text: 'FROM alpine:3.20\nRUN ["chmod", "a+rw", "/x"]\nRUN bash -c "chmod u=rwx,o=w /y"\n',
      findings: [
        { at: "2:15-2:21", problem: "worldWritable" },
        { at: "3:20-3:29", problem: "worldWritable" },
      ],
      fixed: null,
    },
    {
      name: "an open umask",
      text: "FROM alpine:3.20\nRUN umask 000 && tar xf a.tar\n",
      findings: [
        {
          at: "2:11-2:14",
          problem: "openUmask",
          message: 'Umask "000" makes every new file writable for everybody.',
        },
      ],
      fixed: "FROM alpine:3.20\nRUN umask 022 && tar xf a.tar\n",
    },
  ],
};
