import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "what the same RUN uses",
      text: "FROM debian:12\nRUN export A=1 && make\nRUN . /venv/bin/activate && pip install x\nRUN umask 022; make\n",
    },
    {
      name: "what stays",
      text: "FROM debian:12\nRUN echo 'export A=1' >> /etc/profile\nRUN . ./install.sh\nRUN a=$(make) && export\n",
    },
  ],
  fail: [
    {
      name: "a variable",
      text: "FROM debian:12\nRUN export PORT=8080\nRUN make && NAME='a b'\n",
      findings: [
        {
          at: "2:5-2:11",
          problem: "lost",
          message: "The variable is gone when this RUN ends, so nothing sees it.",
        },
        { at: "3:13-3:23", problem: "lost" },
      ],
      fixed: "FROM debian:12\nENV PORT=8080\nRUN make && NAME='a b'\n",
      remains: true,
    },
    {
      name: "settings of a file, an alias and a mask",
      text: "FROM debian:12\nRUN . /venv/bin/activate\nRUN source ~/.bashrc\nRUN alias ll='ls -l'\nRUN umask 027\n",
      findings: [
        { at: "2:5-2:6", problem: "lost" },
        { at: "3:5-3:11", problem: "lost" },
        { at: "4:5-4:10", problem: "lost" },
        { at: "5:5-5:10", problem: "lost" },
      ],
      fixed: null,
    },
  ],
};
