// Loads a player's file aside: how long it lasts, whether it sounds, and whether letters are in its picture.
// Sound is decoded as a whole; the picture is looked at in five places. Rows with many sharp changes from light to dark, one
// below the other, are taken for letters: a film that may have captions in its picture is not judged.
async (source, isAudio) => {
  const answer = { seconds: 0, sounds: null, letters: false, error: "" };
  const within = (promise, ms) => Promise.race([
    promise, new Promise((_, fail) => { setTimeout(() => fail(new Error("slow")), ms); }),
  ]);
  try {
    const reply = await within(fetch(source), 2000);
    if (!reply.ok || +reply.headers.get("content-length") > 30e6) throw new Error("not loaded");
    const bytes = await within(reply.arrayBuffer(), 3000);
    const blob = URL.createObjectURL(new Blob([bytes], { type: reply.headers.get("content-type") ?? "" }));
    try {
      const sound = await within(new OfflineAudioContext(1, 8000, 8000).decodeAudioData(bytes), 3000);
      answer.seconds = sound.duration;
      let peak = 0;
      for (let c = 0; c < sound.numberOfChannels; c++) {
        for (const value of sound.getChannelData(c)) if (value > peak) peak = value;
      }
      answer.sounds = peak > 0.005;
    } catch { answer.sounds = false; }
    if (isAudio) { URL.revokeObjectURL(blob); return answer; }
    const video = document.createElement("video");
    video.muted = true; video.preload = "auto"; video.src = blob;
    const once = (name, ms) => within(new Promise((done, fail) => {
      video.addEventListener(name, done, { once: true });
      video.addEventListener("error", () => fail(new Error("error")), { once: true });
    }), ms);
    await once("loadeddata", 2500);
    if (!isFinite(video.duration)) {   // as recorders write it: the end is found by going there
      const seeked = once("seeked", 1500);
      video.currentTime = 1e6;
      await seeked;
    }
    const seconds = isFinite(video.duration) ? video.duration : video.currentTime;
    answer.seconds = Math.max(answer.seconds, seconds);
    const canvas = document.createElement("canvas"), [w, h] = [320, 180];
    canvas.width = w; canvas.height = h;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    let seen = 0;
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const seeked = once("seeked", 1000);
      video.currentTime = seconds * part;
      await seeked;
      context.drawImage(video, 0, 0, w, h);
      const { data } = context.getImageData(0, h * 0.55, w, h * 0.45);
      let run = 0, best = 0;
      for (let y = 0; y < Math.floor(h * 0.45); y++) {
        let changes = 0, last = null;
        for (let x = 0; x < w; x++) {
          const i = (y * w + x) * 4, light = 0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2];
          if (last === null) last = light;
          else if (Math.abs(light - last) > 60) { changes++; last = light; }
        }
        run = changes >= 16 ? run + 1 : 0;
        best = Math.max(best, run);
      }
      if (best >= 4) seen++;
    }
    answer.letters = seen >= 2;
    URL.revokeObjectURL(blob);
  } catch (error) { answer.error = String(error.message); }
  return answer;
}
