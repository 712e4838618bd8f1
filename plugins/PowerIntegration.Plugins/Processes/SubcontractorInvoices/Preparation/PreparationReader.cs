using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Law;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preparation;

/// <summary>Reads everything that one preparation decides from, each table once whatever the number of lines.</summary>
internal sealed class PreparationReader(IOrganizationService service, CommitmentSnapshot snapshot)
{
    private const string LinkAlias = "link";
    private const string TaskAlias = "task";

    public PreparationFacts Read()
    {
        // A release has no lines of its own and sends none that are coded.
        var isRelease = snapshot.Summary.Type == DocumentKind.RetainageRelease;
        var sourceLines = isRelease ? [] : Rows.All(service, SourceLines());
        var projectId = snapshot.Document.RequiredReference(DocumentTable.ProjectId);
        var source = SourceInvoiceRows.Read(snapshot.Own, sourceLines);
        var texts = new CommitmentTexts(
            snapshot,
            snapshot.BasePreparationId is null ? OpeningReader.Read(service, snapshot.CommitmentId, snapshot.Commitment) : null
        );
        Refusal? baseProblem = null;
        var posted = snapshot.BasePreparationId is { } baseId ? FrozenRows.Read(service, snapshot, baseId, out baseProblem) : null;
        IReadOnlyList<Entity> ownership;
        OwnershipRule[] rules;
        var law = texts.Region is { } region ? JurisdictionRuleReader.Read(service, region.Jurisdiction) : new JurisdictionRules([], null);
        return new PreparationFacts
        {
            Document = snapshot.Summary,
            Source = source,
            Commitment = texts.Facts(),
            Project = Project(),
            Payables = Payables(),
            Versions = snapshot.Versions,
            Others = snapshot.Others,
            NumberOwners =
                snapshot.Summary.Type == DocumentKind.OwnerInvoice
                    ? []
                    : VendorDocuments.Read(
                        service,
                        snapshot,
                        [InvoiceNumbering.Of(source, snapshot.Commitment.RequiredText(CommitmentTable.Number), snapshot.Summary)],
                        [],
                        source.BillingDate ?? source.PeriodEnd
                    ),
            Ledger = posted is null
                ? texts.Opening ?? FirstLedger.Of(snapshot.Commitment.RequiredText(CommitmentTable.Currency), source)
                : PreparedLedger.Of(posted, snapshot.PostedRevisions),
            BaseProblem = baseProblem,
            OpeningProblem = posted is null ? texts.OpeningProblem : null,
            LedgerCodings = posted is null ? new Dictionary<string, TaskCoding>() : PreparedLedger.Codings(posted),
            OracleVariances = OracleVariancesText.Read(snapshot.Document.Text(DocumentTable.OracleVariances)),
            OracleAlike = FoundPayables.Read(snapshot.Document.Text(DocumentTable.OracleAlike)),
            OracleNotRead = snapshot.Document.Text(DocumentTable.OracleNotRead),
            Decisions = texts.Decisions,
            IsDecided = snapshot.Document.Text(DocumentTable.Decisions) is { Length: > 0 } && !texts.Decisions.IsAdditionOnly,
            CorrectedDecisions = texts.CorrectedDecisions,
            JurisdictionRules = law.Rules,
            JurisdictionProblem = law.Refusal,
            RetentionTaxBefore = posted?.RetentionTax ?? 0m,
            HeldRetentionBefore = posted?.HeldRetention,
            Links =
            [
                .. sourceLines.Select(row => Link(new RowView(row), new RowView(row, LinkAlias))).OfType<PurchaseOrderLink>(),
                .. posted is null ? [] : PreparedLedger.Links(posted),
            ],
            Mapping = isRelease
                ? MappingReader.None(snapshot.Project)
                : MappingReader.Read(service, projectId, snapshot.Project, SegmentTasks(sourceLines)),
            Periods = [.. Rows.All(service, PeriodRows.Query(snapshot)).Select(row => PeriodRows.Read(new RowView(row)))],
            Address = snapshot.Address,
            OwnershipRules = rules =
                [
                    .. (ownership = Rows.All(service, OwnershipRules(projectId)))
                        .GroupBy(row => row.Id)
                        .Select(row => OwnershipRows.Read(new RowView(row.First()))),
                ],
            Authorities = AuthorityReader.Joined(ownership, projectId),
            KnownDecisions = rules.Any(rule => rule.Place == ApprovalPlace.Teams) ? Decided() : [],
        };
    }

    private static IEnumerable<ProjectTask> SegmentTasks(IEnumerable<Entity> sourceLines) =>
        sourceLines.Select(row => MappingReader.Task(new RowView(row, TaskAlias))).OfType<ProjectTask>();

    // The purchase order line and the task of the segment come with their source line; joins instead of requests.
    private QueryExpression SourceLines()
    {
        var query = Rows.Of(SourceLineTable.LogicalName, SourceInvoiceRows.LineColumns);
        query.Criteria.AddCondition(SourceLineTable.DocumentId, ConditionOperator.Equal, snapshot.Own.Id);
        var task = query.AddLink(OracleTaskTable.LogicalName, SourceLineTable.TaskSegmentCode, OracleTaskTable.TaskNumber, JoinOperator.LeftOuter);
        task.LinkCriteria.AddCondition(
            OracleTaskTable.ProjectId,
            ConditionOperator.Equal,
            snapshot.Document.RequiredReference(DocumentTable.ProjectId)
        );
        task.Join(TaskAlias, MappingReader.TaskColumns);
        var link = query.AddLink(RecordLinkTable.LogicalName, SourceLineTable.ProcoreLineId, RecordLinkTable.ProcoreId, JoinOperator.LeftOuter);
        link.LinkCriteria.AddCondition(RecordLinkTable.CommitmentId, ConditionOperator.Equal, snapshot.CommitmentId);
        link.LinkCriteria.AddCondition(RecordLinkTable.RecordType, ConditionOperator.Equal, RecordTypeChoice.CommitmentLine);
        link.LinkCriteria.AddCondition(RecordLinkTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        link.Join(
            LinkAlias,
            [
                RecordLinkTable.PurchaseOrderNumber,
                RecordLinkTable.PurchaseOrderLine,
                RecordLinkTable.PurchaseOrderSchedule,
                RecordLinkTable.OracleProjectNumber,
                RecordLinkTable.TaskNumber,
                RecordLinkTable.ExpenditureType,
                RecordLinkTable.ExpenditureOrganization,
                RecordLinkTable.RetainageRate,
            ]
        );
        return query;
    }

    private QueryExpression OwnershipRules(Guid projectId)
    {
        var query = Rows.Of(OwnershipRuleTable.LogicalName, OwnershipRows.Columns);
        query.Criteria.AddCondition(
            OwnershipRuleTable.EnvironmentId,
            ConditionOperator.Equal,
            snapshot.Document.RequiredReference(DocumentTable.EnvironmentId)
        );
        query.Criteria.AddCondition(OwnershipRuleTable.DocumentType, ConditionOperator.Equal, DocumentKinds.ToChoice(snapshot.Summary.Type));
        query.Criteria.AddCondition(OwnershipRuleTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query.Criteria.AddCondition(OwnershipRuleTable.FieldName, ConditionOperator.Null);
        AuthorityReader.Join(query, OwnershipRuleTable.EnvironmentId, DocumentKinds.ToChoice(snapshot.Summary.Type));
        var scope = query.Criteria.AddFilter(LogicalOperator.Or);
        scope.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.Null);
        scope.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.Equal, projectId);
        return query;
    }

    private ProjectFacts Project() =>
        new()
        {
            Name = snapshot.Project.Text(ProjectTable.Name) ?? snapshot.Project.RequiredText(ProjectTable.OracleProjectNumber),
            Currency = snapshot.Project.RequiredText(ProjectTable.Currency),
            TimeZone = snapshot.Project.Text(ProjectTable.TimeZone),
            IsActive = snapshot.Project.Choice(ProjectTable.RuleState) == RuleStateChoice.Active,
        };

    private PayablesFacts Payables() =>
        new()
        {
            BusinessUnit = snapshot.Payables.RequiredText(PayablesSetupTable.BusinessUnit),
            InvoiceSource = snapshot.Payables.RequiredText(PayablesSetupTable.InvoiceSource),
            PaymentTerms = snapshot.Payables.RequiredText(PayablesSetupTable.PaymentTerms),
            RetainageAccount = snapshot.Payables.RequiredText(PayablesSetupTable.RetainageAccount),
            TaxAccount = snapshot.Payables.Text(PayablesSetupTable.TaxAccount),
            WithholdingAccount = snapshot.Payables.Text(PayablesSetupTable.WithholdingAccount),
            HoldName = snapshot.Payables.Text(PayablesSetupTable.HoldName),
            HoldReleaseName = snapshot.Payables.Text(PayablesSetupTable.HoldReleaseName),
            Currency = snapshot.Payables.RequiredText(PayablesSetupTable.Currency),
            IsActive = snapshot.Payables.Choice(PayablesSetupTable.RuleState) == RuleStateChoice.Active,
        };

    // A link without a complete purchase order line is no link: the line still has to be sent.
    private static PurchaseOrderLink? Link(RowView line, RowView link) =>
        line.Text(SourceLineTable.ProcoreLineId) is { } lineId
        && link.Text(RecordLinkTable.PurchaseOrderNumber) is { } number
        && link.WholeNumber(RecordLinkTable.PurchaseOrderLine) is { } orderLine
        && link.WholeNumber(RecordLinkTable.PurchaseOrderSchedule) is { } schedule
            ? new PurchaseOrderLink
            {
                ProcoreLineId = lineId,
                PurchaseOrderNumber = number,
                Line = orderLine,
                Schedule = schedule,
                Coding = Coding(link),
                RetainageRate = link.Amount(RecordLinkTable.RetainageRate),
            }
            : null;

    private static TaskCoding? Coding(RowView link) =>
        link.Text(RecordLinkTable.OracleProjectNumber) is { } project
        && link.Text(RecordLinkTable.TaskNumber) is { } task
        && link.Text(RecordLinkTable.ExpenditureType) is { } type
        && link.Text(RecordLinkTable.ExpenditureOrganization) is { } organization
            ? new TaskCoding(project, task, type, organization)
            : null;

    private KnownDecision[] Decided() =>
        [
            .. ApprovalRow
                .OfRecord(service, snapshot.Document)
                .Where(request => request.State is ApprovalState.Approved or ApprovalState.Rejected)
                .Select(request => new KnownDecision(
                    request.ContentHash,
                    request.State,
                    request.View.Text(ApprovalTable.AnsweredBy) ?? request.Assignee.Name,
                    request.View.Text(ApprovalTable.Comments)
                )),
        ];
}
