namespace PowerIntegration.Sandbox.Page;

/// <summary>Draws each card with the library in place of its text. What the library cannot draw stays text.</summary>
internal static class TeamsScript
{
    /// <summary>The script.</summary>
    public const string Text = """
        "use strict";
        (function () {
          if (!window.AdaptiveCards) {
            return;
          }

          const text = { default: "#1b1f24", subtle: "#57606a" };
          const color = name => ({ default: name, subtle: name });
          const hostConfig = new AdaptiveCards.HostConfig({
            fontFamily: "system-ui, sans-serif",
            fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 },
            containerStyles: {
              default: {
                backgroundColor: "#ffffff",
                foregroundColors: {
                  default: text, accent: color("#17324d"), good: color("#0b6b3a"), warning: color("#8a5300"), attention: color("#a4262c")
                }
              }
            },
            factSet: { title: { color: "default", isSubtle: true, weight: "default" }, value: { color: "default" }, spacing: 16 },
            actions: { actionsOrientation: "horizontal", actionAlignment: "left" }
          });

          // A card that is posted takes no answer, so it offers addresses to open and nothing else.
          const actions = new AdaptiveCards.CardObjectRegistry();
          actions.register("Action.OpenUrl", AdaptiveCards.OpenUrlAction);

          function open(action) {
            if (/^https?:/i.test(action.url || "")) {
              window.open(action.url, "_blank", "noopener");
            }
          }

          function draw(place) {
            const context = new AdaptiveCards.SerializationContext();
            context.setActionRegistry(actions);
            const card = new AdaptiveCards.AdaptiveCard();
            card.hostConfig = hostConfig;
            card.onExecuteAction = open;
            card.parse(JSON.parse(place.dataset.card), context);
            return card.render();
          }

          for (const place of document.querySelectorAll("[data-card]")) {
            try {
              const drawn = draw(place);
              if (drawn) {
                place.replaceChildren(drawn);
              }
            } catch (error) {
              console.error("A card cannot be drawn and is shown as text.", error);
            }
          }
        })();
        """;
}
