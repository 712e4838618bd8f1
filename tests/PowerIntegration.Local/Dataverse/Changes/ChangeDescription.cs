using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Query;
using PowerIntegration.Local.Dataverse.Storage;
using PowerIntegration.Local.Dataverse.WebApi;

namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>Describes a write as subscribers see it. A trigger's body is the row as the Web API writes it with every annotation.</summary>
internal sealed class ChangeDescription
{
    private static readonly Preferences Annotations = Preferences.Parse("odata.include-annotations=\"*\"");

    private readonly Platform platform;
    private readonly RowWriter writer;

    public ChangeDescription(Platform platform)
    {
        this.platform = platform;
        writer = new RowWriter(platform.Model);
    }

    public RowChange Describe(RowWrite write)
    {
        var table = platform.Table(write.Table);
        return new RowChange
        {
            Message = write.Message,
            EntityLogicalName = write.Table,
            EntitySetName = table.EntitySetName,
            Id = write.Id,
            Columns = write.Columns,
            UserId = write.UserId,
            Body = write.After is null
                ? new JsonObject { [table.PrimaryKey] = write.Id.ToString() }
                : writer.Write(
                    table,
                    EntityProjection.Single(platform.Model, platform.Store.Begin(), table, new ColumnSet(true), write.After),
                    null,
                    Annotations
                ),
        };
    }
}
