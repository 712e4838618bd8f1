using PowerIntegration.Domain.Wbs.Segments;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>
/// Writes the changes of plans, one at a time. It decides nothing from an answer but the id of an item that another one goes below: what became of a
/// change, the next list shows.
/// </summary>
internal sealed class SegmentWrites(ProcoreSegments segments, TaskSegment segment, CallBudget budget)
{
    /// <summary>Times that one call tries the same change where Procore answers.</summary>
    public const int TriesMax = 2;

    /// <summary>Times that one call tries the same change where the answer is lost.</summary>
    public const int LostMax = 5;

    // So many lost answers in a row are an outage, which the next read shows.
    private const int LostInARowMax = 3;

    private readonly Dictionary<SegmentChange, int> answered = [];
    private readonly Dictionary<SegmentChange, int> unanswered = [];
    private readonly Dictionary<SegmentChange, string> said = [];

    /// <summary>Why the call cannot go on; null where it can.</summary>
    public string? Pause { get; private set; }

    /// <summary>True where Procore asked to wait or could not be reached, so that another call made at once would get no further.</summary>
    public bool IsTurnedAway { get; private set; }

    /// <summary>Number of changes that Procore took since the last list.</summary>
    public int Taken { get; private set; }

    /// <summary>Why a change that is still to be made was not made by the last try.</summary>
    public string ReasonOf(SegmentChange change) => said.GetValueOrDefault(Key(change), "The item above it is missing.");

    /// <summary>Writes what is not tried too often.</summary>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="ids">Ids of the items that there are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Number of changes that were sent.</returns>
    public async Task<int> WriteAsync(IReadOnlyList<SegmentChange> changes, Dictionary<CodePath, string> ids, CancellationToken cancellationToken)
    {
        Taken = 0;
        var sent = 0;
        var lost = 0;
        foreach (var change in changes.Where(IsToTry))
        {
            if (change.Path.Above is { } above && !ids.ContainsKey(above))
            {
                continue;
            }

            if (budget.Exhausted)
            {
                Pause = "The time of this call was used up. The run continues automatically.";
                return sent;
            }

            if (segments.IsScarce)
            {
                Pause = PushWords.Scarce;
                IsTurnedAway = true;
                return sent;
            }

            var answer = await SendAsync(change, ids, cancellationToken);
            sent++;
            lost = answer is WriteAnswer.Unknown ? lost + 1 : 0;
            if (!Take(change, answer, ids) || lost == LostInARowMax)
            {
                return sent;
            }
        }

        return sent;
    }

    private bool IsToTry(SegmentChange change) =>
        answered.GetValueOrDefault(Key(change)) < TriesMax && unanswered.GetValueOrDefault(Key(change)) < LostMax;

    // A changed item has another id, and the change is still the same one.
    private static SegmentChange Key(SegmentChange change) => change with { ItemId = null };

    private Task<WriteAnswer> SendAsync(SegmentChange change, Dictionary<CodePath, string> ids, CancellationToken cancellationToken) =>
        change.ItemId is { } id
            ? segments.ChangeAsync(segment.ProjectId, segment.Id, id, change.Name, StatusOf(change.Kind), budget, cancellationToken)
            : segments.CreateAsync(
                segment.ProjectId,
                segment.Id,
                change.Path.Code,
                change.Name!,
                change.Path.Above is { } above ? long.Parse(ids[above], CultureInfo.InvariantCulture) : null,
                budget,
                cancellationToken
            );

    /// <summary>True where the item was refused by Procore, and not lost on the way.</summary>
    public bool IsRefused(SegmentChange change) => answered.ContainsKey(Key(change));

    private static bool? StatusOf(SegmentChangeKind kind) =>
        kind switch
        {
            SegmentChangeKind.Activate => true,
            SegmentChangeKind.Deactivate => false,
            _ => null,
        };

    private bool Take(SegmentChange change, WriteAnswer answer, Dictionary<CodePath, string> ids)
    {
        switch (answer)
        {
            case WriteAnswer.Done done:
                Taken++;
                Note(answered, change, "Procore accepted the change, but lists the item without it.");
                Learn(change, done.Body, ids);
                return true;
            case WriteAnswer.TurnedAway away:
                Pause = away.Kind == ProblemCatalog.ProcoreAccessRefused ? throw new IntegrationException(away.Kind, away.Sentence) : Later(away);
                IsTurnedAway = true;
                return false;
            case WriteAnswer.Refused refusal:
                RequireAllowed(refusal, segment.Name, "change items of");
                Note(answered, change, refusal.Sentence);
                return true;
            default:
                Note(unanswered, change, ((WriteAnswer.Unknown)answer).Sentence);
                return true;
        }
    }

    private void Note(Dictionary<SegmentChange, int> tries, SegmentChange change, string sentence)
    {
        tries[Key(change)] = tries.GetValueOrDefault(Key(change)) + 1;
        said[Key(change)] = sentence;
    }

    /// <summary>What a run says that waits.</summary>
    internal static string Later(WriteAnswer.TurnedAway away) => away.Sentence + " The run continues automatically.";

    // An item that cannot be found in the answer is found in the next list.
    private static void Learn(SegmentChange change, string body, Dictionary<CodePath, string> ids)
    {
        if (ProcoreClient.ReadWritten<ListedItemWire>(body)?.Id is { } id)
        {
            ids[change.Path] = id.ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            ids.Remove(change.Path);
        }
    }

    /// <summary>Ends a run where Procore refuses more than one change.</summary>
    internal static void RequireAllowed(WriteAnswer.Refused refusal, string segment, string what)
    {
        if (refusal.Status == 403)
        {
            throw new IntegrationException(
                ProblemCatalog.ProcoreNotPermitted,
                $"Procore does not allow the integration account to {what} segment {segment}. Ask the Procore administrator to give it "
                    + "Standard access to the work breakdown structure of the project, then start again."
            );
        }

        // Procore does not document the words; those that name custom segments as not supported are about the company, not about one item.
        if (
            refusal.Body.Contains("custom segment", StringComparison.OrdinalIgnoreCase)
            && refusal.Body.Contains("not supported", StringComparison.Ordinal)
        )
        {
            throw new IntegrationException(ProblemCatalog.RunUnusable, PushWords.NotSupported(segment));
        }
    }
}
