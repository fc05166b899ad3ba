// Controls worth pressing to see what they do; pressed once for all probes that ask about it.
cc => cc.pressables().map(element => cc.found(element, "candidate"))
