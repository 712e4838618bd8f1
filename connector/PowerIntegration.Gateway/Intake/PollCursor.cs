namespace PowerIntegration.Gateway.Intake;

/// <summary>How far the changes of one source in one project were read.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its row, or null before the first poll.</param>
/// <param name="Watermark">Up to where changes were read, or null before the first poll.</param>
/// <param name="ReadOn">When it was last tried.</param>
/// <param name="Attempts">How many polls in a row could not read everything.</param>
/// <param name="NextTryOn">Until when the poll passes over it, or null.</param>
/// <param name="ListedOn">When all records were last compared with the documents, or null before the first time.</param>
internal sealed record PollCursor(
    string Key,
    Guid? Id,
    DateTimeOffset? Watermark,
    DateTimeOffset? ReadOn,
    int Attempts,
    DateTimeOffset? NextTryOn,
    DateTimeOffset? ListedOn
);
