// Asked inside each frame: am I in an iframe with a negative tabindex, and do I hold something that Tab should reach?
cc => {
  const owner = (() => { try { return window.frameElement; } catch { return null; } })();
  if (!owner || owner.tabIndex >= 0 || !owner.hasAttribute("tabindex")) return [];
  if (owner.clientWidth <= 2 || owner.clientHeight <= 2) return [];   // too small for anybody to see
  return cc.elements.filter(element => cc.isTabbable(element) && cc.isSeen(element)).slice(0, 1)
    .map(element => cc.found(element, "a control in a frame (iframe) cannot be reached with the keyboard: the frame has a negative tabindex"));
}
