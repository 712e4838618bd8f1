using PowerIntegration.Plugins.Registration;

namespace PowerIntegration.Plugins;

/// <summary>Answers which Oracle coding one Procore code gets on one day.</summary>
[CustomApi("pint_ResolveWbs")]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid)]
[CustomApiInput("TaskSegmentCode", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("CostCode", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("CostType", CustomApiFieldType.String, IsOptional = true)]
[CustomApiInput("AsOf", CustomApiFieldType.DateTime)]
[CustomApiOutput("State", CustomApiFieldType.String)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String)]
[CustomApiOutput("Message", CustomApiFieldType.String)]
[CustomApiOutput("TaskNumber", CustomApiFieldType.String)]
[CustomApiOutput("ExpenditureType", CustomApiFieldType.String)]
[CustomApiOutput("ExpenditureOrganization", CustomApiFieldType.String)]
public sealed class ResolveWbs
{
}
