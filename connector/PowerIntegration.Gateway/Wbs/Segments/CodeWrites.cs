using System.Text.Json;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs.Segments;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>
/// Makes codes, many with one request. Which of them were made, the next list shows; those that were not are sent once more, each by itself, so that
/// the words of Procore belong to one code.
/// </summary>
internal sealed class CodeWrites(ProcoreSegments segments, TaskSegment segment, CallBudget budget)
{
    /// <summary>Codes made with one request. Procore documents no limit.</summary>
    public const int TogetherMax = 100;

    /// <summary>Codes that one call sends by themselves. More that are not made have the same reason, or one that is shown later.</summary>
    public const int AloneMax = 10;

    private const string NotMade = "Procore did not make it.";
    private const int SaidMax = 300;

    private readonly Dictionary<string, int> answered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unanswered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> said = new(StringComparer.Ordinal);
    private int alone;

    /// <summary>Why the call cannot go on; null where it can.</summary>
    public string? Pause { get; private set; }

    /// <summary>True where Procore asked to wait or could not be reached, so that another call made at once would get no further.</summary>
    public bool IsTurnedAway { get; private set; }

    /// <summary>Why a code that is still missing was not made by the last try.</summary>
    public string ReasonOf(NeededCode code) => said.GetValueOrDefault(code.Key, NotMade);

    /// <summary>Sends what is not tried too often.</summary>
    /// <param name="missing">The codes.</param>
    /// <param name="taskItems">Ids of the items of tasks, as they were listed last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Number of requests that were sent.</returns>
    public async Task<int> WriteAsync(
        IReadOnlyList<NeededCode> missing,
        IReadOnlyDictionary<CodePath, long> taskItems,
        CancellationToken cancellationToken
    )
    {
        var sent = 0;
        foreach (var some in Requests(missing))
        {
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

            var answer = await segments.CreateCodesAsync(
                segment.ProjectId,
                some.Select(code => Wire(code, taskItems[code.Task])),
                budget,
                cancellationToken
            );
            sent++;
            if (!Take(some, answer))
            {
                return sent;
            }
        }

        return sent;
    }

    private List<NeededCode[]> Requests(IReadOnlyList<NeededCode> missing)
    {
        var open = missing.Where(code => unanswered.GetValueOrDefault(code.Key) < SegmentWrites.LostMax).ToList();
        var requests = open.Where(code => answered.GetValueOrDefault(code.Key) == 0).Chunk(TogetherMax).ToList();
        foreach (var code in open.Where(code => answered.GetValueOrDefault(code.Key) == 1).Take(AloneMax - alone))
        {
            alone++;
            requests.Add([code]);
        }

        return requests;
    }

    private Dictionary<long, long> Wire(NeededCode code, long taskItem)
    {
        var items = code.Items.ToDictionary(item => Number(item.SegmentId), item => Number(item.ItemId));
        items[segment.Id] = taskItem;
        return items;
    }

    private bool Take(NeededCode[] some, WriteAnswer answer)
    {
        switch (answer)
        {
            case WriteAnswer.Done done:
                Note(answered, some, Words(done.Body));
                return true;
            case WriteAnswer.TurnedAway away:
                Pause = SegmentWrites.Later(away);
                IsTurnedAway = true;
                return false;
            case WriteAnswer.Refused refusal:
                SegmentWrites.RequireAllowed(refusal, segment.Name, "make WBS codes with items of");
                Note(answered, some, refusal.Sentence);
                return true;
            default:
                Note(unanswered, some, ((WriteAnswer.Unknown)answer).Sentence);
                return true;
        }
    }

    private void Note(Dictionary<string, int> tries, NeededCode[] some, string sentence)
    {
        foreach (var code in some)
        {
            tries[code.Key] = tries.GetValueOrDefault(code.Key) + 1;
            said[code.Key] = some.Length == 1 ? sentence : NotMade;
        }
    }

    private static string Words(string body) =>
        ProcoreClient.ReadWritten<CreatedCodesWire>(body)?.Errors is { Count: > 0 } errors
            ? $"Procore refused it: {WholeText.Start(Said(errors[0]), SaidMax)}"
            : NotMade;

    // What was sent is in the error too; people know it.
    private static string Said(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty("errors", out var own) ? own.GetRawText() : error.GetRawText();

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
