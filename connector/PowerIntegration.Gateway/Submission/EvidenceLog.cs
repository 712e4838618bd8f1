using System.Security.Cryptography;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Keeps what was sent, answered and read back. A row of it never changes.</summary>
internal sealed class EvidenceLog(IDataverseStore store, TimeProvider clock)
{
    /// <summary>Most characters the column takes.</summary>
    public const int ContentMax = 1_048_576;

    private const string CutMark = "\n[cut: the hash is of the whole]";

    private readonly Dictionary<Guid, HashSet<string>> known = [];

    /// <summary>Adds one piece. The claim sees to it that only one call writes evidence of a document at a time.</summary>
    public async Task AddAsync(SendableDocument document, int kind, string content, string actor, CancellationToken cancellationToken)
    {
        var known = await KnownKeysAsync(document.Id, cancellationToken);
        var name = NameOf(kind);
        var number = 1;
        while (known.Contains(SyncKey.ForEvidence(document.Key, name, number)))
        {
            number++;
        }

        var key = SyncKey.ForEvidence(document.Key, name, number);
        var created = await store.TryCreateAsync(
            new Entity(EvidenceTable.LogicalName)
            {
                [EvidenceTable.Key] = key,
                [EvidenceTable.Name] = $"{name} {number}",
                [EvidenceTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, document.Id),
                [EvidenceTable.EvidenceKind] = new OptionSetValue(kind),
                [EvidenceTable.Content] = content.Length <= ContentMax ? content : content[..(ContentMax - CutMark.Length)] + CutMark,
                [EvidenceTable.ContentHash] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))),
                [EvidenceTable.RecordedOn] = clock.GetUtcNow().UtcDateTime,
                [EvidenceTable.Actor] = actor,
            },
            cancellationToken
        );
        if (created is null)
        {
            throw new InvalidOperationException($"Two calls write evidence of document {document.Id} at the same time: the key {key} is taken.");
        }

        known.Add(key);
    }

    private async Task<HashSet<string>> KnownKeysAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (this.known.TryGetValue(documentId, out var known))
        {
            return known;
        }

        var query = new QueryExpression(EvidenceTable.LogicalName) { ColumnSet = new ColumnSet(EvidenceTable.Key) };
        query.Criteria.AddCondition(EvidenceTable.DocumentId, ConditionOperator.Equal, documentId);
        var rows = await store.ListAsync(query, cancellationToken);
        return this.known[documentId] = [.. rows.Select(row => row.GetAttributeValue<string>(EvidenceTable.Key))];
    }

    private static string NameOf(int kind) =>
        kind switch
        {
            EvidenceKindChoice.Payload => "PAYLOAD",
            EvidenceKindChoice.Response => "RESPONSE",
            EvidenceKindChoice.ReadBack => "READBACK",
            EvidenceKindChoice.Approval => "APPROVAL",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of evidence."),
        };
}
