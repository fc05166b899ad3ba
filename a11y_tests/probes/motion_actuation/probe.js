// Frames whose scripts listen to the movement of the device.
cc => {
  const TYPES = ["devicemotion", "deviceorientation", "deviceorientationabsolute"];
  const types = TYPES.filter(type => cc.handlers(window, type).length);
  if (!types.length) return [];
  const CONTROLS = "button, input, select, a[href], summary, [role=button], [role=switch], [role=checkbox], [role=slider]";
  const controls = cc.all(CONTROLS).filter(element => cc.isSeen(element) && !cc.isDisabled(element)).map(cc.element);
  return [cc.found(document.documentElement, "candidate", { types, controls })];
}
