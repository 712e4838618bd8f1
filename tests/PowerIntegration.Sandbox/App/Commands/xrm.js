// Stands for the platform: the members that shipped scripts use of it, and no others. What is in the list at the end is offered; a script that uses
// another member is refused when the sandbox starts. Texts are always put in as texts, never as markup.

/** The button that was pressed last; the focus comes back to it. */
let pressed = null;

/** One command at a time. */
let isRunning = false;

const main = () => document.getElementById("main");
const bar = () => document.getElementById("commands");
const missing = "The server cannot be reached. Try again.";

// The Web API as the signed-in person.
async function send(method, path, body) {
  const key = document.querySelector("meta[name=page-key]").content;
  let answer;
  try {
    answer = await fetch("/app/api/" + path, {
      method,
      headers: { "Content-Type": "application/json", "X-Page-Key": key },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw { errorCode: 0, message: missing };
  }

  if (!answer.ok) {
    const error = (await answer.json().catch(() => ({}))).error ?? {};
    throw { errorCode: error.code ?? answer.status, message: error.message ?? missing };
  }

  return answer;
}

async function execute(request) {
  const { boundParameter, operationType, operationName, parameterTypes } = request.getMetadata();
  if (boundParameter !== null || operationType !== 0) {
    throw { errorCode: 0, message: `${operationName}: only unbound actions are called here.` };
  }

  const inputs = Object.fromEntries(Object.keys(parameterTypes).map((name) => [name, request[name]]));
  return send("POST", "actions/" + operationName, inputs);
}

const rows = (table, id) => `rows/${encodeURIComponent(table)}${id === undefined ? "" : "/" + encodeURIComponent(id)}`;

async function retrieveRecord(table, id, options) {
  return (await send("GET", rows(table, id) + (options ?? ""))).json();
}

async function retrieveMultipleRecords(table, options) {
  return { entities: (await (await send("GET", rows(table) + (options ?? ""))).json()).value };
}

async function updateRecord(table, id, changes) {
  await send("PATCH", rows(table, id), changes);
  return { entityType: table, id };
}

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }

  made.append(...content);
  return made;
}

// A dialog of the browser: it keeps the keyboard inside and gives the focus back. Resolves with the value of the button; empty where it was
// dismissed.
function dialog(title, content, buttons) {
  const heading = element("h2", { id: "dialog-title" }, title);
  const choices = element("div", { class: "choices" });
  const box = element("dialog", { class: "dialog", "aria-labelledby": "dialog-title" }, heading, ...content, choices);
  for (const [index, [label, value]] of buttons.entries()) {
    const button = element("button", { type: "button", ...(index === 0 ? { class: "main" } : {}) }, label);
    button.addEventListener("click", () => box.close(value));
    choices.append(button);
  }

  document.body.append(box);
  return new Promise((resolve) => {
    box.addEventListener("close", () => {
      box.remove();
      resolve(box.returnValue);
    });
    box.showModal();
    choices.firstElementChild?.focus();
  });
}

const said = (text) => element("p", { class: "said", tabindex: "0" }, text ?? "");

async function openAlertDialog(strings) {
  await dialog(strings.title ?? "", [said(strings.text)], [[strings.confirmButtonLabel ?? "OK", "ok"]]);
}

async function openConfirmDialog(strings) {
  const buttons = [[strings.confirmButtonLabel ?? "OK", "ok"], [strings.cancelButtonLabel ?? "Cancel", ""]];
  return { confirmed: (await dialog(strings.title ?? "", [said(strings.text)], buttons)) === "ok" };
}

async function openErrorDialog(options) {
  await dialog("Error", [said(options.message ?? `Error ${options.errorCode}`)], [["OK", "ok"]]);
}

// A web resource in a frame of its own. It closes itself as the platform lets it.
function navigateTo(page, options) {
  if (page.pageType === "entitylist" && !options) {
    const view = page.viewId ? `&viewid=${encodeURIComponent(page.viewId)}` : "";
    return window.appPage.open(`/main.aspx?pagetype=entitylist&etn=${encodeURIComponent(page.entityName)}${view}`);
  }

  if (page.pageType !== "webresource" || options?.target !== 2) {
    throw new Error(`Pages of type "${page.pageType}" are not opened here.`);
  }

  const address = `/WebResources/${page.webresourceName}?data=${encodeURIComponent(page.data ?? "")}`;
  const frame = element("iframe", { src: address, title: options.title ?? "Dialog" });
  const shown = dialog(options.title ?? "", [frame], []);
  const box = frame.closest("dialog");
  frame.style.height = `min(${Number(options.height ?? 560)}px, calc(100vh - 140px))`;
  box.style.width = `min(${Number(options.width ?? 640)}px, calc(100vw - 32px))`;
  const closing = element("button", { type: "button", class: "dismiss", "aria-label": "Close" }, "\u2715");
  closing.addEventListener("click", () => box.close(""));
  box.prepend(closing);
  frame.addEventListener("load", () => {
    frame.contentWindow.close = () => box.close("");
    frame.contentWindow.focus();
  });
  return shown;
}

async function openForm(options, parameters) {
  const given = new URLSearchParams(parameters ?? {});
  const place = `/main.aspx?pagetype=entityrecord&etn=${encodeURIComponent(options.entityName)}`;
  const id = options.entityId ? `&id=${encodeURIComponent(options.entityId)}` : "";
  await window.appPage.open(place + id + (given.size > 0 ? "&extraqs=" + encodeURIComponent(given) : ""));
}

function showProgressIndicator(text) {
  closeProgressIndicator();
  document.body.append(element("div", { class: "working", id: "working", role: "status" }, element("p", {}, `${text}...`)));
}

function closeProgressIndicator() {
  document.getElementById("working")?.remove();
}

const selected = () => [...document.querySelectorAll("[data-row=list]:checked")].map((box) => box.value);
const refresh = () => window.appPage.refresh(pressed);

// A field of the form: what is entered, or what is shown where it is closed. Null where the form does not have it.
function getAttribute(column) {
  const control = document.querySelector(`[name="value-${CSS.escape(column)}"], [data-column="${CSS.escape(column)}"]`);
  return control && {
    getValue: () => {
      const value = control.dataset.value ?? control.value;
      return value === "" ? null : control.dataset.kind === "choice" ? Number(value) : value;
    },
    addOnChange: (handler) => control.addEventListener("change", handler),
  };
}

// A tab of the form, with the part of it that scripts use.
function getTab(tab) {
  const find = (section) => document.querySelector(`[data-tab="${CSS.escape(tab)}"][data-section="${CSS.escape(section)}"]`);
  const shown = (box) => ({
    setVisible: (isVisible) => {
      box.hidden = !isVisible;
    },
  });
  return { sections: { get: (section) => (find(section) ? shown(find(section)) : null) } };
}

const offered = {
  "Xrm.WebApi.online.execute": execute,
  "Xrm.WebApi.retrieveRecord": retrieveRecord,
  "Xrm.WebApi.retrieveMultipleRecords": retrieveMultipleRecords,
  "Xrm.WebApi.updateRecord": updateRecord,
  "Xrm.Navigation.openAlertDialog": openAlertDialog,
  "Xrm.Navigation.openConfirmDialog": openConfirmDialog,
  "Xrm.Navigation.openErrorDialog": openErrorDialog,
  "Xrm.Navigation.navigateTo": navigateTo,
  "Xrm.Navigation.openForm": openForm,
  "Xrm.Page.data.getIsDirty": () => window.appPage.isChanged(),
  "Xrm.Utility.showProgressIndicator": showProgressIndicator,
  "Xrm.Utility.closeProgressIndicator": closeProgressIndicator,
  "formContext.data.getIsDirty": () => window.appPage.isChanged(),
  "formContext.data.refresh": refresh,
  "formContext.data.entity.getId": () => `{${bar().dataset.recordId.toUpperCase()}}`,
  "formContext.data.entity.getEntityName": () => bar().dataset.table,
  "formContext.data.entity.getPrimaryAttributeValue": () => bar().dataset.recordName,
  // The page that is shown after a refresh has the commands that fit it.
  "formContext.ui.refreshRibbon": () => {},
  "formContext.ui.tabs.get": getTab,
  "formContext.getAttribute": getAttribute,
  "executionContext.getFormContext": () => objects.formContext,
  "gridControl.refresh": refresh,
};

const objects = {};
for (const [name, value] of Object.entries(offered)) {
  const steps = name.split(".");
  const last = steps.pop();
  steps.reduce((owner, step) => (owner[step] ??= {}), objects)[last] = value;
}

window.Xrm = objects.Xrm;

const given = {
  PrimaryControl: () => objects.formContext,
  SelectedControl: () => objects.gridControl,
  SelectedControlSelectedItemIds: () => selected().map((id) => `{${id.toUpperCase()}}`),
};

function run(button) {
  pressed = button.closest("[data-menu-items]")?.previousElementSibling.id ?? button.id;
  const steps = button.dataset.function.split(".");
  const name = steps.pop();
  const owner = steps.reduce((object, step) => object[step], window);
  const parameters = JSON.parse(button.dataset.parameters);
  return owner[name](...parameters.map((parameter) => ("page" in parameter ? given[parameter.page]() : parameter.text)));
}

function arrange() {
  const count = selected().length;
  for (const button of document.querySelectorAll("[data-least], [data-most]")) {
    const { least = 0, most = Infinity } = button.dataset;
    button.hidden = count < Number(least) || count > Number(most);
  }
}

function toggle(menu, isOpen) {
  menu.setAttribute("aria-expanded", isOpen);
  document.getElementById(menu.getAttribute("aria-controls")).hidden = !isOpen;
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll("[data-menu][aria-expanded=true]")) {
    if (menu !== except) {
      toggle(menu, false);
    }
  }
}

document.addEventListener("click", async (event) => {
  const menu = event.target.closest("[data-menu]");
  closeMenus(menu);
  if (menu) {
    toggle(menu, menu.getAttribute("aria-expanded") !== "true");
    return;
  }

  const button = event.target.closest("[data-function]");
  if (!button || isRunning) {
    return;
  }

  isRunning = true;
  document.body.toggleAttribute("data-running", true);
  try {
    await run(button);
  } finally {
    isRunning = false;
    document.body.toggleAttribute("data-running", false);
    if (!document.activeElement || document.activeElement === document.body) {
      (document.getElementById(pressed) ?? document.getElementById("title") ?? main()).focus();
    }
  }
});

document.addEventListener("keydown", (event) => {
  const open = document.querySelector("[data-menu][aria-expanded=true]");
  if (event.key === "Escape" && open) {
    toggle(open, false);
    open.focus();
  }
});

// The event onload of the form that is shown.
function load() {
  for (const name of (bar()?.dataset.onload ?? "").split(" ").filter(Boolean)) {
    const steps = name.split(".");
    const last = steps.pop();
    steps.reduce((object, step) => object[step], window)[last](objects.executionContext);
  }
}

document.addEventListener("app:selection", arrange);
document.addEventListener("app:page", arrange);
document.addEventListener("app:page", load);
arrange();
// Scripts of the solution come after this one.
if (document.readyState === "complete") {
  load();
} else {
  window.addEventListener("load", load, { once: true });
}
