/// <reference types="xrm" />
// @ts-check

// A document as its preparation froze it: what waits for it, the certificate with its continuation sheet, or the proof with the journals. The form says
// which of them is shown.
(function () {
  "use strict";

  const { element, amount, count, table, message, link, open, call, start } = PowerIntegrationPages;

  /**
   * @typedef {{ line: string, name: string, before: number, now: number }} CertificateLine
   * @typedef {Record<string, number | undefined>} Figures
   * @typedef {{ item: number, description?: string, code?: string } & Record<string, any>} SheetLine
   * @typedef {{ number: string, kind: string, canceled?: boolean, amount: number }} OracleInvoice
   * @typedef {{ state: "met" | "noted" | "failed", name: string, place: string, source: string, note: string }} Check
   * @typedef {{ name: string, first: number, second: number, difference: number }} Identity
   * @typedef {{ figure: string, amount: number, origin: string }} Origin
   * @typedef {{ account: string, description: string, debit: number, credit: number }} Entry
   * @typedef {{ id: string, name: string, amount?: number }} Waiting
   * @typedef {{
   *   name: string, currency: string, oracle?: string, procore?: string, waitingMessage: string, waiting: Waiting[],
   *   certificate?: CertificateLine[], lines: SheetLine[], totals: Figures, documents: OracleInvoice[], payable: number, remarks?: string[],
   *   inputs: Check[], identities: Identity[], unexplained?: number, notProved?: string, origins: Origin[], journals: Entry[], debit: number,
   *   credit: number, unread?: string[]
   * }} Explanation
   */

  /** @typedef {"figure"} Right */
  const right = /** @type {Right} */ ("figure");

  /** Columns of the continuation sheet: letter and label, and the figure. */
  const sheetColumns = [
    ["C Scheduled value", "scheduled"],
    ["D Previous work", "previous"],
    ["E Work this period", "thisPeriod"],
    ["F Stored materials", "stored"],
    ["G To date", "toDate"],
    ["G/C %", "percent"],
    ["H To finish", "toFinish"],
    ["I Retainage", "retainage"],
    ["Payable now", "payable"],
  ];

  const marks = { met: "\u2713", noted: "\u2013", failed: "\u2717" };
  const states = { met: "Met", noted: "Noted", failed: "Failed" };
  const totalLines = ["3", "5", "6", "8"];

  /** @param {Explanation} shown */
  const inCurrency = (shown) => `Amounts in ${shown.currency}.`;

  /** @param {(Node | string | null)[]} content */
  const card = (...content) => element("section", { class: "card" }, ...content);

  /** @param {string[] | undefined} texts */
  const list = (texts) => (texts && texts.length > 0 ? element("ul", {}, ...texts.map((text) => element("li", {}, text))) : null);

  /** @param {Explanation} shown */
  function certificate(shown) {
    const lines = shown.certificate ?? [];
    return card(
      table({
        caption: "Certificate for payment (G702)",
        note: inCurrency(shown),
        columns: [{ label: "Line" }, { label: "What it is", kind: "name" }, { label: "Before", kind: right }, { label: "Now", kind: right }],
        rows: lines.map((line) => [line.line, line.name, amount(line.before), amount(line.now)]),
        strong: (index) => totalLines.includes(lines[index].line),
        narrow: true,
      }),
    );
  }

  /** @param {Explanation} shown */
  function oracle(shown) {
    return card(
      table({
        caption: "What Oracle gets",
        columns: [{ label: "Invoice", kind: "name" }, { label: "Kind" }, { label: "Amount", kind: right }],
        rows: shown.documents.map((invoice) => [
          invoice.number,
          invoice.canceled ? `Cancel ${invoice.kind.toLowerCase()}` : invoice.kind,
          amount(invoice.canceled ? -invoice.amount : invoice.amount, shown.currency),
        ]),
        totals: [["Payable now", "", amount(shown.payable, shown.currency)]],
      }),
      shown.documents.length === 0 ? element("p", { class: "quiet" }, "No amount changed, so nothing is sent.") : null,
      list(shown.remarks),
    );
  }

  /** @param {Explanation} shown */
  function sheet(shown) {
    return card(
      table({
        caption: "Continuation sheet (G703)",
        note: inCurrency(shown),
        columns: [
          { label: "A Item", kind: right },
          { label: "B Description of work", kind: "name" },
          ...sheetColumns.map(([label]) => ({ label, kind: right })),
        ],
        rows: shown.lines.map((line) => [
          String(line.item),
          [line.description ?? "", line.code ? element("div", { class: "quiet" }, line.code) : null],
          ...sheetColumns.map(([, name]) => amount(line[name])),
        ]),
        totals: [["", count(shown.lines.length, "line"), ...sheetColumns.map(([, name]) => amount(shown.totals[name]))]],
        dense: true,
      }),
    );
  }

  /** @param {Check} check */
  function mark(check) {
    return element("span", { class: `badge ${check.state}` }, element("span", { "aria-hidden": "true" }, marks[check.state] + " "), states[check.state]);
  }

  /** @param {Explanation} shown */
  function checks(shown) {
    return card(
      table({
        caption: "Input checks",
        columns: [{ label: "Result" }, { label: "What must hold", kind: "name" }, { label: "Where" }, { label: "Compared with" }, { label: "Note" }],
        rows: shown.inputs.map((check) => [mark(check), check.name, check.place, check.source, check.note]),
      }),
      shown.inputs.length === 0 ? element("p", { class: "quiet" }, "This document has no input of its own to check.") : null,
    );
  }

  /** @param {Explanation} shown */
  function proof(shown) {
    return card(
      table({
        caption: "Proof: each figure worked out in two ways",
        note: inCurrency(shown),
        columns: [
          { label: "What must hold", kind: "name" },
          { label: "First way", kind: right },
          { label: "Second way", kind: right },
          { label: "Difference", kind: right },
        ],
        rows: shown.identities.map((identity) => [identity.name, amount(identity.first), amount(identity.second), amount(identity.difference)]),
        totals: shown.notProved ? [] : [["Unexplained", "", "", amount(shown.unexplained)]],
      }),
      table({
        caption: "Where the figures come from",
        note: inCurrency(shown),
        columns: [{ label: "Figure", kind: "name" }, { label: "Amount", kind: right }, { label: "Source" }],
        rows: shown.origins.map((origin) => [origin.figure, amount(origin.amount), origin.origin]),
      }),
    );
  }

  /** @param {Explanation} shown */
  function journals(shown) {
    return card(
      table({
        caption: "Journals",
        note: inCurrency(shown),
        columns: [
          { label: "Account", kind: "name" },
          { label: "Description" },
          { label: "Debit", kind: right },
          { label: "Credit", kind: right },
        ],
        rows: shown.journals.map((entry) => [
          entry.account,
          entry.description,
          entry.debit === 0 ? "" : amount(entry.debit),
          entry.credit === 0 ? "" : amount(entry.credit),
        ]),
        totals: [["Total", "", amount(shown.debit), amount(shown.credit)]],
      }),
    );
  }

  /** @param {Explanation} shown */
  function result(shown) {
    const failed = shown.inputs.filter((check) => check.state === "failed").length;
    return shown.notProved || shown.unexplained === undefined
      ? message(shown.notProved ? `${shown.notProved}.` : "The stored proof does not say what is unexplained.", "bad")
      : message(`Proved: ${amount(shown.unexplained, shown.currency)} unexplained, ${count(failed, "failed input check")}.`, "good");
  }

  /** @param {Explanation} shown */
  function waiting(shown) {
    const names = shown.waiting.map((later) => [
      link(later.name, "", () => open("pint_document", later.id)),
      later.amount === undefined ? "not known yet" : amount(later.amount, shown.currency),
    ]);
    const rows = table({
      caption: "Documents that wait",
      columns: [{ label: "Document", kind: "name" }, { label: "Amount", kind: right }],
      rows: names,
      narrow: true,
    });
    return shown.waiting.length === 0
      ? element("p", { class: "quiet" }, "No later document waits for this one.")
      : element("details", {}, element("summary", {}, shown.waitingMessage), rows);
  }

  /** @param {Explanation} shown @param {string} said */
  function summary(shown, said) {
    const places = [
      { address: shown.procore, name: "Procore" },
      { address: shown.oracle, name: "Oracle" },
    ];
    const links = places
      .filter((place) => place.address?.startsWith("https://"))
      .flatMap((place) => [
        " ",
        element("a", { href: place.address ?? "", target: "_blank", rel: "noopener noreferrer" }, `Open the invoice in ${place.name} (new tab)`),
      ]);
    return [element("p", {}, said, ...links), waiting(shown)];
  }

  start("Save the document first.", async (record) => {
    const answer = await call("pint_ExplainDocument", "DocumentId", record.id);
    /** @type {Explanation} */
    const shown = JSON.parse(answer.Explanation);
    const said = String(answer.Message);
    if (record.data === "summary") {
      return summary(shown, said);
    }

    if (!shown.certificate) {
      return [message(said, "info")];
    }

    const unread = shown.unread ? card(element("p", {}, "This part of the stored proof fits no table:"), list(shown.unread)) : null;
    return record.data === "proof"
      ? [result(shown), checks(shown), proof(shown), journals(shown), unread].filter((part) => part !== null)
      : [element("div", { class: "columns" }, certificate(shown), oracle(shown)), sheet(shown)];
  });
})();
