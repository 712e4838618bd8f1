using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Versions;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Versions;

/// <summary>People who enter, review and activate versions, each as themselves.</summary>
internal sealed class Drafts(Site site)
{
    /// <summary>Enters a row as a person.</summary>
    public Guid Enter(Guid person, Entity row)
    {
        site.Dataverse.User = person;
        return site.Dataverse.Create(row);
    }

    /// <summary>Changes columns of a row as a person.</summary>
    public void Edit(Guid person, string table, Guid id, params (string Column, object? Value)[] columns)
    {
        site.Dataverse.User = person;
        var row = new Entity(table, id);
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        site.Dataverse.Update(row);
    }

    /// <summary>Deletes a row as a person.</summary>
    public void Delete(Guid person, string table, Guid id)
    {
        site.Dataverse.User = person;
        site.Dataverse.Delete(table, id);
    }

    /// <summary>What Dataverse answers to a save that is refused.</summary>
    public static string Refused(Action save) => Assert.Throws<InvalidPluginExecutionException>(save).Message;

    /// <summary>Calls the activation of a draft as a person; without a hash it is only shown.</summary>
    public Answer Activate(Guid person, string table, Guid id, string? hash = null) =>
        Of(person, () => site.Call(new Activate(), "pint_Activate", ("Table", table), ("RowId", id), ("ContentHash", hash)));

    /// <summary>Reviews a draft and activates it as a person.</summary>
    public Answer ReviewAndActivate(Guid person, string table, Guid id) => Activate(person, table, id, Activate(person, table, id).Hash);

    /// <summary>Calls the activation of a batch as a person; without a hash it is only shown.</summary>
    public Answer ActivateBatch(Guid person, string batch, string? hash = null) =>
        Of(person, () => site.Call(new ActivateBatch(), "pint_ActivateBatch", ("Batch", batch), ("ContentHash", hash)));

    /// <summary>Requests the end of a version with a reason, or confirms it without one.</summary>
    public Answer Supersede(Guid person, string table, Guid id, string? to, string? reason = null) =>
        Of(person, () => site.Call(new Supersede(), "pint_Supersede", ("Table", table), ("RowId", id), ("ValidTo", to), ("Reason", reason)));

    /// <summary>Requests the end of a batch with a reason, or confirms it without one.</summary>
    public Answer SupersedeBatch(Guid person, string batch, string? to, string? reason = null) =>
        Of(person, () => site.Call(new SupersedeBatch(), "pint_SupersedeBatch", ("Batch", batch), ("ValidTo", to), ("Reason", reason)));

    /// <summary>A column of a row as text.</summary>
    public string? Text(string table, Guid id, string column) => new RowView(site.Dataverse.Row(table, id)).Text(column);

    /// <summary>State of a row, as a choice value.</summary>
    public int? State(string table, Guid id) => new RowView(site.Dataverse.Row(table, id)).Choice(CommitmentTable.RuleState);

    private Answer Of(Guid person, Func<ParameterCollection> call)
    {
        site.Caller = person;
        var answer = call();
        return new Answer(
            (string)answer["State"],
            answer.Contains("ReasonCode") ? (string)answer["ReasonCode"] : "",
            answer.Contains("ContentHash") ? (string)answer["ContentHash"] : "",
            (string)answer["Message"]
        );
    }

    internal sealed record Answer(string State, string Code, string Hash, string Message)
    {
        public override string ToString() => (State + " " + Code).TrimEnd();
    }
}
