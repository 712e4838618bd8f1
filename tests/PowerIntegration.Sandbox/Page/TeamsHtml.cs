using System.Net;
using System.Text.RegularExpressions;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Teams;
using static PowerIntegration.Sandbox.Page.PageFrame;

namespace PowerIntegration.Sandbox.Page;

/// <summary>The chat of one person in Teams. Each card is text that a script replaces by its drawing, so the page is whole without one.</summary>
internal static partial class TeamsHtml
{
    private const string HowToDraw =
        """<p class="quiet">The cards below are shown as text. To see them as Teams draws them, run <code>npm ci</code> in """
        + """<code>tests/PowerIntegration.Sandbox</code> and reload this page.</p>""";

    private const string Scripts = """<script src="/adaptivecards.js" defer></script><script src="/teams.js" defer></script>""";

    /// <summary>The page.</summary>
    /// <param name="user">Who looks.</param>
    /// <param name="now">Time of the sandbox.</param>
    /// <param name="messages">What was posted, the newest first.</param>
    /// <param name="draws">Whether the library is there.</param>
    public static string Page(SandboxUser user, DateTimeOffset now, IReadOnlyList<PostedMessage> messages, bool draws) =>
        Signed(
            user,
            now,
            PagePlace.Teams,
            "Teams",
            $"""
            <h2>Your chat with the Flow bot</h2>{(messages.Count == 0 ? """<p class="quiet">Nothing has been posted to you yet.</p>"""
                : draws ? "" : HowToDraw)}
            {string.Concat(messages.Select(Message))}
            """,
            draws ? Scripts : ""
        );

    private static string Message(PostedMessage message) =>
        $"""
            <article class="box" id="message-{Encode(message.Id)}"><p class="quiet">{Instant(message.PostedOn)}</p>
            {(message.IsCard ? Card(message.Content) : Words(message))}</article>
            """;

    private static string Card(string card) => $"""<div data-card="{Encode(card)}">{CardText.ToHtml(card)}</div>""";

    // Markup of a message never becomes markup of this page.
    private static string Words(PostedMessage message) =>
        $"""
            <p><strong>{Encode(message.Subject ?? "")}</strong></p>
            <p class="lines">{Encode(WebUtility.HtmlDecode(Tag().Replace(message.Content, " ")).Trim())}</p>
            """;

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
