// The block in the editor: its options, and a picture of what visitors see until the page is ready. Nothing of the folder runs here.
(({ blocks, blockEditor, components, element }, says) => {
  const h = element.createElement;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextControl } = components;

  function Edit({ attributes, setAttributes }) {
    const set = (name) => (value) => setAttributes({ [name]: value });
    const choice = ([name, [label, values]]) =>
      h(SelectControl, { key: name, label, value: attributes[name], onChange: set(name), options: Object.entries(values).map(([value, text]) => ({ value, label: text })) });
    const text = ([name, label]) => h(TextControl, { key: name, label, value: attributes[name], onChange: set(name) });
    const controls = h(
      InspectorControls,
      null,
      h(PanelBody, { title: says.panel }, Object.entries(says.options).map(choice), Object.entries(says.texts).filter(([name]) => name !== "label" || attributes.mode === "floating").map(text)),
    );
    const title = attributes.title || says.title || says.views[attributes.view] || says.views.all;
    const chosen = ["view", "mode"].map((name) => says.options[name][1][attributes[name]]).join(" · ");
    const shown = h(
      Placeholder,
      { icon: "calendar-alt", label: "Foothold: " + chosen, instructions: says.address ? says.here : says.missing },
      h("p", null, says.name, says.phone && ", " + says.phone, says.address && h("br"), says.address && h("u", null, title)),
    );
    return h(element.Fragment, null, controls, h("div", useBlockProps(), shown));
  }

  blocks.registerBlockType("foothold/page", { edit: Edit, save: () => null });
})(window.wp, window.footholdEditor);
