using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Readiness;

/// <summary>Reads the project that is asked about and its open documents, as the caller may see them: three requests.</summary>
internal static class ProjectReader
{
    /// <summary>Alias of the Payables setup.</summary>
    public const string Payables = "payables";

    /// <summary>Alias of a draft that replaces the project.</summary>
    public const string ProjectDraft = "draft";

    /// <summary>Alias of a draft that replaces the Payables setup.</summary>
    public const string PayablesDraft = "payablesdraft";

    // 20,000 lines: ten documents of the largest size, or hundreds of the usual one.
    private const int PagesMax = 4;

    /// <summary>The project; null where it does not exist or the caller may not see it.</summary>
    public static LessonCall? Read(PluginCall call, Guid projectId)
    {
        var service = call.CallerService();
        var rows = Rows.All(service, Project(projectId));
        if (rows.Count == 0)
        {
            return null;
        }

        var documents = Newest(Rows.Some(service, Documents(projectId), PagesMax, out _));
        var open = documents.Where(row => !DocumentRows.Read(row).IsDecided).ToList();
        var isCut = false;
        var lines = open.Count == 0 ? [] : Rows.Some(service, Lines(projectId), PagesMax, out isCut);
        var codes = lines
            .Where(IsMoved)
            .ToLookup(line => new RowView(line).RequiredReference(SourceLineTable.DocumentId), line => MappingRows.Codes(new RowView(line)));
        var project = new RowView(rows[0]);
        var currency = project.Text(ProjectTable.Currency) ?? "";
        return new LessonCall(
            service,
            call.SystemService(),
            rows,
            documents,
            isCut,
            new ReadinessProject
            {
                Name = NameOf(project),
                Place = new RecordPlace(ProjectTable.LogicalName, projectId),
                Today = ApprovalDay.Of(
                    call.Context.OperationCreatedOn,
                    ApprovalDay.IsKnown(project.Text(ProjectTable.TimeZone)) ? project.Text(ProjectTable.TimeZone) : null
                ),
                Currency = currency,
                Waiting = [.. open.Select(row => Waiting(row, currency, [.. codes[row.Id].Distinct()]))],
            }
        );
    }

    private static string NameOf(RowView project) =>
        string.Join(
            " ",
            new[] { project.Text(ProjectTable.OracleProjectNumber), project.Text(ProjectTable.Name) }.Where(part => !string.IsNullOrEmpty(part))
        );

    private static WaitingDocument Waiting(Entity row, string currency, IReadOnlyList<SegmentCodes> codes)
    {
        var document = DocumentRows.Read(row);
        var view = new RowView(row);
        return new WaitingDocument
        {
            Id = row.Id,
            Kind = document.Type,
            CommitmentId = view.RequiredReference(DocumentTable.CommitmentId),
            ApplicationNumber = document.ApplicationNumber,
            PeriodEnd = view.Date(DocumentTable.PeriodEnd),
            Amount = document.PayableAmount ?? view.Amount(DocumentTable.CertifiedPayment),
            Currency = view.Text(DocumentTable.Currency) is { Length: > 0 } stated ? stated : currency,
            Codes = DocumentKinds.IsSent(document.Type) ? codes : [],
        };
    }

    // A revision that another one replaced waits for nothing any more.
    private static IReadOnlyList<Entity> Newest(IEnumerable<Entity> documents) =>
        [
            .. documents
                .GroupBy(row => new RowView(row).Choice(DocumentTable.DocumentType) + "|" + new RowView(row).Text(DocumentTable.ProcoreId))
                .Select(record => record.OrderByDescending(row => new RowView(row).WholeNumber(DocumentTable.Revision)).First()),
        ];

    // What does not move is not sent, so its code is not asked for. What the source does not say counts as moved.
    private static bool IsMoved(Entity line)
    {
        var row = new RowView(line);
        return row.Amount(SourceLineTable.CompletedToDate) is not { } now || now != row.Amount(SourceLineTable.CompletedPrevious);
    }

    private static QueryExpression Project(Guid projectId)
    {
        var query = Rows.Of(
            ProjectTable.LogicalName,
            [
                ProjectTable.Name,
                .. MappingQueries.ProjectColumns,
                ProjectTable.Currency,
                ProjectTable.TimeZone,
                ProjectTable.RuleState,
                ProjectTable.PayablesSetupId,
            ]
        );
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, projectId);
        var payables = query
            .AddLink(PayablesSetupTable.LogicalName, ProjectTable.PayablesSetupId, PayablesSetupTable.Id, JoinOperator.LeftOuter)
            .Join(
                Payables,
                [
                    PayablesSetupTable.BusinessUnit,
                    PayablesSetupTable.EnvironmentId,
                    PayablesSetupTable.InvoiceSource,
                    PayablesSetupTable.PaymentTerms,
                    PayablesSetupTable.RetainageAccount,
                    PayablesSetupTable.Currency,
                    PayablesSetupTable.HoldName,
                    PayablesSetupTable.HoldReleaseName,
                    PayablesSetupTable.TaxAccount,
                    PayablesSetupTable.WithholdingAccount,
                    PayablesSetupTable.RuleState,
                ]
            );
        JoinDrafts(
            payables.AddLink(PayablesSetupTable.LogicalName, PayablesSetupTable.Id, PayablesSetupTable.ReplacesId, JoinOperator.LeftOuter),
            PayablesDraft,
            PayablesSetupTable.Id
        );
        JoinDrafts(
            query.AddLink(ProjectTable.LogicalName, ProjectTable.Id, ProjectTable.ReplacesId, JoinOperator.LeftOuter),
            ProjectDraft,
            ProjectTable.Id
        );
        return query;
    }

    private static void JoinDrafts(LinkEntity link, string alias, string id)
    {
        link.LinkCriteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Draft);
        link.Join(alias, [id, ProjectTable.Name, ProjectTable.Key, ProjectTable.ContributorIds, ProjectTable.Contributors]);
    }

    private static QueryExpression Documents(Guid projectId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            DocumentRows
                .Columns.Concat([DocumentTable.CommitmentId, DocumentTable.PeriodEnd, DocumentTable.CertifiedPayment, DocumentTable.Currency])
                .Distinct()
        );
        AddOpen(query.Criteria, projectId);
        query.AddOrder(DocumentTable.Key, OrderType.Ascending);
        return query;
    }

    private static QueryExpression Lines(Guid projectId)
    {
        var query = Rows.Of(
            SourceLineTable.LogicalName,
            [SourceLineTable.DocumentId, .. MappingQueries.CodeColumns, SourceLineTable.CompletedToDate, SourceLineTable.CompletedPrevious]
        );
        AddOpen(query.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id).LinkCriteria, projectId);
        query.AddOrder(SourceLineTable.Key, OrderType.Ascending);
        return query;
    }

    // What is prepared has its terms, coding and approval frozen; what is not, asks for them again.
    private static void AddOpen(FilterExpression criteria, Guid projectId)
    {
        criteria.AddCondition(DocumentTable.ProjectId, ConditionOperator.Equal, projectId);
        criteria.AddCondition(
            DocumentTable.DocumentState,
            ConditionOperator.In,
            DocumentStateChoice.Received,
            DocumentStateChoice.Held,
            DocumentStateChoice.Refused
        );
    }
}
