using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Records that a person was told what a coverage proof found, so that the notice is not listed for that person again.</summary>
[CustomApi(
    "pint_RecordCoverageNotice",
    Gates.RecordCoverageNotice,
    "Records that a mapping administrator was told what a coverage proof found, so that it is not told again."
)]
[CustomApiInput("RunId", CustomApiFieldType.Guid, "Row ID of the run.")]
[CustomApiInput("PersonId", CustomApiFieldType.Guid, "Row ID of the person who was told.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class RecordCoverageNotice : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var id = call.Input<Guid>("RunId");
        var person = call.Input<Guid>("PersonId");
        var query = Rows.Of(RunTable.LogicalName, [RunTable.NoticeTo]);
        query.Criteria.AddCondition(RunTable.Id, ConditionOperator.Equal, id);
        var waiting = Rows.First(service, query) is { } run ? NoticedPeople.Ids(new RowView(run).Text(RunTable.NoticeTo)) : [];
        if (!waiting.Contains(person))
        {
            call.Output("Message", $"Run {id} has no notice for person {person}. Nothing was recorded.");
            return;
        }

        service.Update(new Entity(RunTable.LogicalName, id) { [RunTable.NoticeTo] = NoticedPeople.Write(waiting.Where(other => other != person)) });
        call.Output("Message", "The notice was recorded as sent.");
    }
}
