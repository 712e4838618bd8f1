using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Versions;

/// <summary>What the gateway read about Procore's workflows of the projects that an ownership rule decides about.</summary>
internal static class ProjectWorkflows
{
    private static readonly string[] Columns =
    [
        ProjectTable.Name,
        ProjectTable.ProcoreWorkflow,
        ProjectTable.ProcoreWorkflowReadOn,
        ProjectTable.ProcoreWorkflowNote,
        ProjectTable.IsTemplate,
    ];

    /// <summary>Why the rule cannot name Procore; null where it can, or names it not.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="rule">The rule as it will be.</param>
    public static Refusal? Check(IOrganizationService service, RowView rule) =>
        Asks(rule) ? WorkflowEntry.Check(Concerned(service, rule), rule.Reference(OwnershipRuleTable.ProjectId) is not null) : null;

    /// <summary>What is known, for whoever reviews the rule; empty where it does not name Procore.</summary>
    /// <param name="service">Reads.</param>
    /// <param name="rule">The rule as it will be.</param>
    public static IReadOnlyList<string> Known(IOrganizationService service, RowView rule) =>
        Asks(rule) ? WorkflowEntry.Known(Concerned(service, rule)) : [];

    // A rule about one field of a document is no rule about its approval.
    private static bool Asks(RowView rule) =>
        !rule.Has(OwnershipRuleTable.FieldName)
        && rule.Choice(OwnershipRuleTable.DocumentType) is { } kind
        && ApprovalPlaces.FromChoice(rule.Choice(OwnershipRuleTable.ApprovalPlace)) is { } place
        && WorkflowEntry.Asks(DocumentKinds.FromChoice(kind), place);

    private static IReadOnlyList<ProjectWorkflow> Concerned(IOrganizationService service, RowView rule)
    {
        var query = Rows.Of(ProjectTable.LogicalName, Columns);
        if (rule.Reference(OwnershipRuleTable.ProjectId) is { } project)
        {
            query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, project);
            return [.. Rows.All(service, query).Select(Workflow)];
        }

        if (rule.Reference(OwnershipRuleTable.EnvironmentId) is not { } environment)
        {
            return [];
        }

        query.Criteria.AddCondition(ProjectTable.EnvironmentId, ConditionOperator.Equal, environment);
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query.AddOrder(ProjectTable.Name, OrderType.Ascending);
        return WorkflowEntry.Concerned(
            [.. Rows.All(service, query).Where(project => !new RowView(project).Flag(ProjectTable.IsTemplate)).Select(Workflow)],
            OfProjects(service, environment, rule.Choice(OwnershipRuleTable.DocumentType)),
            rule.Date(OwnershipRuleTable.ValidFrom),
            rule.Date(OwnershipRuleTable.ValidTo)
        );
    }

    private static List<ProjectPlace> OfProjects(IOrganizationService service, Guid environment, int? kind)
    {
        var query = Rows.Of(OwnershipRuleTable.LogicalName, [OwnershipRuleTable.ProjectId, OwnershipRuleTable.ValidFrom, OwnershipRuleTable.ValidTo]);
        query.Criteria.AddCondition(OwnershipRuleTable.EnvironmentId, ConditionOperator.Equal, environment);
        query.Criteria.AddCondition(OwnershipRuleTable.DocumentType, ConditionOperator.Equal, kind);
        query.Criteria.AddCondition(OwnershipRuleTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query.Criteria.AddCondition(OwnershipRuleTable.FieldName, ConditionOperator.Null);
        query.Criteria.AddCondition(OwnershipRuleTable.ProjectId, ConditionOperator.NotNull);
        return
        [
            .. Rows.All(service, query)
                .Select(row => new RowView(row))
                .Select(row => new ProjectPlace(
                    row.RequiredReference(OwnershipRuleTable.ProjectId),
                    row.RequiredDate(OwnershipRuleTable.ValidFrom),
                    row.Date(OwnershipRuleTable.ValidTo)
                )),
        ];
    }

    private static ProjectWorkflow Workflow(Entity row)
    {
        var view = new RowView(row);
        return new ProjectWorkflow
        {
            ProjectId = row.Id,
            Project = view.Text(ProjectTable.Name) ?? row.Id.ToString("D"),
            State = ProcoreWorkflows.FromChoice(view.Choice(ProjectTable.ProcoreWorkflow)),
            ReadOn = view.Date(ProjectTable.ProcoreWorkflowReadOn),
            Note = view.Text(ProjectTable.ProcoreWorkflowNote),
        };
    }
}
