// Keeps the figures of a long sending fresh until it is done. Without this script the page has a link that does the same.
(() => {
  const region = document.querySelector("[data-progress]");
  if (!region) {
    return;
  }

  const said = document.querySelector("[data-progress-said]");
  const betweenAnswers = 3000;
  const betweenSentences = 20000;
  const mostFailures = 5;
  let failures = 0;
  let lastSaid = Date.now();

  const say = (sentence, now) => {
    if (said && sentence && (now || Date.now() - lastSaid >= betweenSentences)) {
      lastSaid = Date.now();
      said.textContent = sentence;
    }
  };

  const later = () => setTimeout(refresh, betweenAnswers * 2 ** failures);

  async function refresh() {
    if (document.hidden) {
      document.addEventListener("visibilitychange", refresh, { once: true });
      return;
    }

    try {
      const answer = await fetch(region.dataset.progress, { credentials: "same-origin", redirect: "error" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }

      region.innerHTML = await answer.text();
      failures = 0;
    } catch {
      // Signed out, or the service is away for a while.
      failures += 1;
      if (failures < mostFailures) {
        later();
      }

      return;
    }

    const sentence = region.querySelector("[data-say]")?.textContent;
    if (region.querySelector("[data-goes-on='true']")) {
      say(sentence, false);
      later();
    } else {
      say(sentence, true);
      document.querySelectorAll("[data-progress-while]").forEach((element) => {
        element.hidden = true;
      });
    }
  }

  setTimeout(refresh, betweenAnswers);
})();
