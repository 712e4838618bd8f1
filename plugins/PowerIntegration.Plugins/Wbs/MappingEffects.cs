using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Domain.Wbs.Effects;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>What drafts of mapping rules would change: documents that wait for them, and codes that a rule for every code takes.</summary>
internal static class MappingEffects
{
    private const string Document = "document";

    /// <summary>What waits for the drafts, in one sentence; null where nothing does.</summary>
    public static string? Freed(IOrganizationService service, IReadOnlyList<Entity> drafts)
    {
        var freed = new List<WaitingCost>();
        var waiting = drafts
            .Select(MappingUse.Scope)
            .Distinct()
            .SelectMany(scope => Waiting(service, scope))
            .ToLookup(line => Joined(line).RequiredReference(DocumentTable.ProjectId));
        foreach (var lines in waiting)
        {
            if (Project(service, lines.Key) is { } project)
            {
                var before = MappingReader.Read(service, project.Id, new RowView(project));
                freed.AddRange(MappingEffect.Freed(Costs(lines), before, With(service, project, before, drafts)));
            }
        }

        return MappingEffect.Words(freed);
    }

    /// <summary>What a draft takes that no rule was made for; null where it is no rule for every code, or takes none.</summary>
    public static string? CatchAll(IOrganizationService service, Entity draft)
    {
        var scope = MappingUse.Scope(draft);
        if (!MappingUse.IsReadable(draft) || (scope.ProjectId is null && scope.EnvironmentId is null))
        {
            return null;
        }

        var row = new RowView(draft);
        var rule = MappingRows.Patterns(row) with
        {
            TaskNumber = row.Text(WbsMappingRuleTable.TaskNumber) ?? (row.Reference(WbsMappingRuleTable.OracleTaskId) is null ? null : "task"),
        };
        if (!rule.IsCatchAll)
        {
            return null;
        }

        var others = MappingReader.ActiveRules(service, scope.ProjectId, scope.EnvironmentId).Where(other => other.Id != draft.Id);
        return MappingEffect.CatchAll(
            rule,
            Codes(service, scope),
            new MappingRules(others.Select(other => MappingRows.Patterns(new RowView(other))))
        );
    }

    private static IEnumerable<UsedCode> Codes(IOrganizationService service, MappingScope scope)
    {
        var query = Rows.Of(
            ProcoreWbsCodeTable.LogicalName,
            [ProcoreWbsCodeTable.FlatCode, ProcoreWbsCodeTable.Committed, ProcoreWbsCodeTable.Billed, .. MappingQueries.CodeColumns]
        );
        query.Criteria.AddCondition(
            scope.ProjectId is null ? ProcoreWbsCodeTable.EnvironmentId : ProcoreWbsCodeTable.ProjectId,
            ConditionOperator.Equal,
            scope.ProjectId ?? scope.EnvironmentId!
        );
        return Rows.All(service, query).Select(row => MappingRows.Used(new RowView(row)));
    }

    private static WbsMapping With(IOrganizationService service, Entity project, WbsMapping before, IReadOnlyList<Entity> drafts)
    {
        var replaced = drafts.Select(draft => new RowView(draft).Reference(CommitmentTable.ReplacesId)).ToList();
        var keys = MappingReader
            .ActiveRules(service, project.Id, new RowView(project).Reference(ProjectTable.EnvironmentId))
            .Where(row => replaced.Contains(row.Id))
            .Select(row => new RowView(row).Text(WbsMappingRuleTable.Key))
            .ToList();
        var added = drafts.Where(MappingUse.IsReadable).Select(draft => MappingRows.Rule(new RowView(draft), TaskOf(service, new RowView(draft))));
        return before with { Rules = new MappingRules(before.Rules.All.Where(rule => !keys.Contains(rule.Key)).Concat(added)) };
    }

    private static string? TaskOf(IOrganizationService service, RowView draft)
    {
        if (draft.Reference(WbsMappingRuleTable.OracleTaskId) is not { } id)
        {
            return null;
        }

        var query = Rows.Of(OracleTaskTable.LogicalName, [OracleTaskTable.TaskNumber]);
        query.Criteria.AddCondition(OracleTaskTable.Id, ConditionOperator.Equal, id);
        return Rows.First(service, query) is { } task ? new RowView(task).Text(OracleTaskTable.TaskNumber) : null;
    }

    private static Entity? Project(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(ProjectTable.LogicalName, [.. MappingQueries.ProjectColumns]);
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, id);
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        return Rows.First(service, query);
    }

    // The lines of the documents that wait because of a coding, each with its document.
    private static IReadOnlyList<Entity> Waiting(IOrganizationService service, MappingScope scope)
    {
        if (scope.ProjectId is null && scope.EnvironmentId is null)
        {
            return [];
        }

        var query = Rows.Of(
            SourceLineTable.LogicalName,
            [SourceLineTable.DocumentId, .. MappingQueries.CodeColumns, SourceLineTable.CompletedToDate, SourceLineTable.CompletedPrevious]
        );
        var document = query.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id);
        document.LinkCriteria.AddCondition(
            scope.ProjectId is null ? DocumentTable.EnvironmentId : DocumentTable.ProjectId,
            ConditionOperator.Equal,
            scope.ProjectId ?? scope.EnvironmentId!
        );
        document.LinkCriteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, DocumentStateChoice.Held, DocumentStateChoice.Refused);
        document.LinkCriteria.AddCondition(DocumentTable.PeriodEnd, ConditionOperator.NotNull);
        document.LinkCriteria.AddCondition(
            DocumentTable.ReasonCode,
            ConditionOperator.In,
            [.. WbsReasons.OfDocuments.Select(reason => reason.Wire).Cast<object>()]
        );
        document.Join(
            Document,
            [DocumentTable.Name, DocumentTable.ProjectId, DocumentTable.PeriodEnd, DocumentTable.CertifiedPayment, DocumentTable.Currency]
        );
        return Rows.All(service, query);
    }

    private static IEnumerable<WaitingCost> Costs(IEnumerable<Entity> lines) =>
        lines
            .GroupBy(row => new RowView(row).RequiredReference(SourceLineTable.DocumentId))
            .Select(document => Cost(Joined(document.First()), [.. document.Select(row => new RowView(row)).Where(IsMoved)]));

    private static RowView Joined(Entity line) => new(line, Document);

    private static WaitingCost Cost(RowView document, IReadOnlyList<RowView> lines) =>
        new()
        {
            Name = document.Text(DocumentTable.Name) ?? "",
            Day = document.RequiredDate(DocumentTable.PeriodEnd),
            Amount = document.Amount(DocumentTable.CertifiedPayment),
            Currency = document.Text(DocumentTable.Currency),
            Codes = [.. lines.Select(MappingRows.Codes).Distinct()],
        };

    // What does not move is not sent, so its code is not asked for.
    private static bool IsMoved(RowView line) =>
        line.Amount(SourceLineTable.CompletedToDate) is not { } now || now != line.Amount(SourceLineTable.CompletedPrevious);
}
