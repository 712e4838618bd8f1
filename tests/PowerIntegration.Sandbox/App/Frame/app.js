// What a browser adds to the pages: they work without it. Nothing from data is ever read as markup or as script: a page that was fetched is parsed
// by the browser, which runs no script of it.

function address(link) {
  const url = new URL(link.href);
  return url.origin === location.origin && (url.pathname === "/app" || url.pathname === "/main.aspx") ? url : null;
}

// Puts a fetched page in the place of this one, and the focus where the person expects it.
function show(text, url, { push, focusId, isPost }) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const main = page.getElementById("main");
  if (!main && isPost) {
    say("You are signed out, and nothing was saved. Sign in again in another tab, then save here.");
    return;
  }

  if (!main) {
    location.assign(url);
    return;
  }

  document.title = page.title;
  document.getElementById("main").replaceWith(main);
  document.getElementById("side").replaceWith(page.getElementById("side"));
  if (push) {
    history.pushState(null, "", url);
  }

  arrange();
  const wanted = main.querySelector("[data-focus]") || (focusId && document.getElementById(focusId)) || document.getElementById("title") || main;
  reveal(wanted);
  wanted.focus();
  if (!focusId || wanted.id !== focusId) {
    window.scrollTo(0, 0);
    if (wanted.matches("[data-focus]")) {
      wanted.scrollIntoView({ block: "center" });
    }
  }

  document.dispatchEvent(new CustomEvent("app:page"));
}

let running = null;

async function go(url, options, how) {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  document.body.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { ...options, signal: mine.signal, headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (running !== mine) {
      return;
    }

    const target = new URL(answer.url);
    target.searchParams.delete("saved");
    show(text, target, how);
  } catch (failure) {
    if (failure.name !== "AbortError") {
      say("The server cannot be reached. Nothing was saved. Try again.");
    }
  } finally {
    if (running === mine) {
      running = null;
      document.body.removeAttribute("aria-busy");
    }
  }
}

function say(sentence) {
  const message = document.createElement("p");
  message.className = "message bad";
  message.setAttribute("role", "alert");
  message.textContent = sentence;
  document.getElementById("main").prepend(message);
}

// Opens the tab in which something is.
function reveal(element) {
  const panel = element.closest("[role=tabpanel]");
  if (panel?.hidden) {
    choose(document.getElementById(panel.getAttribute("aria-labelledby")));
  }
}

function choose(tab) {
  for (const other of tab.parentElement.children) {
    const isChosen = other === tab;
    other.setAttribute("aria-selected", isChosen);
    other.tabIndex = isChosen ? 0 : -1;
    document.getElementById(other.getAttribute("aria-controls")).hidden = !isChosen;
  }
}

// The tab that was open stays open when the same record is shown again.
let opened = { record: null, tab: null };

function arrange() {
  for (const list of document.querySelectorAll("[data-tabs]")) {
    const record = document.getElementById("record")?.getAttribute("action");
    const before = opened.record === record ? document.getElementById(opened.tab) : null;
    choose(before ?? list.children[0]);
  }
}

function isChanged() {
  const form = document.querySelector("[data-record]");
  return Boolean(form) && [...form.elements].some((field) => {
    const was = form.elements[field.name?.replace(/^value-/, "was-")];
    return field.name?.startsWith("value-") && was && was !== field && was.value.replaceAll("\r\n", "\n") !== field.value.replaceAll("\r\n", "\n");
  });
}

function mayLeave() {
  return !isChanged() || window.confirm("This record has changes that are not saved. Leave without saving?");
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab) {
    choose(tab);
    opened = { record: document.getElementById("record")?.getAttribute("action"), tab: tab.id };
    return;
  }

  const link = event.target.closest("a[href]");
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || link.target) {
    return;
  }

  const url = address(link);
  if (!url) {
    return;
  }

  event.preventDefault();
  if (mayLeave()) {
    go(url, {}, { push: true, focusId: link.closest("main") ? link.id : "" });
  }
});

document.addEventListener("keydown", (event) => {
  const tab = event.target.closest?.("[role=tab]");
  const steps = { ArrowRight: 1, ArrowLeft: -1 };
  if (!tab || !(event.key in steps || event.key === "Home" || event.key === "End")) {
    return;
  }

  const all = [...tab.parentElement.children];
  const next = event.key === "Home" ? 0 : event.key === "End" ? all.length - 1 : (all.indexOf(tab) + steps[event.key] + all.length) % all.length;
  event.preventDefault();
  all[next].click();
  all[next].focus();
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-plain]") || event.defaultPrevented) {
    return;
  }

  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "get") {
    go(new URL(form.getAttribute("action") + "?" + body, location.href), {}, { push: true, focusId: document.activeElement?.id });
    return;
  }

  const url = new URL(form.getAttribute("action"), location.href);
  if (form.matches("[data-record]")) {
    for (const button of form.querySelectorAll("button.main")) {
      button.disabled = true;
    }
  }

  go(url, { method: "POST", body }, { push: true, focusId: "", isPost: true }).finally(() => {
    for (const button of form.querySelectorAll("button.main")) {
      button.disabled = false;
    }
  });
});

document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.matches("[data-go]")) {
    field.focus();
    field.form.requestSubmit();
    return;
  }

  if (field.matches("[data-all]")) {
    for (const box of document.querySelectorAll(`[data-row="${CSS.escape(field.dataset.all)}"]`)) {
      box.checked = field.checked;
    }
  }

  if (field.matches("[data-all], [data-row]")) {
    document.dispatchEvent(new CustomEvent("app:selection"));
  }
});

// A lookup asks the server for records whose name has the words; the record is chosen by its name.
document.addEventListener("input", async (event) => {
  const field = event.target;
  if (!field.matches("[data-lookup]")) {
    return;
  }

  const list = document.getElementById(field.getAttribute("list"));
  const chosen = [...list.options].find((option) => option.value === field.value);
  document.getElementById(field.id + "-id").value = chosen?.dataset.id ?? "";
  if (chosen) {
    return;
  }

  const words = field.value;
  const answer = await fetch(`${field.dataset.lookup}&words=${encodeURIComponent(words)}`);
  if (!answer.ok || field.value !== words) {
    return;
  }

  list.replaceChildren(
    ...(await answer.json()).map((found) => {
      const option = document.createElement("option");
      option.value = found.name;
      option.dataset.id = found.id;
      return option;
    }),
  );
});

window.addEventListener("popstate", () => go(new URL(location.href), {}, { push: false, focusId: "" }));
window.addEventListener("beforeunload", (event) => {
  if (isChanged()) {
    event.preventDefault();
  }
});

// What commands of the page need of it.
window.appPage = Object.freeze({
  isChanged,
  open: (address) => mayLeave() && go(new URL(address, location.href), {}, { push: true, focusId: "" }),
  refresh: (focusId) => go(new URL(location.href), {}, { push: false, focusId }),
});

document.documentElement.classList.add("js");
arrange();
const first = document.querySelector("[data-focus]");
if (first) {
  reveal(first);
  first.focus();
}
