// The page in a dialog of another page, and what opens it: links and buttons in the element, or a button in the corner.
// embed.js loads it for mode="popup" and mode="floating", as a module or, where a server does not give modules to other sites, as a
// script, so it hands itself over. Until it is there a link is a link.
"use strict";
{
  const DIALOG =
    ":host{all:initial!important}" +
    "dialog{width:1024px;height:99vh;padding:0;border:0;outline:2px solid #0000;background:var(--paper,Canvas);color:var(--ink,CanvasText)}dialog a{color:inherit}" +
    "dialog[open]{display:flex;flex-direction:column}.corner{margin:auto 16px 16px auto;width:448px}" +
    "button{min-width:44px;min-height:44px;padding:0 16px;border:2px solid;border-radius:24px;font:16px system-ui;background:var(--pine,#1e5b52);color:var(--on-pine,#fff)}" +
    ":focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #000}dialog button{align-self:flex-end;margin:6px}" +
    "iframe{flex:1;border:0;visibility:hidden}.on{visibility:visible}.on+div{display:none}" +
    ".float{position:fixed;right:16px;bottom:16px;z-index:99999}" +
    "@media(max-width:640px){dialog,.corner{width:100%;height:100%;max-width:none;max-height:none;margin:0}}@media print{.float{display:none}}";

  // Bar and buttons in the host's colours, as far as they can be read; the frame says itself what was changed for that.
  async function dress(one, { styled, dressed, wishes, option }) {
    await dressed();
    const wished = wishes(one.element);
    const asked = ["light", "dark"].find((known) => known === option(one.element, "theme")) ?? "";
    if (!asked && !wished.some((said) => said.trim())) return;
    const { wear } = await import("./look.js");
    const { css, theme } = wear(wished, () => "", asked);
    styled(one.holder, DIALOG + css + (theme && ":host{color-scheme:" + theme + "!important}"));
  }

  // Called by embed.js for an element of its own; `tools` are its own.
  function above(one, mode, tools) {
    const { make, styled, frame } = tools;
    const { element } = one;
    one.holder = make("div");
    const root = styled(one.holder, DIALOG);
    one.dialog = make("dialog", { lang: one.lang, ariaLabel: one.title });
    const button = make("button", { textContent: one.lang === "es" ? "Cerrar" : "Close", onclick: () => one.dialog.close() });
    one.dialog.onclose = () => one.opener.focus();
    one.dialog.append(button);
    root.append(one.dialog);

    function open(opener) {
      one.opener = opener;
      if (!one.frame) {
        // Until the frame is ready the dialog shows what the element holds: name, phone, link.
        const kept = make("div");
        for (const part of element.href ? [element] : element.childNodes) kept.append(part.cloneNode(true));
        one.dialog.append(frame(one), kept);
      }
      one.dialog.showModal();
    }

    if (mode === "floating") {
      one.dialog.className = "corner";
      root.prepend(make("button", { className: "float", textContent: one.title, onclick: (event) => open(event.target) }));
    }
    one.press = (event) => {
      const opener = event.target.closest("a,button");
      const special = event.ctrlKey || event.metaKey || event.shiftKey;
      // A phone number dials; and where the frame has failed a link is a link.
      if (!opener || !element.contains(opener) || special || (one.failed && !one.ready) || !/^(http|$)/.test(opener.href || "")) return;
      event.preventDefault();
      open(opener);
    };
    element.addEventListener("click", one.press);
    document.body.append(one.holder);
    dress(one, tools).catch(() => {});
  }

  customElements.get("foothold-app").dialog = above;
}
