using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>
/// Keeps what was sent, answered and read back of one document. The caller holds the document's lock, so that no other call numbers its evidence.
/// </summary>
internal sealed class EvidenceWriter(IOrganizationService service, Guid documentId, string documentKey, string actor, DateTime now)
{
    /// <summary>Adds pieces. What is already the last of its kind is not kept twice.</summary>
    public void Add(IEnumerable<EvidencePiece> pieces)
    {
        var known = Rows.All(service, Known()).Select(row => new RowView(row)).ToList();
        foreach (var piece in pieces)
        {
            var hash = EvidenceText.Hash(piece.Content);
            var ofKind = known.Where(row => row.Choice(EvidenceTable.EvidenceKind) == piece.Kind).ToList();
            if (
                piece.Kind is EvidenceKindChoice.Payload or EvidenceKindChoice.Approval
                && ofKind.Any(row => row.Text(EvidenceTable.ContentHash) == hash)
            )
            {
                continue;
            }

            var name = NameOf(piece.Kind);
            var number = ofKind.Count + 1;
            service.Create(
                new Entity(EvidenceTable.LogicalName)
                {
                    [EvidenceTable.Key] = SyncKey.ForEvidence(documentKey, name, number),
                    [EvidenceTable.Name] = $"{name} {number.ToString(CultureInfo.InvariantCulture)}",
                    [EvidenceTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, documentId),
                    [EvidenceTable.EvidenceKind] = new OptionSetValue(piece.Kind),
                    [EvidenceTable.Content] = EvidenceText.Write(piece.Content, EvidenceTable.ContentLengthMax),
                    [EvidenceTable.ContentHash] = hash,
                    [EvidenceTable.RecordedOn] = now,
                    [EvidenceTable.Actor] = actor,
                }
            );
        }
    }

    private QueryExpression Known()
    {
        var query = Rows.Of(EvidenceTable.LogicalName, [EvidenceTable.EvidenceKind, EvidenceTable.ContentHash]);
        query.Criteria.AddCondition(EvidenceTable.DocumentId, ConditionOperator.Equal, documentId);
        return query;
    }

    private static string NameOf(int kind) =>
        kind switch
        {
            EvidenceKindChoice.Payload => "PAYLOAD",
            EvidenceKindChoice.Response => "RESPONSE",
            EvidenceKindChoice.ReadBack => "READBACK",
            EvidenceKindChoice.Approval => "APPROVAL",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind of evidence is unknown."),
        };
}
