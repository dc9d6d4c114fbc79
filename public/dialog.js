// The page in a dialog of another page, and what opens it: links and buttons in the element, or a button in the corner.
// embed.js loads it for mode="popup" and mode="floating". Until it is there a link is a link.
const DIALOG =
  ":host{all:initial!important}" +
  "dialog{width:1024px;height:99vh;padding:0;border:0;outline:2px solid #0000}" +
  "dialog[open]{display:flex;flex-direction:column}.corner{margin:auto 16px 16px auto;width:448px}" +
  "button{min-width:44px;min-height:44px;padding:0 16px;border:2px solid;border-radius:24px;font:16px system-ui;background:#1e5b52;color:#fff}" +
  ":focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #000}dialog button{align-self:flex-end;margin:6px}" +
  "iframe{flex:1;border:0;visibility:hidden}.on{visibility:visible}.on+div{display:none}" +
  ".float{position:fixed;right:16px;bottom:16px;z-index:99999}" +
  "@media(max-width:640px){dialog,.corner{width:100%;height:100%;max-width:none;max-height:none;margin:0}}@media print{.float{display:none}}";


// Called by embed.js for an element of its own; `make`, `styled` and `frame` are its tools.
export default function above(one, mode, { make, styled, frame }) {
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
}
