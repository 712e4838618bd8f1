using System.Text;
using System.Text.Json;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Teams;

/// <summary>
/// Stands where Microsoft Teams stands: takes what the Flow bot posts, refuses what Teams would refuse, and keeps the rest to be shown.
/// </summary>
public sealed class TeamsService
{
    private const string Kind = "message";

    private readonly Lock gate = new();
    private readonly List<PostedMessage> posted;
    private readonly LocalDataverse people;
    private readonly TimeProvider clock;
    private readonly RowFile? file;
    private readonly Uri root;

    private TeamsService(LocalDataverse people, TimeProvider clock, RowFile? file, Uri root, List<PostedMessage> posted)
    {
        this.people = people;
        this.clock = clock;
        this.file = file;
        this.root = root;
        this.posted = posted;
    }

    /// <summary>Everything posted, in the order in which it was.</summary>
    public IReadOnlyList<PostedMessage> Posted
    {
        get
        {
            lock (gate)
            {
                return [.. posted];
            }
        }
    }

    /// <summary>Opens it with what it kept.</summary>
    /// <param name="people">Knows the people of the environment.</param>
    /// <param name="clock">Time.</param>
    /// <param name="file">Where posts are kept; null keeps them in memory only.</param>
    /// <param name="root">Below this address posts are shown; it ends with a slash.</param>
    /// <exception cref="StoreRefusedException">The file holds something else.</exception>
    public static TeamsService Open(LocalDataverse people, TimeProvider clock, RowFile? file, Uri root) =>
        new(people, clock, file, root, [.. (file?.Load() ?? []).Select(row => Read(file!, row))]);

    /// <summary>Where a post is shown.</summary>
    public Uri LinkTo(PostedMessage message) => new(root, TeamsGuesses.LinkPath(message.Id));

    /// <summary>Id of the chat or the channel of a post.</summary>
    public static string ConversationOf(PostedMessage message) =>
        message.Recipient.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0
            ? message.Recipient[(slash + 1)..]
            : TeamsGuesses.ChatWith(message.Recipient);

    /// <summary>Posts in the chat of the Flow bot with a person.</summary>
    /// <param name="address">Address of the person.</param>
    /// <param name="content">The card or the message.</param>
    public PostResult PostToPerson(string address, PostContent content) =>
        people.PeopleAt(address).Count == 1
            ? Post(address, content)
            : new PostResult(null, PostRefusal.BadRequest($"'{address}' is not the address of one enabled user. Correct the recipient."));

    /// <summary>Posts in a channel.</summary>
    /// <param name="team">Id of the team.</param>
    /// <param name="channel">Id of the channel.</param>
    /// <param name="content">The card or the message.</param>
    public PostResult PostToChannel(string team, string channel, PostContent content) => Post($"{team}/{channel}", content);

    private PostResult Post(string recipient, PostContent content)
    {
        if (Refusal(content) is { } refusal)
        {
            return new PostResult(null, refusal);
        }

        lock (gate)
        {
            var id = (posted.Count + 1).ToString("d12", CultureInfo.InvariantCulture);
            var message = new PostedMessage(id, clock.GetUtcNow(), recipient, content.Subject, content.IsCard, content.Body);
            file?.Commit([new StoredRow(Kind, id, JsonSerializer.Serialize(message))]);
            posted.Add(message);
            return new PostResult(message, null);
        }
    }

    private static PostRefusal? Refusal(PostContent content)
    {
        var size = Encoding.UTF8.GetByteCount(content.Subject + content.Body);
        if (size > TeamsGuesses.LargestMessage)
        {
            return new PostRefusal(
                413,
                "RequestEntityTooLarge",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The message has {size:N0} bytes, and Teams takes {TeamsGuesses.LargestMessage:N0}. Shorten it and link to the rest."
                )
            );
        }

        if (content.IsCard)
        {
            return CardCheck.Find(content.Body);
        }

        return string.IsNullOrWhiteSpace(content.Body) ? PostRefusal.BadRequest("The message is empty. Give 'messageBody' a text.") : null;
    }

    private static PostedMessage Read(RowFile file, StoredRow row)
    {
        try
        {
            return row.Kind == Kind && JsonSerializer.Deserialize<PostedMessage>(row.Json!) is { } message
                ? message
                : throw file.Refusal($"holds records of the unknown kind '{row.Kind}'.");
        }
        catch (JsonException unreadable)
        {
            throw file.Refusal($"holds the message {row.Id}, which cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
