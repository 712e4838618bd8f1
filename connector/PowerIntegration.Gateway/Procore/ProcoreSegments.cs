using System.Text.Json;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Procore;

/// <summary>The custom segments of a project in Procore, and their items.</summary>
internal sealed class ProcoreSegments(ProcoreClient procore)
{
    private const string Active = "active";
    private const string Inactive = "inactive";

    /// <summary>True where what Procore leaves of the hour's requests is to be kept for other work.</summary>
    public bool IsScarce => procore.IsScarce;

    /// <summary>Whether an item can be used.</summary>
    public static bool IsActive(ListedItemWire item) => item.Status != Inactive;

    /// <summary>The custom segment with a name; null where the project's codes do not have it.</summary>
    public async Task<PatternSegmentWire?> FindAsync(string projectId, string name, CallBudget budget, CancellationToken cancellationToken)
    {
        var segments = await ListAsync(projectId, budget, cancellationToken);
        return segments?.FirstOrDefault(segment =>
            segment is { Type: "custom", Id: not null, IsIncludedInProjectPattern: not false }
            && string.Equals(segment.Name, name, StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>The segments of the project's codes, in their order; null where Procore does not show the project.</summary>
    public async Task<IReadOnlyList<PatternSegmentWire>?> ListAsync(string projectId, CallBudget budget, CancellationToken cancellationToken)
    {
        var pattern = await procore.FindAsync<PatternWire>(Root(projectId) + "/patterns", budget, cancellationToken);
        return pattern is null ? null : [.. (pattern.Segments ?? []).OfType<PatternSegmentWire>()];
    }

    /// <summary>Every item of a segment, inactive ones too.</summary>
    public async Task<IReadOnlyList<ListedItemWire>> ItemsAsync(
        string projectId,
        long segmentId,
        CallBudget budget,
        CancellationToken cancellationToken
    ) => await procore.LongListAsync<ListedItemWire>(Items(projectId, segmentId), budget, cancellationToken);

    /// <summary>Makes an item below another one, or at the top.</summary>
    public Task<WriteAnswer> CreateAsync(
        string projectId,
        long segmentId,
        string code,
        string name,
        long? parentId,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var body = new Dictionary<string, object> { ["code"] = code, ["name"] = name };
        if (parentId is { } parent)
        {
            body["parent_id"] = parent;
        }

        return procore.PostAsync(Items(projectId, segmentId), body, budget, cancellationToken);
    }

    /// <summary>Gives an item another name, another status, or both.</summary>
    public Task<WriteAnswer> ChangeAsync(
        string projectId,
        long segmentId,
        string itemId,
        string? name,
        bool? isActive,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var body = new Dictionary<string, object>();
        if (name is not null)
        {
            body["name"] = name;
        }

        if (isActive is { } active)
        {
            body["status"] = active ? Active : Inactive;
        }

        return procore.PatchAsync($"{Items(projectId, segmentId)}/{Uri.EscapeDataString(itemId)}", body, budget, cancellationToken);
    }

    /// <summary>Makes codes. One that has the same items already is not made again, and stays as it is.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="codes">Ids of the items of each code, by the ids of their segments.</param>
    /// <param name="budget">Time that the call may take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<WriteAnswer> CreateCodesAsync(
        string projectId,
        IEnumerable<IReadOnlyDictionary<long, long>> codes,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        // Without a description, which would go over the one that a person gave a code.
        var bulk = codes.Select(code => new
        {
            segment_items = code.Select(item => new { segment_id = item.Key, segment_item_id = item.Value }).ToArray(),
        });
        return procore.PatchAsync(Codes(projectId) + "/bulk_create", new { bulk = bulk.ToArray() }, budget, cancellationToken);
    }

    /// <summary>Every code of a project, inactive ones too, as it came.</summary>
    public async Task<IReadOnlyList<JsonElement>> CodesAsync(string projectId, CallBudget budget, CancellationToken cancellationToken) =>
        await procore.LongListAsync<JsonElement>(Codes(projectId), budget, cancellationToken);

    private static string Codes(string projectId) => Root(projectId) + "/wbs_codes";

    private static string Root(string projectId) => $"rest/v1.0/projects/{Uri.EscapeDataString(projectId)}/work_breakdown_structure";

    private static string Items(string projectId, long segmentId) =>
        $"{Root(projectId)}/segments/{segmentId.ToString(CultureInfo.InvariantCulture)}/segment_items";
}
