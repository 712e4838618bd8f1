using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Accruals;

/// <summary>Reads what a business unit accrues for a period, as the caller may see it.</summary>
internal sealed class AccrualReader(IOrganizationService service, Guid payablesSetupId, CalendarDate periodEnd)
{
    private const string ProjectAlias = "project";
    private const string CommitmentAlias = "commitment";
    private const string PreparationAlias = "preparation";

    // Ids in one question: they travel in an address.
    private const int IdsMax = 40;

    private readonly Dictionary<Guid, WbsMapping> mappings = [];

    /// <summary>One entry for each line that is not in the period's books.</summary>
    public IReadOnlyList<AccrualEntry> Read()
    {
        var revisions = NewestRevisions(Rows.All(service, Documents())).ToList();
        var documents = revisions.Where(row => KindOf(row) is not null).ToList();
        var prepared = documents.Where(row => new RowView(row).Reference(DocumentTable.PreparationId) is not null).ToList();
        var lines = Lines(DocumentLineTable.LogicalName, DocumentLineTable.PreparationId, PreparedColumns, prepared.Select(PreparationOf))
            .ToLookup(line => new RowView(line).RequiredReference(DocumentLineTable.PreparationId));
        var others = documents.Except(prepared).ToList();
        var corrected = others.ToDictionary(row => row.Id, row => Corrected(row, revisions));
        var sources = Lines(
                SourceLineTable.LogicalName,
                SourceLineTable.DocumentId,
                SourceColumns,
                corrected.Keys.Concat(corrected.Values.OfType<Guid>())
            )
            .ToLookup(line => new RowView(line).RequiredReference(SourceLineTable.DocumentId));
        return
        [
            .. prepared.SelectMany(document => lines[PreparationOf(document)].Select(line => Prepared(document, new RowView(line)))),
            .. others.SelectMany(document => Sources(document, sources[document.Id], corrected[document.Id] is { } posted ? sources[posted] : null)),
        ];
    }

    private static string[] PreparedColumns =>
        [
            DocumentLineTable.PreparationId,
            DocumentLineTable.OracleProjectNumber,
            DocumentLineTable.TaskNumber,
            DocumentLineTable.ExpenditureType,
            DocumentLineTable.FlatCode,
            DocumentLineTable.GrossBefore,
            DocumentLineTable.GrossAfter,
            DocumentLineTable.WorkRetainageBefore,
            DocumentLineTable.WorkRetainageAfter,
            DocumentLineTable.StoredRetainageBefore,
            DocumentLineTable.StoredRetainageAfter,
            DocumentLineTable.PunchListBefore,
            DocumentLineTable.PunchListAfter,
        ];

    private static string[] SourceColumns =>
        [
            SourceLineTable.DocumentId,
            SourceLineTable.ProcoreLineId,
            SourceLineTable.FlatCode,
            .. MappingQueries.CodeColumns,
            SourceLineTable.CompletedToDate,
            SourceLineTable.CompletedPrevious,
        ];

    private static Guid PreparationOf(Entity document) => new RowView(document).RequiredReference(DocumentTable.PreparationId);

    // A revision that another one replaced says nothing any more; what is posted stays in the books beside its corrections.
    private static IEnumerable<Entity> NewestRevisions(IEnumerable<Entity> documents) =>
        documents
            .GroupBy(RecordOf)
            .SelectMany(group =>
            {
                var newest = group.Max(row => new RowView(row).WholeNumber(DocumentTable.Revision));
                return group.Where(row => IsPosted(row) || new RowView(row).WholeNumber(DocumentTable.Revision) == newest);
            });

    private static string RecordOf(Entity row) =>
        new RowView(row).Choice(DocumentTable.DocumentType) + "|" + new RowView(row).Text(DocumentTable.ProcoreId);

    // The posted revision that a later one corrects.
    private static Guid? Corrected(Entity document, List<Entity> revisions) =>
        revisions
            .Where(row => row.Id != document.Id && IsPosted(row) && RecordOf(row) == RecordOf(document))
            .OrderByDescending(row => new RowView(row).WholeNumber(DocumentTable.Revision))
            .FirstOrDefault()
            ?.Id;

    private static bool IsPosted(Entity row) => DocumentRows.Read(row).State == DocumentState.Posted;

    private AccrualKind? KindOf(Entity row)
    {
        var document = DocumentRows.Read(row);
        var preparation = new RowView(row, PreparationAlias);
        return document.State switch
        {
            DocumentState.Posted => preparation.Flag(PreparationTable.AccountingDateRolled)
            && preparation.Date(PreparationTable.AccountingDate) is { } posted
            && posted > periodEnd
                ? AccrualKind.Rolled
                : null,
            _ => IsApproved(document, new RowView(row)) ? AccrualKind.NotPosted : null,
        };
    }

    // Whatever stopped it, an application that Procore has not decided is no cost yet.
    private static bool IsApproved(DocumentSummary document, RowView row) =>
        document.Type != DocumentKind.SubcontractorInvoice
        || (
            row.Text(DocumentTable.ProcoreStatus)?.StartsWith("approved", StringComparison.OrdinalIgnoreCase) == true
            && !document.IsStoppedBy(DocumentReasons.SourceVoid, DocumentReasons.PostedSourceVoid, DocumentReasons.ProcoreUndecided)
        );

    private AccrualEntry Prepared(Entity document, RowView line) =>
        Entry(document) with
        {
            Project = line.Text(DocumentLineTable.OracleProjectNumber) ?? ProjectOf(document),
            Task = line.Text(DocumentLineTable.TaskNumber),
            ExpenditureType = line.Text(DocumentLineTable.ExpenditureType),
            Code = line.Text(DocumentLineTable.FlatCode),
            Gross = Moved(line, DocumentLineTable.GrossBefore, DocumentLineTable.GrossAfter),
            Retainage =
                Moved(line, DocumentLineTable.WorkRetainageBefore, DocumentLineTable.WorkRetainageAfter)
                + Moved(line, DocumentLineTable.StoredRetainageBefore, DocumentLineTable.StoredRetainageAfter)
                + Moved(line, DocumentLineTable.PunchListBefore, DocumentLineTable.PunchListAfter),
        };

    // A correction moves from what the posted revision stated; what that one billed is in the books.
    private IEnumerable<AccrualEntry> Sources(Entity document, IEnumerable<Entity> lines, IEnumerable<Entity>? posted)
    {
        var before = posted?.ToLookup(
            line => new RowView(line).Text(SourceLineTable.ProcoreLineId),
            line => new RowView(line).Amount(SourceLineTable.CompletedToDate) ?? 0m
        );
        foreach (var line in lines.Select(line => new RowView(line)))
        {
            yield return Source(
                document,
                line,
                before?[line.Text(SourceLineTable.ProcoreLineId)].Sum() ?? line.Amount(SourceLineTable.CompletedPrevious) ?? 0m
            );
        }
    }

    private AccrualEntry Source(Entity document, RowView line, decimal before)
    {
        var coding = Resolved(document, line);
        return Entry(document) with
        {
            Task = coding?.TaskNumber,
            ExpenditureType = coding?.ExpenditureType,
            Code = line.Text(SourceLineTable.FlatCode),
            Gross = (line.Amount(SourceLineTable.CompletedToDate) ?? 0m) - before,
        };
    }

    private AccrualEntry Entry(Entity document)
    {
        var row = new RowView(document);
        var summary = DocumentRows.Read(document);
        return new AccrualEntry
        {
            Kind = KindOf(document)!.Value,
            Project = ProjectOf(document),
            Currency = new RowView(document, CommitmentAlias).RequiredText(CommitmentTable.Currency),
            Commitment = new RowView(document, CommitmentAlias).RequiredText(CommitmentTable.Number),
            Document = row.RequiredText(DocumentTable.Name),
            State = string.IsNullOrEmpty(summary.Message) ? summary.State.ToString() : $"{summary.State}: {summary.Message}",
            Gross = 0m,
        };
    }

    private static string ProjectOf(Entity document) => new RowView(document, ProjectAlias).RequiredText(ProjectTable.OracleProjectNumber);

    private static decimal Moved(RowView line, string before, string after) => (line.Amount(after) ?? 0m) - (line.Amount(before) ?? 0m);

    private TaskCoding? Resolved(Entity document, RowView line)
    {
        var row = new RowView(document);
        var project = row.RequiredReference(DocumentTable.ProjectId);
        if (!mappings.TryGetValue(project, out var mapping))
        {
            mappings[project] = mapping = MappingReader.Read(service, project, new RowView(document, ProjectAlias));
        }

        return WbsResolution
            .Of(row.RequiredText(DocumentTable.Name), MappingRows.Codes(line), mapping, row.RequiredDate(DocumentTable.PeriodEnd))
            .Coding;
    }

    private List<Entity> Lines(string table, string parent, string[] columns, IEnumerable<Guid> parents)
    {
        var rows = new List<Entity>();
        var left = parents.ToList();
        for (var start = 0; start < left.Count; start += IdsMax)
        {
            var query = Rows.Of(table, columns);
            query.Criteria.AddCondition(parent, ConditionOperator.In, [.. left.Skip(start).Take(IdsMax).Cast<object>()]);
            rows.AddRange(Rows.All(service, query));
        }

        return rows;
    }

    private QueryExpression Documents()
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            DocumentRows.Columns.Concat([DocumentTable.Name, DocumentTable.ProjectId, DocumentTable.PeriodEnd, DocumentTable.ProcoreStatus])
        );
        query.Criteria.AddCondition(
            DocumentTable.DocumentType,
            ConditionOperator.In,
            DocumentTypeChoice.SubcontractorInvoice,
            DocumentTypeChoice.RetainageRelease
        );
        query.Criteria.AddCondition(
            DocumentTable.DocumentState,
            ConditionOperator.In,
            [
                .. new[]
                {
                    DocumentStateChoice.Received,
                    DocumentStateChoice.Prepared,
                    DocumentStateChoice.AwaitingApproval,
                    DocumentStateChoice.Held,
                    DocumentStateChoice.Refused,
                    DocumentStateChoice.Submitted,
                    DocumentStateChoice.Posted,
                }.Cast<object>(),
            ]
        );
        query.Criteria.AddCondition(DocumentTable.PeriodEnd, ConditionOperator.LessEqual, periodEnd.ToDateTime());
        var project = query.AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id);
        project.LinkCriteria.AddCondition(ProjectTable.PayablesSetupId, ConditionOperator.Equal, payablesSetupId);
        project.Join(ProjectAlias, [.. MappingQueries.ProjectColumns]);
        query
            .AddLink(CommitmentTable.LogicalName, DocumentTable.CommitmentId, CommitmentTable.Id)
            .Join(CommitmentAlias, [CommitmentTable.Number, CommitmentTable.Currency]);
        query
            .AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(PreparationAlias, [PreparationTable.AccountingDateRolled, PreparationTable.AccountingDate]);
        query.AddOrder(DocumentTable.Name, OrderType.Ascending);
        return query;
    }
}
