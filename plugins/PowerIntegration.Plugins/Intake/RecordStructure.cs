using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Intake;

/// <summary>
/// Records when the gateway read the structures of a project, and what Oracle says of it; nothing else of the project changes. Where the structure
/// changed, or the last proof of its coverage is a day old, the next proof starts; a changed structure also starts the next
/// push of tasks where tasks were sent to Procore before.
/// </summary>
[CustomApi(
    Message,
    Gates.RecordStructure,
    "Records when the structures of a project were read, its business unit in Oracle, and whether other business units may charge it."
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiInput(
    "BusinessUnit",
    CustomApiFieldType.String,
    "Business unit of the project in Oracle; leave empty if it was not read.",
    IsOptional = true
)]
[CustomApiInput("CrossCharge", CustomApiFieldType.Boolean, "True if other business units may charge the project.", IsOptional = true)]
[CustomApiInput(
    "Changed",
    CustomApiFieldType.Boolean,
    "True if tasks, transaction controls or codes are different from before, so that coverage is proved again.",
    IsOptional = true
)]
[CustomApiInput("Note", CustomApiFieldType.String, "What could not be read, and what to do; empty if all was read.", IsOptional = true)]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class RecordStructure : PluginShell
{
    /// <summary>Its name.</summary>
    internal const string Message = "pint_RecordStructure";

    private const string Environment = "environment";

    private protected override void Run(PluginCall call)
    {
        var id = call.Input<Guid>("ProjectId");
        var service = call.SystemService();
        var row = Find(service, id);
        RegisteredGateway.Read(new RowView(row, Environment)).Require(call);
        var note = call.OptionalText("Note");
        var changes = new Entity(ProjectTable.LogicalName, id)
        {
            [ProjectTable.StructureReadOn] = call.Context.OperationCreatedOn,
            [ProjectTable.StructureNote] = string.IsNullOrEmpty(note) ? null : Sentence.Fit(note!, ProjectTable.StructureNoteLengthMax),
        };

        // What could not be read this time stays as it was read before.
        if (call.OptionalText("BusinessUnit") is { Length: > 0 } unit)
        {
            changes[ProjectTable.BusinessUnit] = Sentence.Fit(unit, ProjectTable.BusinessUnitLengthMax);
            changes[ProjectTable.CrossCharge] = Flag(call, "CrossCharge");
        }

        service.Update(changes);
        var isChanged = Flag(call, "Changed");
        CoverageRuns.Renew(call, id, isChanged);
        if (string.IsNullOrEmpty(note))
        {
            TaskPushes.Renew(call, id, isChanged);
        }

        call.Output("Message", $"{new RowView(row).Text(ProjectTable.Name)}: {(string.IsNullOrEmpty(note) ? "the structures were read." : note)}");
    }

    private static bool Flag(PluginCall call, string name) => call.Context.InputParameters.TryGetValue(name, out var value) && value is true;

    private static Entity Find(IOrganizationService service, Guid id)
    {
        var query = Rows.Of(ProjectTable.LogicalName, [ProjectTable.Name]);
        query.Criteria.AddCondition(ProjectTable.Id, ConditionOperator.Equal, id);
        query.AddLink(EnvironmentTable.LogicalName, ProjectTable.EnvironmentId, EnvironmentTable.Id).Join(Environment, RegisteredGateway.Columns);
        return Rows.First(service, query)
            ?? throw new InvalidPluginExecutionException($"Project {id} does not exist. Choose a project. ({SharedReasons.InputUnusable.Wire})");
    }
}
