// Audio and video that may be playing: those that start by themselves, and frames whose scripts have played something.
cc => {
  const found = cc.all("audio, video").filter(media => media.autoplay && !media.muted)
    .map(media => cc.found(media, "candidate", { index: [...document.querySelectorAll("*")].indexOf(media) }));
  return cc.hasPlayed ? [...found, cc.found(document.documentElement, "candidate", { index: -1 })] : found;
}
