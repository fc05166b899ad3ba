// Candidates: players on the page, with their tracks and the words around them that promise an alternative.
cc => {
  const PROMISE = /transcri|text version|text alternative|in writing|written version|read (it|the (text|words|script|interview|talk))|caption|subtitl|untertitel|abschrift|transkript|wortlaut|sous-titr|subtítul|sottotitol|ondertitel|napisy|textning|description of the|audio descri|described version|sign language/i;
  const VIDEO_OF_TEXT = /\b(same|this|above|below|following) (text|page|article|content|information)\b.*\b(video|film|audio|sound)\b|\b(video|film|audio|recording) of (this|the (above|following)) (text|page|article)|as a (video|film|recording)|media alternative|\bvideo (version )?of (this|the) (text|page)/i;
  const wordsOf = element => element ? cc.words(cc.visibleText(element, part => part.matches("audio,video,nav,script,h1,h2,h3,h4,h5,h6,[role=heading],time,button"))).length : 0;
  const around = media => {
    const box = cc.closest(media, "figure,section,article,li,td,details,[role=region]") ?? null;
    const parent = box ?? cc.parent(media);
    if (parent && !parent.matches("body,main,[role=main],html")) return { words: wordsOf(parent), text: cc.text(parent) };
    const near = [media.previousElementSibling, media.nextElementSibling, media.nextElementSibling?.nextElementSibling].filter(one => one && !one.matches("h1,h2,h3,script,style,audio,video"));
    return { words: near.map(wordsOf).reduce((sum, n) => sum + n, 0), text: near.map(cc.text).join(" ") };
  };
  const pageSays = () => cc.elements.some(element => element.matches("a[href],summary,button,h1,h2,h3,h4,h5,h6,p,figcaption,strong") && cc.isRendered(element) && PROMISE.test(cc.name(element) || cc.ownText(element)));
  // A sound or film shown by itself in a frame: the browser's own page.
  if (/^(audio|video|image)\//.test(document.contentType)) return [];
  return cc.all("audio,video").flatMap(media => {
    const isAudio = media.localName === "audio";
    if (isAudio ? !media.controls && (!media.autoplay || media.muted) : !cc.seen(media)) return [];
    if (cc.isHiddenFromReaders(media) && !media.autoplay) return [];
    const source = media.currentSrc || media.src || media.querySelector("source")?.src;
    if (!source) return [];
    const { words, text } = around(media);
    const described = cc.squeeze(cc.description(media)) || (!isAudio && cc.words(cc.name(media)).length > 12);
    return [cc.found(media, "", {
      isAudio, source, words, promise: PROMISE.test(text) || pageSays() || !!described, ofText: VIDEO_OF_TEXT.test(text),
      isBackground: media.autoplay && media.loop && media.muted && !media.controls || !!cc.closest(media, "[aria-hidden=true],[role=presentation]"),
      isMute: media.muted && !media.controls,
      tracks: [...media.querySelectorAll("track")].map(track => ({ kind: track.kind, src: track.getAttribute("src") ? track.src : "" })),
    })];
  });
}
