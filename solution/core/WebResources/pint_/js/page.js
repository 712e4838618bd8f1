/// <reference types="xrm" />
// @ts-check

/**
 * What a page on a form is told by the platform: the record, and which part it shows.
 * @typedef {{ table: string, id: string, data: string }} Asked
 *
 * A cell: a text, several parts of one, or nothing.
 * @typedef {string | Node | (string | Node | null)[] | null | undefined} Cell
 *
 * A column of a table; figures are at the right.
 * @typedef {{ label: string, kind?: "text" | "figure" | "name" }} TableColumn
 *
 * @typedef {{ caption: string, note?: string, columns: TableColumn[], rows: Cell[][], totals?: Cell[][],
 *   strong?: (row: number) => boolean, narrow?: boolean, dense?: boolean }} Table
 */

/**
 * What the pages on forms share: they ask a custom API as the person, and draw what it answers. No rule is here. Texts are put in as texts, never as
 * markup, and the focus stays where the person has it.
 */
var PowerIntegrationPages = (function () {
  "use strict";

  window.Xrm = window.parent.Xrm;

  const lookEvery = 1000;
  const unsaved = "This form has changes that are not saved. This page shows the saved record.";

  /** @returns {Asked} */
  function asked() {
    const given = new Map([...new URLSearchParams(location.search)].map(([name, value]) => [name.toLowerCase(), value]));
    const id = (given.get("id") ?? "").replace(/[{}]/g, "").toLowerCase();
    return { table: given.get("typename") ?? "", id: /^[0-9a-f-]{36}$/.test(id) ? id : "", data: given.get("data") ?? "" };
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   * @param {Cell[]} content
   * @returns {HTMLElement}
   */
  function element(name, attributes, ...content) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      made.setAttribute(attribute, value);
    }

    made.append(...content.flat().filter((part) => part !== null && part !== undefined));
    return made;
  }

  /**
   * An amount with two decimals, and its currency where one is given.
   * @param {unknown} value
   * @param {string} [currency]
   */
  function amount(value, currency) {
    if (typeof value !== "number") {
      return "";
    }

    const text = value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return currency ? `${text} ${currency}` : text;
  }

  /**
   * A number with its noun.
   * @param {number} number
   * @param {string} noun
   */
  function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
  }

  /**
   * @param {Cell} cell
   * @param {TableColumn} column
   * @param {boolean} isTotal
   */
  function cellOf(cell, column, isTotal) {
    const isFigure = column.kind === "figure";
    /** @type {Record<string, string>} */
    const attributes = isFigure ? { class: "figure" } : {};
    return column.kind === "name" || (isTotal && column.kind !== "figure" && cell)
      ? element("th", { scope: "row", ...attributes }, cell)
      : element("td", attributes, cell);
  }

  /**
   * A table that scrolls by itself where it is wide.
   * @param {Table} shown
   */
  function table(shown) {
    const { caption, columns, rows } = shown;
    const head = columns.map((column) => {
      /** @type {Record<string, string>} */
      const attributes = { scope: "col" };
      if (column.kind === "figure") {
        attributes.class = "figure";
      }

      return element("th", attributes, column.label);
    });
    /** @param {Cell[]} row @param {boolean} isTotal @param {boolean} isStrong */
    const line = (row, isTotal, isStrong) =>
      element("tr", isStrong ? { class: "strong" } : {}, ...columns.map((column, index) => cellOf(row[index], column, isTotal)));
    const body = rows.map((row, index) => line(row, false, shown.strong?.(index) ?? false));
    const totals = (shown.totals ?? []).map((row) => line(row, true, false));
    const title = element("caption", {}, caption, shown.note ? element("span", { class: "note" }, shown.note) : null);
    const look = [shown.narrow ? "narrow" : "", shown.dense ? "dense" : ""].filter(Boolean).join(" ");
    const made = element("table", look ? { class: look } : {}, title, element("thead", {}, element("tr", {}, ...head)));
    made.append(element("tbody", {}, ...body), ...(totals.length > 0 ? [element("tfoot", {}, ...totals)] : []));
    return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, made);
  }

  /**
   * A message: good, bad or quiet.
   * @param {string} text
   * @param {"good" | "bad" | "info"} kind
   */
  function message(text, kind) {
    return element("p", { class: `message ${kind}` }, text);
  }

  /**
   * What looks like a link and opens something.
   * @param {string} label
   * @param {string} about What a screen reader says besides the label.
   * @param {() => unknown} open
   */
  function link(label, about, open) {
    const made = element("button", { type: "button", class: "link", ...(about ? { "aria-label": `${label}: ${about}` } : {}) }, label);
    made.addEventListener("click", () => open());
    return made;
  }

  /**
   * Opens a record, or the list of a table.
   * @param {string} name
   * @param {string | null} id
   */
  function open(name, id) {
    return id
      ? Xrm.Navigation.openForm({ entityName: name, entityId: id })
      : Xrm.Navigation.navigateTo({ pageType: "entitylist", entityName: name });
  }

  /**
   * Calls a custom API with the id of the record, as the person.
   * @param {string} api
   * @param {string} input
   * @param {string} id
   * @returns {Promise<Record<string, any>>}
   */
  async function call(api, input, id) {
    const parameterTypes = { [input]: { typeName: "Edm.Guid", structuralProperty: 1 } };
    const metadata = { boundParameter: null, operationType: 0, operationName: api, parameterTypes };
    const response = await Xrm.WebApi.online.execute({ [input]: id, getMetadata: () => metadata });
    return response.json();
  }

  /** @param {unknown} failure */
  function sentenceOf(failure) {
    const text = failure && typeof failure === "object" && "message" in failure ? failure.message : failure;
    return String(text || "The server did not answer. Try again.");
  }

  // A form does not tell the pages on it what changes. The object is the only one that a page reaches without a script of the form.
  function isChanged() {
    try {
      return Xrm.Page.data.getIsDirty();
    } catch {
      return false;
    }
  }

  /**
   * Draws the page, and draws it again when the form was saved.
   * @param {string} empty What is said where there is no saved record.
   * @param {(asked: Asked) => Promise<Cell[]>} read Asks the server; what it gives is shown.
   */
  function start(empty, read) {
    const main = /** @type {HTMLElement} */ (document.getElementById("main"));
    const record = asked();
    const state = element("p", { class: "message info", role: "status", hidden: "" });
    const content = element("div", { "aria-busy": "true" }, element("p", { role: "status" }, "Loading..."));
    main.replaceChildren(state, content);

    async function draw() {
      content.setAttribute("aria-busy", "true");
      try {
        content.replaceChildren(element("div", {}, ...(record.id ? await read(record) : [message(empty, "info")])));
      } catch (failure) {
        content.replaceChildren(element("p", { class: "message bad", role: "alert" }, sentenceOf(failure)));
      } finally {
        content.setAttribute("aria-busy", "false");
      }
    }

    let was = false;
    setInterval(() => {
      const is = isChanged();
      if (is === was) {
        return;
      }

      was = is;
      state.textContent = is ? unsaved : "";
      state.hidden = !is;
      if (!is) {
        draw();
      }
    }, lookEvery);
    draw();
  }

  return { element, amount, count, table, message, link, open, call, start };
})();
