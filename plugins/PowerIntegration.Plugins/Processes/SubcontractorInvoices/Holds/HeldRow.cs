using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>A document with its payment hold: one request, after the lock.</summary>
internal sealed class HeldRow
{
    private const string EnvironmentAlias = "environment";
    private const string PayablesAlias = "payables";
    private readonly Entity row;

    private HeldRow(Entity row) => this.row = row;

    public RowView Document => new(row);

    public HeldDocument Held =>
        new()
        {
            Name = Document.RequiredText(DocumentTable.Name),
            State = DocumentStates.FromChoice(Document.Choice(DocumentTable.DocumentState)) ?? default,
            Amount = Document.Amount(DocumentTable.PayableAmount),
            Currency = Document.RequiredText(DocumentTable.Currency),
            IsInOracle = Document.Text(DocumentTable.OracleInvoiceId) is { Length: > 0 },
            Known = HoldRows.Read(Document, new RowView(row, PayablesAlias)),
            IsPlaced = Document.Instant(DocumentTable.HoldPlacedOn) is not null,
            Until = Document.Date(DocumentTable.HoldUntil),
            Basis = Document.Text(DocumentTable.HoldBasis),
            RequestedBy = Person.Read(Document.Text(DocumentTable.HoldRequestedById), Document.Text(DocumentTable.HoldRequestedBy)),
            Reason = Document.Text(DocumentTable.HoldReason),
            ConfirmedBy = Person.Read(Document.Text(DocumentTable.HoldConfirmedById), Document.Text(DocumentTable.HoldConfirmedBy)),
            IsSent = Document.Instant(DocumentTable.HoldSentOn) is not null,
            ReleasedWhy = Document.Text(DocumentTable.HoldReleasedWhy),
        };

    /// <summary>What a finding about the document is about.</summary>
    public FindingSubject Subject =>
        new(
            FindingWriter.ScopeOf(new RowView(row, EnvironmentAlias)),
            Document.RequiredReference(DocumentTable.EnvironmentId),
            row.ToEntityReference(),
            FindingTable.DocumentId
        );

    /// <summary>A change of the row.</summary>
    public Entity Change() => new(DocumentTable.LogicalName, row.Id);

    public static HeldRow Read(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.Key,
                DocumentTable.Name,
                DocumentTable.DocumentState,
                DocumentTable.EnvironmentId,
                DocumentTable.PreparationId,
                DocumentTable.ContentHash,
                DocumentTable.PayableAmount,
                DocumentTable.Currency,
                DocumentTable.OracleInvoiceId,
                DocumentTable.HoldIds,
                DocumentTable.HoldPlacedOn,
                DocumentTable.HoldUntil,
                DocumentTable.HoldBasis,
                DocumentTable.HoldReason,
                DocumentTable.HoldRequestedBy,
                DocumentTable.HoldRequestedById,
                DocumentTable.HoldConfirmedBy,
                DocumentTable.HoldConfirmedById,
                DocumentTable.HoldSentOn,
                DocumentTable.HoldReleasedWhy,
            ]
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(EnvironmentAlias, FindingWriter.EnvironmentColumns);
        query
            .AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id)
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id)
            .Join(PayablesAlias, HoldRows.PayablesColumns);
        return new HeldRow(Rows.First(service, query)!);
    }
}
