import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "SHELL",
      text: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN ln -s /bin/bash /usr/local/bin/sh\n',
    },
    { name: "the other way round", text: "FROM debian:12\nRUN ln -s /bin/sh /bin/ash && cp /bin/sh /x/\n" },
  ],
  fail: [
    {
      name: "a link",
      text: "FROM debian:12\nRUN ln -sf /bin/bash /bin/sh\nRUN rm /bin/sh && ln -s bash /bin/sh\n",
      findings: [
        {
          at: "2:5-2:7",
          problem: "replaced",
          message:
            "Program /bin/sh is replaced, which scripts of packages rely on: name the shell with SHELL.",
        },
        { at: "3:19-3:21", problem: "replaced" },
      ],
      fixed: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nSHELL ["/bin/bash", "-c"]\n',
    },
    {
      name: "among other commands, and by the tools of Debian",
      text: 'FROM debian:12\nRUN make && mv /bin/zsh /usr/bin/sh\nRUN echo "dash dash/sh boolean false" | debconf-set-selections && dpkg-reconfigure dash\nRUN update-alternatives --install /bin/sh sh /bin/bash 100\n',
      findings: [
        { at: "2:13-2:15", problem: "replaced" },
        { at: "3:67-3:83", problem: "replaced" },
        { at: "4:5-4:24", problem: "replaced" },
      ],
      fixed: null,
    },
  ],
};
