using System.Text.Json;

namespace PowerIntegration.Local.Teams;

/// <summary>Whether Teams shows a card, and people can use everything on it.</summary>
internal static class CardCheck
{
    private static readonly string[] Answering = ["Action.Submit", "Action.Execute"];

    /// <summary>Why the card is refused; null where it is not.</summary>
    /// <param name="card">The card as text.</param>
    public static PostRefusal? Find(string card)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(card);
        }
        catch (JsonException unreadable)
        {
            return PostRefusal.BadRequest($"The card is not valid JSON: {unreadable.Message} Correct 'messageBody'.");
        }

        using (document)
        {
            return Fault(document.RootElement) is { } sentence ? PostRefusal.BadRequest(sentence) : null;
        }
    }

    private static string? Fault(JsonElement card)
    {
        if (Text(card, "type") != "AdaptiveCard")
        {
            return "The card is not an adaptive card. Give it \"type\":\"AdaptiveCard\".";
        }

        var version = Text(card, "version");
        if (!Version.TryParse(version, out var number))
        {
            return $"The card has the version '{version}', which is not one. Write 1.4.";
        }

        return number > TeamsGuesses.NewestCard
            ? $"The card has the version {version}, and Teams shows cards of bots up to {TeamsGuesses.NewestCard}. Write 1.4."
            : Unanswered(card, "card");
    }

    // Buttons stand in actions, in selectAction and in cards inside cards.
    private static string? Unanswered(JsonElement element, string place)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element
                .EnumerateArray()
                .Select((item, index) => Unanswered(item, string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]")))
                .FirstOrDefault(fault => fault is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Answering.Contains(Text(element, "type"))
            ? $"The button '{Text(element, "title")}' at {place} is {Text(element, "type")}. A card that is posted without waiting takes no answer: "
                + "whoever presses it sees an error. Use Action.OpenUrl."
            : element
                .EnumerateObject()
                .Select(member => Unanswered(member.Value, $"{place}.{member.Name}"))
                .FirstOrDefault(fault => fault is not null);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
