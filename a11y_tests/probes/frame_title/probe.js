// Frames called “iframe”, “untitled” or by a file name.
cc => {
  const NOTHING = /^(i ?frame|frame|iframe title|frame title|untitled( frame)?|no title|title|content|main content frame|embed|embedded content|embedded frame|widget|external|external content|blank|empty|default|page|document|html|null|undefined|none|placeholder|lorem ipsum.*|test|rahmen|cadre|marco|inline ?frame|my frame|frame name|about blank)( ?\d{0,3})$/;
  return cc.all("iframe,frame").flatMap(frame => {
    const name = cc.squeeze(cc.name(frame));
    const box = cc.rect(frame);
    if (!name || !cc.seen(frame) || box.width <= 2 || box.height <= 2 || cc.closest(frame, "[aria-hidden=true]")) return [];
    const isFile = /^[\w\s.%-]+\.(html?|php|aspx?|jsp|js|pdf)$/i.test(name) || /^(https?:)?\/\/\S+$/.test(name) || /^[a-z]+[-_][\w-]*\d{3,}$/i.test(name);
    if (NOTHING.test(cc.plain(name))) return [cc.found(frame, `the name ${cc.quoted(name)} of this frame (iframe) does not say what is in it`)];
    if (isFile) return [cc.found(frame, `the name ${cc.quoted(name)} of this frame (iframe) is an address or a number, not a title`)];
    if (!/\p{L}/u.test(name)) return [cc.found(frame, `the name ${cc.quoted(name)} of this frame (iframe) has no words; is that enough to know it by?`, { level: "review" })];
    return [];
  });
}
