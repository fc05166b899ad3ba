// Forms that a script looks at before they are sent; tried once for all probes about errors.
cc => cc.formsToTry().map(({ box, submit }) => cc.found(box, "candidate", { submit: cc.element(submit) }))
