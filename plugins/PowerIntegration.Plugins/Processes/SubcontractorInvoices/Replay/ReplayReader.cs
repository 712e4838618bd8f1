using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Replay;

/// <summary>
/// Reads the applications of a commitment as the caller may see them, whatever became of their documents, in at most eleven requests: terms,
/// documents, opening balances, and four pages each of source lines and of posted lines.
/// </summary>
internal sealed class ReplayReader(IOrganizationService service, Guid commitmentId, Guid termsId)
{
    private const string CommitmentAlias = "contract";
    private const int PagesMax = 4;

    /// <summary>What there is; null where nothing can be replayed, and <paramref name="refusal"/> says why.</summary>
    public ReplayFacts? Read(out Refusal? refusal)
    {
        if (Rows.First(service, Terms()) is not { } terms || new RowView(terms).Reference(CommitmentTermsTable.CommitmentId) != commitmentId)
        {
            refusal = Unusable("These terms do not exist on this commitment. Choose a draft or an active version of the commitment's terms.");
            return null;
        }

        var commitment = new RowView(terms, CommitmentAlias);
        var number = commitment.RequiredText(CommitmentTable.Number);
        var currency = commitment.RequiredText(CommitmentTable.Currency);
        var version = TermsVersionRows.Read(new RowView(terms), number, currency);
        if (VersionStates.FromChoice(new RowView(terms).Choice(CommitmentTermsTable.RuleState)) == VersionState.Superseded)
        {
            refusal = Unusable($"Terms {version.Key} are superseded. Choose a draft or an active version.");
            return null;
        }

        var documents = Rows.All(service, Documents());
        var approved = TermsReplay.Approved(documents.Select(row => new ReplayDocument(DocumentRows.Read(row), SourceInvoiceRows.Read(row, []))));
        refusal = TermsReplay.TooLarge(number, approved.Count, 0);
        if (refusal is not null)
        {
            return null;
        }

        var lines = approved.Count == 0 ? [] : Rows.Pages(service, SourceLines(), PagesMax);
        var posted = approved.Any(one => one.Document.State == DocumentState.Posted) ? Rows.Pages(service, PostedLines(), PagesMax) : [];
        if (lines is null || posted is null)
        {
            refusal = TermsReplay.TooLarge(number, approved.Count, int.MaxValue);
            return null;
        }

        return new ReplayFacts
        {
            Number = number,
            Currency = currency,
            Terms = version,
            Opening = OpeningReader.Read(service, commitmentId, commitment),
            Documents = Joined(documents, lines, posted),
        };
    }

    private static Refusal Unusable(string sentence) => new(SharedReasons.InputUnusable, sentence);

    private static IReadOnlyList<ReplayDocument> Joined(IReadOnlyList<Entity> documents, IReadOnlyList<Entity> lines, IReadOnlyList<Entity> posted)
    {
        var byDocument = lines.ToLookup(line => new RowView(line).RequiredReference(SourceLineTable.DocumentId));
        var byPreparation = posted
            .Select(line => new RowView(line))
            .Where(line => line.Text(DocumentLineTable.ProcoreLineId) is { Length: > 0 })
            .ToLookup(line => line.RequiredReference(DocumentLineTable.PreparationId));
        return
        [
            .. documents.Select(row =>
            {
                var document = DocumentRows.Read(row);
                return new ReplayDocument(document, SourceInvoiceRows.Read(row, byDocument[row.Id]))
                {
                    Posted = document is { State: DocumentState.Posted, PreparationId: { } preparation }
                        ? Held(byPreparation[preparation])
                        : new Dictionary<string, BucketAmounts>(),
                };
            }),
        ];
    }

    // A line of the ledger may have several rows; the balances are the same in each.
    private static IReadOnlyDictionary<string, BucketAmounts> Held(IEnumerable<RowView> lines)
    {
        var held = new Dictionary<string, BucketAmounts>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Amount(DocumentLineTable.WorkRetainageAfter) is { } work && line.Amount(DocumentLineTable.StoredRetainageAfter) is { } stored)
            {
                held[line.RequiredText(DocumentLineTable.ProcoreLineId)] = new BucketAmounts(work, stored);
            }
        }

        return held;
    }

    private QueryExpression Terms()
    {
        var query = Rows.Of(
            CommitmentTermsTable.LogicalName,
            TermsVersionRows.Columns.Concat([CommitmentTermsTable.CommitmentId, CommitmentTermsTable.RuleState])
        );
        query.Criteria.AddCondition(CommitmentTermsTable.Id, ConditionOperator.Equal, termsId);
        query
            .AddLink(CommitmentTable.LogicalName, CommitmentTermsTable.CommitmentId, CommitmentTable.Id)
            .Join(
                CommitmentAlias,
                [CommitmentTable.Number, CommitmentTable.Currency, CommitmentTable.OpeningEnteredBy, .. OpeningBalanceRows.HeaderColumns]
            );
        return query;
    }

    private QueryExpression Documents()
    {
        var query = Rows.Of(DocumentTable.LogicalName, DocumentRows.Columns.Concat(SourceInvoiceRows.DocumentColumns).Distinct());
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        return query;
    }

    private QueryExpression SourceLines()
    {
        var query = Rows.Of(SourceLineTable.LogicalName, SourceInvoiceRows.LineColumns.Concat([SourceLineTable.Key, SourceLineTable.DocumentId]));
        var document = query.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id);
        document.LinkCriteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        document.LinkCriteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, DocumentTypeChoice.SubcontractorInvoice);
        query.AddOrder(SourceLineTable.Key, OrderType.Ascending);
        return query;
    }

    private QueryExpression PostedLines()
    {
        var query = Rows.Of(
            DocumentLineTable.LogicalName,
            [
                DocumentLineTable.Key,
                DocumentLineTable.PreparationId,
                DocumentLineTable.ProcoreLineId,
                DocumentLineTable.WorkRetainageAfter,
                DocumentLineTable.StoredRetainageAfter,
            ]
        );
        var document = query.AddLink(DocumentTable.LogicalName, DocumentLineTable.PreparationId, DocumentTable.PreparationId);
        document.LinkCriteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        document.LinkCriteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        query.AddOrder(DocumentLineTable.Key, OrderType.Ascending);
        return query;
    }
}
