using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>A document and the other documents of its commitment, with commitment, project and Payables setup: one request, after the lock.</summary>
internal sealed class CommitmentSnapshot
{
    private const string CommitmentAlias = "contract";
    private const string TermsAlias = "terms";
    private const string VendorAlias = "vendor";
    private const string ProjectAlias = "project";
    private const string PayablesAlias = "payables";
    private const string EnvironmentAlias = "environment";
    private const string PreparationAlias = "preparation";

    private readonly IReadOnlyList<Entity> rows;

    private CommitmentSnapshot(Guid commitmentId, Entity own, IReadOnlyList<Entity> rows, IReadOnlyList<TermsVersion> activeTerms)
    {
        this.rows = rows;
        ActiveTerms = activeTerms;
        CommitmentId = commitmentId;
        Own = own;
        Others = [.. rows.Where(row => row.Id != own.Id).Select(row => DocumentRows.Read(row, PreparationAlias))];
    }

    public Guid CommitmentId { get; }

    /// <summary>Row of the document.</summary>
    public Entity Own { get; }

    public DocumentSummary Summary => DocumentRows.Read(Own, PreparationAlias);

    public IReadOnlyList<DocumentSummary> Others { get; }

    public RowView Document => new(Own);

    /// <summary>Every active version of the contract's terms.</summary>
    public IReadOnlyList<TermsVersion> ActiveTerms { get; }

    /// <summary>The version of the terms that holds for the document, or why none does.</summary>
    public TermsSelection Terms =>
        TermsSelection.Of(Commitment.RequiredText(CommitmentTable.Number), ActiveTerms, Document.Date(DocumentTable.PeriodEnd));

    public RowView Commitment => new(Own, CommitmentAlias);

    /// <summary>Whose invoices the commitment pays; null where no vendor is linked.</summary>
    public VendorLink? VendorLink => VendorLinkRows.Read(new RowView(Own, VendorAlias));

    public RowView Project => new(Own, ProjectAlias);

    public RowView Payables => new(Own, PayablesAlias);

    /// <summary>Commitment, project and Payables setup as a preparation names what it used.</summary>
    public IReadOnlyList<string> Versions =>
        [
            UsedVersions.Line(UsedVersions.Commitment, Commitment.Text(CommitmentTable.Key), Commitment.Text(CommitmentTable.VersionHash)),
            UsedVersions.Line(UsedVersions.Project, Project.Text(ProjectTable.Key), Project.Text(ProjectTable.VersionHash)),
            UsedVersions.Line(UsedVersions.Payables, Payables.Text(PayablesSetupTable.Key), Payables.Text(PayablesSetupTable.VersionHash)),
        ];

    /// <summary>What is known of the document's payment holds beside what it froze.</summary>
    public KnownHolds Holds => HoldRows.Read(Document, Payables);

    /// <summary>Address of the document in the administrator's app; empty where the environment names none.</summary>
    public string Address =>
        new RowView(Own, EnvironmentAlias).Text(EnvironmentTable.AppAddress) is { Length: > 0 } app
            ? app + (app.IndexOf('?') < 0 ? "?" : "&") + "pagetype=entityrecord&etn=" + DocumentTable.LogicalName + "&id=" + Own.Id
            : "";

    /// <summary>What a finding about one of the commitment's documents is about.</summary>
    public FindingSubject Subject(Guid documentId) =>
        new(
            FindingWriter.ScopeOf(new RowView(Own, EnvironmentAlias)),
            Document.RequiredReference(DocumentTable.EnvironmentId),
            new EntityReference(DocumentTable.LogicalName, documentId),
            FindingTable.DocumentId
        );

    /// <summary>What a finding about the Payables setup of the business unit is about: one for all its documents.</summary>
    public FindingSubject PayablesSubject =>
        new(
            FindingWriter.ScopeOf(new RowView(Own, EnvironmentAlias)),
            Document.RequiredReference(DocumentTable.EnvironmentId),
            new EntityReference(PayablesSetupTable.LogicalName, Project.RequiredReference(ProjectTable.PayablesSetupId)),
            null
        );

    /// <summary>Where what is frozen was approved; null where nothing is, or it is a reversal.</summary>
    public ApprovalPlace? ApprovalPlace => ApprovalPlaces.FromChoice(new RowView(Own, PreparationAlias).Choice(PreparationTable.ApprovalPlace));

    public Guid? BasePreparationId => Commitment.Reference(CommitmentTable.BasePreparationId);

    public int LastPostedNumber => Commitment.WholeNumber(CommitmentTable.LastPostedNumber) ?? 0;

    public static CommitmentSnapshot Read(IOrganizationService service, Guid commitmentId, Guid documentId)
    {
        // Each document comes once with every active version of the contract's terms.
        var joined = Rows.All(service, Query(commitmentId));
        var rows = joined.GroupBy(row => row.Id).Select(row => row.First()).ToList();
        var own = rows.SingleOrDefault(row => row.Id == documentId);
        Invariant.Require(own is not null, "A document has a commitment, a project and a Payables setup.");
        return new CommitmentSnapshot(commitmentId, own, rows, [.. joined.Where(row => row.Id == documentId).SelectMany(Version)]);
    }

    /// <summary>The same contract seen from another of its documents; null where it has none with the id.</summary>
    public CommitmentSnapshot? Of(Guid documentId) =>
        rows.FirstOrDefault(row => row.Id == documentId) is { } other ? new CommitmentSnapshot(CommitmentId, other, rows, ActiveTerms) : null;

    /// <summary>The contract's documents that take another one back.</summary>
    public IEnumerable<Entity> ReversalsOf(Guid documentId) =>
        rows.Where(row => new RowView(row).Reference(DocumentTable.ReversedDocumentId) == documentId);

    /// <summary>The document and those that wait for it: what can continue once the document can.</summary>
    public IReadOnlyList<Entity> OwnAndWaiting => [Own, .. SequenceCheck.WaitingFor(Summary, Others).Select(document => Of(document.Id)!.Own)];

    /// <summary>What Oracle showed otherwise of the contract's posted invoices when its open documents were last read.</summary>
    public IReadOnlyList<OracleVariance> OracleVariances =>
        [
            .. rows.Where(row => !DocumentStateMachine.IsFinal(DocumentRows.Read(row).State))
                .SelectMany(row => OracleVariancesText.Read(new RowView(row).Text(DocumentTable.OracleVariances))),
        ];

    /// <summary>What was decided about the last posted revision before, also where it was reversed since; null where there is none.</summary>
    public string? CorrectedDecisions =>
        rows.Select(row => new { Row = new RowView(row), Summary = DocumentRows.Read(row) })
            .Where(other =>
                other.Summary.State is DocumentState.Posted or DocumentState.Reversed
                && other.Summary.Type == Summary.Type
                && other.Summary.ProcoreId == Summary.ProcoreId
                && other.Summary.Revision < Summary.Revision
            )
            .OrderByDescending(other => other.Summary.Revision)
            .Select(other => other.Row.Text(DocumentTable.Decisions))
            .FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <summary>Every revision that is posted and not reversed, as the ledger keeps it.</summary>
    public IReadOnlyList<string> PostedRevisions => PreparedLedger.PostedRevisions(rows.Select(row => DocumentRows.Read(row, PreparationAlias)));

    private static IEnumerable<TermsVersion> Version(Entity row)
    {
        var commitment = new RowView(row, CommitmentAlias);
        var terms = new RowView(row, TermsAlias);
        return terms.Has(CommitmentTermsTable.Key)
            ? [TermsVersionRows.Read(terms, commitment.RequiredText(CommitmentTable.Number), commitment.RequiredText(CommitmentTable.Currency))]
            : [];
    }

    private static QueryExpression Query(Guid commitmentId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            DocumentRows
                .Columns.Concat(SourceInvoiceRows.DocumentColumns)
                .Concat([DocumentTable.Key, DocumentTable.Name, DocumentTable.EnvironmentId, DocumentTable.ProjectId, DocumentTable.CommitmentId])
                .Concat([
                    DocumentTable.Decisions,
                    DocumentTable.RequestedBy,
                    DocumentTable.RequestedById,
                    DocumentTable.ConfirmedBy,
                    DocumentTable.ConfirmedById,
                    DocumentTable.ReversedDocumentId,
                    DocumentTable.ReversalReason,
                    DocumentTable.LeaseUntil,
                    DocumentTable.PaidStatus,
                    DocumentTable.OracleInvoiceId,
                    DocumentTable.ClaimedBy,
                    DocumentTable.OracleVariances,
                    DocumentTable.OracleAlike,
                    DocumentTable.Attempts,
                    DocumentTable.NextTryOn,
                    DocumentTable.OracleNotRead,
                    DocumentTable.HoldPlacedOn,
                    DocumentTable.HoldIds,
                ])
                .Distinct()
        );
        query.Criteria.AddCondition(DocumentTable.CommitmentId, ConditionOperator.Equal, commitmentId);
        var contract = query
            .AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id)
            .Join(CommitmentAlias, CommitmentColumns);
        var terms = contract.AddLink(CommitmentTermsTable.LogicalName, CommitmentTable.Id, CommitmentTermsTable.CommitmentId, JoinOperator.LeftOuter);
        contract
            .AddLink(VendorLinkTable.LogicalName, CommitmentTable.VendorLinkId, VendorLinkTable.Id, JoinOperator.LeftOuter)
            .Join(VendorAlias, VendorLinkRows.Columns);
        terms.LinkCriteria.AddCondition(CommitmentTermsTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        terms.Join(TermsAlias, [.. TermsVersionRows.Columns, CommitmentTermsTable.VersionHash]);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(EnvironmentAlias, [EnvironmentTable.AppAddress, .. FindingWriter.EnvironmentColumns]);
        query
            .AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(PreparationAlias, [PreparationTable.Sequence, PreparationTable.BasePreparationId, PreparationTable.ApprovalPlace]);
        query
            .AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id)
            .Join(ProjectAlias, ProjectColumns)
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id)
            .Join(PayablesAlias, PayablesColumns);
        return query;
    }

    private static string[] CommitmentColumns =>
        [
            CommitmentTable.Key,
            CommitmentTable.VersionHash,
            CommitmentTable.Number,
            CommitmentTable.VendorName,
            CommitmentTable.VendorNumber,
            CommitmentTable.VendorSite,
            .. OpeningBalanceRows.HeaderColumns,
            CommitmentTable.OpeningEnteredBy,
            CommitmentTable.OpeningSignedBy,
            CommitmentTable.OpeningSignedOn,
            CommitmentTable.OpeningHash,
            CommitmentTable.Currency,
            CommitmentTable.RuleState,
            CommitmentTable.BasePreparationId,
            CommitmentTable.LastPostedNumber,
        ];

    private static string[] ProjectColumns =>
        [
            ProjectTable.Key,
            ProjectTable.VersionHash,
            ProjectTable.Name,
            .. MappingQueries.ProjectColumns,
            ProjectTable.Currency,
            ProjectTable.RuleState,
            ProjectTable.PayablesSetupId,
            ProjectTable.TimeZone,
        ];

    private static string[] PayablesColumns =>
        [
            PayablesSetupTable.Key,
            PayablesSetupTable.VersionHash,
            PayablesSetupTable.BusinessUnit,
            PayablesSetupTable.InvoiceSource,
            PayablesSetupTable.PaymentTerms,
            PayablesSetupTable.RetainageAccount,
            PayablesSetupTable.TaxAccount,
            PayablesSetupTable.WithholdingAccount,
            PayablesSetupTable.HoldName,
            PayablesSetupTable.HoldReleaseName,
            PayablesSetupTable.Currency,
            PayablesSetupTable.RuleState,
        ];
}
