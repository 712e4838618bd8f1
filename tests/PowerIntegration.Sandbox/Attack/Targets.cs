using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>Rows, hashes and names that an attempt is made of: those that exist, in an order that the seed alone decides.</summary>
internal sealed class Targets
{
    private const string PlatformApproval = "msdyn_flow_approval";
    private const string PlatformResponse = "msdyn_flow_approvalresponse";
    private const string PlatformRequest = "msdyn_flow_approvalrequest";

    private readonly Dictionary<string, IReadOnlyList<Entity>> rows = new(StringComparer.Ordinal);
    private readonly IOrganizationService service;

    /// <summary>Reads nothing yet.</summary>
    public Targets(RunningSandbox sandbox) => service = sandbox.Dataverse.CreateService(null);

    /// <summary>Documents that Procore brought.</summary>
    public IReadOnlyList<Entity> Documents => Of(DocumentTable.LogicalName);

    /// <summary>Approvals in Microsoft Approvals.</summary>
    public IReadOnlyList<Entity> PlatformApprovals => Of(PlatformApproval);

    /// <summary>Answers in Microsoft Approvals.</summary>
    public IReadOnlyList<Entity> PlatformResponses => Of(PlatformResponse);

    /// <summary>People asked in Microsoft Approvals.</summary>
    public IReadOnlyList<Entity> PlatformRequests => Of(PlatformRequest);

    /// <summary>True where the person is asked to answer the approval.</summary>
    public bool IsAsked(Guid person, Guid approval) =>
        PlatformRequests.Any(row =>
            row.GetAttributeValue<EntityReference>(PlatformRequest + "_approval")?.Id == approval
            && row.GetAttributeValue<EntityReference>("ownerid")?.Id == person
        );

    /// <summary>Hashes of documents and of what they froze before.</summary>
    public IReadOnlyList<string> Hashes =>
        [.. Documents.Concat(Of(PreparationTable.LogicalName)).Select(row => Text(row, PreparationTable.ContentHash)).OfType<string>().Distinct()];

    /// <summary>Names of claims that the gateway used.</summary>
    public IReadOnlyList<string> Claims => [.. Documents.Select(row => Text(row, DocumentTable.ClaimedBy)).OfType<string>().Distinct()];

    /// <summary>What the gateway read back from Oracle.</summary>
    public IReadOnlyList<string> ReadBacks => Evidence(EvidenceKindChoice.ReadBack);

    /// <summary>What the gateway sent to Oracle.</summary>
    public IReadOnlyList<string> Payloads => Evidence(EvidenceKindChoice.Payload);

    /// <summary>Begins again: what is asked for next is read then.</summary>
    public void Refresh() => rows.Clear();

    /// <summary>The rows of a table, by key or else by id.</summary>
    public IReadOnlyList<Entity> Of(string table)
    {
        if (!rows.TryGetValue(table, out var known))
        {
            var found = service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;
            rows[table] = known = [
                .. found
                    .OrderBy(row => Text(row, DocumentTable.Key) ?? Text(row, "msdyn_flow_approval_title") ?? "", StringComparer.Ordinal)
                    .ThenBy(row => row.Id),
            ];
        }

        return known;
    }

    /// <summary>A column as text; null where it is empty.</summary>
    public static string? Text(Entity row, string column) => row.Contains(column) ? row[column] as string : null;

    private IReadOnlyList<string> Evidence(int kind) =>
        [
            .. Of(EvidenceTable.LogicalName)
                .Where(row => row.GetAttributeValue<OptionSetValue>(EvidenceTable.EvidenceKind)?.Value == kind)
                .Select(row => Text(row, EvidenceTable.Content))
                .OfType<string>(),
        ];
}
