// Forms that a script looks at before they are sent; tried once for all probes about errors. And forms that it looks at as one leaves a field.
cc => {
  const LEFT = ["blur", "focusout"];
  const isHeard = form => [...form.elements].some(field => cc.handlers(field, ...LEFT).length > 0) || cc.handlers(form, "focusout").length > 0;
  const left = cc.all("form").filter(form => isHeard(form) && !cc.handlersFor(form, "submit").length).slice(0, 2);
  return [...cc.formsToTry().map(({ box, submit }) => cc.found(box, "candidate", { submit: cc.element(submit) })),
    ...left.map(form => cc.found(form, "candidate", { isLeft: true }))];
}
