namespace PowerIntegration.Domain.Findings;

/// <summary>A step of a flow that failed, as its answer says, whatever the answer is.</summary>
/// <param name="Step">The step, as the flow calls it.</param>
/// <param name="StatusCode">HTTP status; null where no answer came.</param>
/// <param name="Code">The problem's code; null where the answer has none.</param>
/// <param name="Detail">The answer's own sentence; null where it has none.</param>
public sealed record StepFailure(string Step, int? StatusCode, string? Code, string? Detail)
{
    // Another call is sending the document at this moment; nothing is wrong.
    private const string Claimed = "document-claimed";

    // One project's permission, not the connection.
    private const string NotPermitted = "procore-not-permitted";

    // What a person has to mend, and the platform has no part in.
    private static readonly int[] RefusalStatuses = [404, 409, 422];

    /// <summary>True where nothing has to be reported: the document is on its way in another call.</summary>
    public bool IsHarmless => Code == Claimed;

    /// <summary>True where connection, platform or program failed; false where a record was refused for what it is.</summary>
    public bool IsTechnical => Code is null || (Code != NotPermitted && (StatusCode is not { } status || !RefusalStatuses.Contains(status)));

    /// <summary>What happened.</summary>
    public string Sentence =>
        string.IsNullOrWhiteSpace(Detail)
            ? Refusals.Sentence.Of($"{Name} failed{With}, and no reason was given.")
            : Refusals.Sentence.Of($"{Name} failed{With}: {Detail!.Trim()}");

    /// <summary>What to do.</summary>
    public string NextStep =>
        IsTechnical
            ? "It will be tried again automatically. If it keeps failing, ask the integration administrator to check the connections and the gateway."
            : "Correct the cause. It will then be tried again automatically.";

    /// <summary>Whose turn it is.</summary>
    public OwnerRole Owner => IsTechnical ? OwnerRole.IntegrationAdministrator : FindingOwners.Of(Code);

    private string Name => string.IsNullOrWhiteSpace(Step) ? "A step" : Step.Replace('_', ' ');

    private string With => StatusCode is { } status ? Refusals.Sentence.Of($" with status {status}") : " without an answer";
}
