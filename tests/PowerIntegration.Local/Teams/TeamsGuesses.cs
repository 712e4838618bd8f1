namespace PowerIntegration.Local.Teams;

/// <summary>
/// What Teams had to decide although no page of Microsoft's says it. Nothing we ship may rely on these; each is to be compared with the answers of a
/// real tenant.
/// </summary>
internal static class TeamsGuesses
{
    /// <summary>Bytes of a message in UTF-8; about 28 KB is documented, with text, links and mentions.</summary>
    public const int LargestMessage = 28 * 1024;

    /// <summary>The newest version of adaptive cards that a bot may send is documented; that a newer one is refused is not.</summary>
    public static readonly Version NewestCard = new(1, 5);

    /// <summary>Where a message is shown, below the address of Teams.</summary>
    public static string LinkPath(string messageId) => $"teams/messages/{messageId}";

    /// <summary>The id of the chat between the Flow bot and a person.</summary>
    public static string ChatWith(string address) => $"19:{address.ToUpperInvariant()}@unq.gbl.spaces";

    /// <summary>The text of an answer over the limit of a connection; that there is one of 100 calls in 60 seconds is documented.</summary>
    public static string TooManyCalls(long seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"Rate limit is exceeded. Try again in {seconds} seconds.");

    // In words, because they are behavior and not a value:
    // - Teams takes a card with Action.Submit or Action.Execute and shows an error to the person who presses the button, because no one waits for
    // the answer (documented for the action that posts and does not wait); here the card is refused at once, so that no one finds out later;
    // - a card that is not JSON, not an adaptive card, or without a version is refused with 400;
    // - the recipient of the Flow bot's chat is an enabled person of the environment; any team and channel is taken;
    // - the limit of a connection counts in minutes that start at full minutes;
    // - the limit of 25 calls in 300 seconds for each person or channel is documented, and not kept here.
}
