/// <reference types="xrm" />
// @ts-check

// What is undecided about a project: the lessons of the processes that exist, who decides, and what to open.
(function () {
  "use strict";

  const { element, amount, count, table, message, link, open, call, start } = PowerIntegrationPages;

  /**
   * @typedef {{ currency: string, amount: number }} Sum
   * @typedef {{ decision: string, role: string, documents: number, amounts: Sum[], table: string, row?: string }} Item
   * @typedef {{ title: string, state: string, sentence: string, items: Item[], left?: number }} Lesson
   */

  /** @type {Record<string, string>} */
  const states = { ready: "Ready", undecided: "Undecided", blocked: "Documents wait" };

  /** @param {string} state */
  const badge = (state) => element("span", { class: `badge ${state}` }, states[state] ?? state);

  /** @param {Item} item */
  const opens = (item) => link(item.row ? "Open record" : "Open list", item.decision, () => open(item.table, item.row ?? null));

  /** @param {Item} item */
  const row = (item) => [
    item.decision,
    item.role,
    item.documents === 0 ? "" : String(item.documents),
    item.amounts.map((sum) => element("div", {}, amount(sum.amount, sum.currency))),
    opens(item),
  ];

  /** @param {Lesson} lesson */
  function section(lesson) {
    const head = element("div", { class: "head" }, element("h2", {}, lesson.title), badge(lesson.state), element("span", {}, lesson.sentence));
    const more = lesson.left ? element("p", {}, `${count(lesson.left, "more decision")} not listed. Decide those above first.`) : null;
    const shown =
      lesson.items.length === 0
        ? null
        : table({
            caption: `Open decisions: ${lesson.title}`,
            columns: [
              { label: "What to decide" },
              { label: "Who decides" },
              { label: "Documents that wait", kind: "figure" },
              { label: "Amount that waits", kind: "figure" },
              { label: "Where" },
            ],
            rows: lesson.items.map(row),
          });
    return element("section", { class: "card" }, head, shown, more);
  }

  start("Save the project first. This page then shows what is undecided about it.", async (record) => {
    const answer = await call("pint_ListReadiness", "ProjectId", record.id);
    /** @type {{ state: string, lessons: Lesson[] }} */
    const readiness = JSON.parse(answer.Readiness);
    return [message(String(answer.Message), readiness.state === "ready" ? "good" : "info"), ...readiness.lessons.map(section)];
  });
})();
