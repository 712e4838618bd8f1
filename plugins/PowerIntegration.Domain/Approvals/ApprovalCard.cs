using System.Text;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Approvals;

/// <summary>
/// An Adaptive Card that reminds of a request. It informs and links; the only place that takes an answer is the approval itself. Version 1.4, which
/// Teams shows everywhere.
/// </summary>
public static class ApprovalCard
{
    /// <summary>Most bytes of a card: Teams takes about 28 KB with what it adds.</summary>
    public const int BytesMax = 24_000;

    private const int TextLengthMax = 1_000;

    /// <summary>Writes the card.</summary>
    /// <param name="heading">What the reader is told, such as <c>An approval is waiting for you</c>.</param>
    /// <param name="title">Title of the request.</param>
    /// <param name="assignee">Who is asked.</param>
    /// <param name="amount">What limits are compared with.</param>
    /// <param name="currency">ISO code.</param>
    /// <param name="askedOn">When it was asked.</param>
    /// <param name="due">Until when an answer is expected.</param>
    /// <param name="link">Address of the document in the app; empty where there is none.</param>
    public static string Of(
        string heading,
        string title,
        string assignee,
        decimal amount,
        string currency,
        CalendarDate askedOn,
        CalendarDate due,
        string link
    )
    {
        var body = new[]
        {
            TextBlock(heading).Text("size", "Medium").Text("weight", "Bolder"),
            TextBlock(title),
            new JsonObject()
                .Text("type", "FactSet")
                .Objects(
                    "facts",
                    [
                        Fact("Asked", assignee),
                        Fact("Amount that limits are compared with", $"{Sentence.Amount(amount)} {currency}"),
                        Fact("Asked on", askedOn.ToString()),
                        Fact("Answer by", due.ToString()),
                    ]
                ),
            TextBlock("Answer in the Approvals app in Teams. This card takes no answer."),
        };
        var card = new JsonObject()
            .Text("type", "AdaptiveCard")
            .Text("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
            .Text("version", "1.4")
            .Text("fallbackText", Sentence.Fit(heading + ": " + title, TextLengthMax))
            .Objects("body", body);
        var text = (
            link.Length == 0
                ? card
                : card.Objects("actions", [new JsonObject().Text("type", "Action.OpenUrl").Text("title", "Open the document").Text("url", link)])
        ).ToString();
        Invariant.Require(Encoding.UTF8.GetByteCount(text) <= BytesMax, "A card of a few short texts fits Teams.");
        return text;
    }

    private static JsonObject TextBlock(string text) =>
        new JsonObject().Text("type", "TextBlock").Text("text", Sentence.Fit(text, TextLengthMax)).Flag("wrap", true);

    private static JsonObject Fact(string title, string value) =>
        new JsonObject().Text("title", title).Text("value", Sentence.Fit(value, TextLengthMax));
}
