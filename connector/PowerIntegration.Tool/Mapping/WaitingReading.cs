using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Effects;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Reads the documents that wait for a mapping, with the codes of their lines.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class WaitingReading(IMappingStore store, CancellationToken cancellation)
{
    private static readonly string[] Reasons = [.. WbsReasons.OfDocuments.Select(reason => reason.Wire)];

    /// <summary>Reads.</summary>
    /// <param name="environmentId">The environment.</param>
    /// <param name="projects">Its projects by Oracle number.</param>
    public async Task<IReadOnlyList<WaitingDocument>> ReadAsync(Guid environmentId, ILookup<string, Entity> projects)
    {
        var numbers = projects.SelectMany(same => same.Select(row => (row.Id, same.Key))).ToDictionary(row => row.Id, row => row.Key);
        var documents = new QueryExpression(DocumentTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                DocumentTable.Name,
                DocumentTable.ProjectId,
                DocumentTable.PayableAmount,
                DocumentTable.CertifiedPayment,
                DocumentTable.Currency,
                DocumentTable.PeriodEnd
            ),
        };
        Waits(documents.Criteria, environmentId);
        var lines = new QueryExpression(SourceLineTable.LogicalName)
        {
            ColumnSet = new ColumnSet([
                .. MappingQueries.CodeColumns,
                SourceLineTable.DocumentId,
                SourceLineTable.CompletedToDate,
                SourceLineTable.CompletedPrevious,
            ]),
        };
        Waits(lines.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id).LinkCriteria, environmentId);
        var codes = (await store.ListAsync(lines, cancellation))
            .Where(row => IsMoved(new RowView(row)))
            .ToLookup(row => new RowView(row).RequiredReference(SourceLineTable.DocumentId), row => MappingRows.Codes(new RowView(row)));
        return
        [
            .. from row in await store.ListAsync(documents, cancellation)
            where new RowView(row).Reference(DocumentTable.ProjectId) is { } project && numbers.ContainsKey(project)
            where new RowView(row).Date(DocumentTable.PeriodEnd) is not null
            select Document(new RowView(row), numbers, [.. codes[row.Id].Distinct()]),
        ];
    }

    private static WaitingDocument Document(RowView row, Dictionary<Guid, string> numbers, IReadOnlyList<SegmentCodes> codes) =>
        new(
            numbers[row.RequiredReference(DocumentTable.ProjectId)],
            new WaitingCost
            {
                Name = row.Text(DocumentTable.Name) ?? "",
                Day = row.RequiredDate(DocumentTable.PeriodEnd),
                Amount = row.Amount(DocumentTable.PayableAmount) ?? row.Amount(DocumentTable.CertifiedPayment),
                Currency = row.Text(DocumentTable.Currency),
                Codes = codes,
            }
        );

    // What does not move is not sent, so its code is not asked for.
    private static bool IsMoved(RowView line) =>
        line.Amount(SourceLineTable.CompletedToDate) is not { } now || now != line.Amount(SourceLineTable.CompletedPrevious);

    private static void Waits(FilterExpression criteria, Guid environmentId)
    {
        criteria.AddCondition(DocumentTable.EnvironmentId, ConditionOperator.Equal, environmentId);
        criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, [DocumentStateChoice.Refused, DocumentStateChoice.Held]);
        criteria.AddCondition(DocumentTable.ReasonCode, ConditionOperator.In, [.. Reasons.Cast<object>()]);
    }
}
