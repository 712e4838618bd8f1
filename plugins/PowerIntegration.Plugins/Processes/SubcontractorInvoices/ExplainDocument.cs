using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Lays out what a document's current preparation froze: certificate, continuation sheet, checks, proof and journals; and says what waits for the
/// document. It reads as the caller in two requests and writes nothing.
/// </summary>
[CustomApi(
    "pint_ExplainDocument",
    Gates.ExplainDocument,
    "Shows what a document's preparation froze as tables, and which later documents wait for it. Nothing is computed again and nothing is stored.",
    DisplayName = "Explain document"
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what the document pays, or that it has not been prepared.")]
[CustomApiOutput("WaitingDocuments", CustomApiFieldType.Integer, "Number of later documents that wait until this one is posted.")]
[CustomApiOutput(
    "WaitingAmount",
    CustomApiFieldType.Decimal,
    "Amount that they pay; for documents not prepared yet, the current payment due in Procore."
)]
[CustomApiOutput("Explanation", CustomApiFieldType.String, "Certificate, lines, checks, proof, journals and waiting documents, as JSON.")]
public sealed class ExplainDocument : PluginShell
{
    private const string Preparation = "preparation";
    private const string Environment = "environment";
    private const string Project = "project";
    private const string Commitment = "contract";

    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        var service = call.CallerService();
        var row =
            Rows.First(service, Document(documentId))
            ?? throw new InvalidPluginExecutionException($"Document {documentId} does not exist, or you may not see it. Choose another document.");
        var explanation = Explain(row, Rows.All(service, Others(new RowView(row).RequiredReference(DocumentTable.CommitmentId))));
        call.Output("Message", explanation.Message);
        call.Output("WaitingDocuments", explanation.Waiting.Count);
        call.Output("WaitingAmount", explanation.WaitingAmount);
        call.Output("Explanation", explanation.ToJson());
    }

    private static DocumentExplanation Explain(Entity row, IReadOnlyList<Entity> documents)
    {
        var view = new RowView(row);
        var own = DocumentRows.Read(row);
        var frozen = Frozen(own, view, out var problem);
        return new DocumentExplanation
        {
            Name = NameOf(view),
            Document = own,
            Currency = frozen?.Invoice.Currency ?? view.Text(DocumentTable.Currency) ?? "",
            Frozen = frozen,
            Problem = problem,
            Waiting = own.IsDecided ? [] : Waiting(own, documents),
            OracleAddress = OracleAddress.Of(view.Joined(Environment).Text(EnvironmentTable.OraclePod), view.Text(DocumentTable.OracleInvoiceId)),
            ProcoreAddress = own.Type == DocumentKind.SubcontractorInvoice ? AddressInProcore(view) : null,
        };
    }

    private static Uri? AddressInProcore(RowView view) =>
        ProcoreAddress.Of(
            view.Joined(Environment).Text(EnvironmentTable.ProcoreWebAddress),
            view.Joined(Project).Text(ProjectTable.ProcoreId),
            view.Joined(Commitment).Text(CommitmentTable.ProcoreId),
            view.Text(DocumentTable.ProcoreId)
        );

    private static FrozenPreparation? Frozen(DocumentSummary own, RowView view, out Refusal? problem)
    {
        problem = null;
        if (own.PreparationId is null)
        {
            return null;
        }

        var preparation = view.Joined(Preparation);
        var invoice = PreparedInvoiceContent.Read(
            $"Preparation {preparation.Text(PreparationTable.Name)}",
            preparation.Text(PreparationTable.Content),
            preparation.Text(PreparationTable.ContentHash),
            out problem
        );
        return invoice is null
            ? null
            : new FrozenPreparation(
                invoice,
                new PreparationTexts(preparation.Text(PreparationTable.Certificate) ?? "", preparation.Text(PreparationTable.Proof) ?? "", "")
            );
    }

    private static IReadOnlyList<WaitingLater> Waiting(DocumentSummary own, IReadOnlyList<Entity> documents)
    {
        var rows = documents.Where(document => document.Id != own.Id).ToDictionary(document => document.Id);
        return
        [
            .. SequenceCheck
                .WaitingFor(own, rows.Values.Select(document => DocumentRows.Read(document)))
                .OrderBy(document => document.ApplicationNumber)
                .Select(document => Later(document, new RowView(rows[document.Id]))),
        ];
    }

    private static WaitingLater Later(DocumentSummary document, RowView row) =>
        new(document.Id, NameOf(row), document.PayableAmount ?? row.Amount(DocumentTable.CertifiedPayment));

    private static string NameOf(RowView row) =>
        row.Text(DocumentTable.Name) is { Length: > 0 } name ? name : row.RequiredText(DocumentTable.ProcoreId);

    private static QueryExpression Document(Guid documentId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            DocumentRows
                .Columns.Concat([DocumentTable.Name, DocumentTable.CommitmentId, DocumentTable.Currency, DocumentTable.OracleInvoiceId])
                .Distinct()
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query
            .AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(
                Preparation,
                [PreparationTable.Name, PreparationTable.Content, PreparationTable.ContentHash, PreparationTable.Certificate, PreparationTable.Proof]
            );
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id, JoinOperator.LeftOuter)
            .Join(Environment, [EnvironmentTable.OraclePod, EnvironmentTable.ProcoreWebAddress]);
        query
            .AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter)
            .Join(Project, [ProjectTable.ProcoreId]);
        query
            .AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id, JoinOperator.LeftOuter)
            .Join(Commitment, [CommitmentTable.ProcoreId]);
        return query;
    }

    private static QueryExpression Others(Guid commitmentId)
    {
        var query = Rows.Of(DocumentTable.LogicalName, DocumentRows.Columns.Concat([DocumentTable.Name, DocumentTable.CertifiedPayment]).Distinct());
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        return query;
    }
}
