using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>
/// Enters a draft of a mapping rule for the person who asked for it through the connector, as that person: the gateway needs no privilege on mapping
/// rules, and nobody can do through it what the person's own role does not allow. It makes drafts and nothing else, and the person is the
/// contributor, so that another one activates it. Asked again for the same rule, it enters nothing.
/// </summary>
[CustomApi(
    Message,
    Gates.DraftMapping,
    "Enters a draft of a mapping rule of a project for the person who called the connector. A second person activates it in the app."
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiInput("PersonId", CustomApiFieldType.String, "Object ID of the person in Microsoft Entra ID, from the sign-in token of the call.")]
[CustomApiInput("Name", CustomApiFieldType.String, "Name of the rule; leave empty to name it by its codes.", IsOptional = true)]
[CustomApiInput(
    "TaskSegmentCode",
    CustomApiFieldType.String,
    "Code of the task segment; a star at its end takes all that begin so.",
    IsOptional = true
)]
[CustomApiInput("CostCode", CustomApiFieldType.String, "Cost code; a star at its end takes all that begin so.", IsOptional = true)]
[CustomApiInput("CostType", CustomApiFieldType.String, "Cost type; a star at its end takes all that begin so.", IsOptional = true)]
[CustomApiInput("SubJob", CustomApiFieldType.String, "Sub job; a star at its end takes all that begin so.", IsOptional = true)]
[CustomApiInput("OtherSegments", CustomApiFieldType.String, "Other custom segments, such as Area=N-1*|Phase=2.", IsOptional = true)]
[CustomApiInput("TaskNumber", CustomApiFieldType.String, "Number of the Oracle task; leave empty if the segment names it.", IsOptional = true)]
[CustomApiInput("ExpenditureType", CustomApiFieldType.String, "Oracle expenditure type.")]
[CustomApiInput("ExpenditureOrganization", CustomApiFieldType.String, "Oracle organization; leave empty for the project's own.", IsOptional = true)]
[CustomApiInput("ValidFrom", CustomApiFieldType.String, "First date, such as 2025-10-01.")]
[CustomApiInput("ValidTo", CustomApiFieldType.String, "Last date, such as 2026-12-31; leave empty for no end.", IsOptional = true)]
[CustomApiInput(
    "Replaces",
    CustomApiFieldType.String,
    "Key of the active rule of the project that ends when this one begins; leave empty for a rule beside the others.",
    IsOptional = true
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Drafted, Unchanged if the rule is already there, or Refused.")]
[CustomApiOutput("RuleId", CustomApiFieldType.String, "Row ID of the mapping rule; empty if there is none.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason no draft was entered; empty if there is a rule.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class DraftMapping : PluginShell
{
    /// <summary>Its name.</summary>
    internal const string Message = "pint_DraftMapping";

    private const string Environment = "environment";

    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var project =
            Project(service, call.Input<Guid>("ProjectId"))
            ?? throw new InvalidPluginExecutionException("The project does not exist or is not active. Choose an active project.");
        RegisteredGateway.Read(new RowView(project, Environment)).Require(call);
        var draft = new MappingDraft(service, project);
        if (DraftingPerson.Find(service, call.Input<string>("PersonId"), out var person) is { } stranger)
        {
            Answer(call, "Refused", null, stranger);
        }
        else if (draft.Read(call) is { } unusable)
        {
            Answer(call, "Refused", null, unusable);
        }
        else if (draft.Same() is { } same)
        {
            Answer(call, "Unchanged", same.Id, null, Known(new RowView(same)));
        }
        else
        {
            Enter(call, draft, person!);
        }
    }

    private static void Enter(PluginCall call, MappingDraft draft, Person person)
    {
        var id = call.ServiceOf(person).Create(draft.Row);
        var entered = call.SystemService().Retrieve(WbsMappingRuleTable.LogicalName, id, new ColumnSet(WbsMappingRuleTable.Warning));
        var warning = new RowView(entered).Text(WbsMappingRuleTable.Warning);
        Answer(
            call,
            "Drafted",
            id,
            null,
            $"Mapping rule {draft.Name} was entered as a draft of {person}. A second person must activate it."
                + (string.IsNullOrEmpty(warning) ? "" : " " + warning)
        );
    }

    private static string Known(RowView rule) =>
        rule.Choice(WbsMappingRuleTable.RuleState) == RuleStateChoice.Active
            ? $"Mapping rule {rule.Text(WbsMappingRuleTable.Name)} already says this and is active."
            : $"Mapping rule {rule.Text(WbsMappingRuleTable.Name)} already says this as a draft. A second person must activate it.";

    private static Entity? Project(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(ProjectTable.LogicalName, [ProjectTable.Name]);
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, id);
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query.AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id).Join(Environment, RegisteredGateway.Columns);
        return Rows.First(service, query);
    }

    private static void Answer(PluginCall call, string state, Guid? rule, Refusal? refusal, string message = "")
    {
        call.Output("State", state);
        call.Output("RuleId", rule?.ToString("D") ?? "");
        call.Output("ReasonCode", refusal?.WireCode ?? "");
        call.Output("Message", refusal?.Sentence ?? message);
    }
}
