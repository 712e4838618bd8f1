using PowerIntegration.Sandbox.Dataverse.Metadata;
using PowerIntegration.Sandbox.Dataverse.Storage;

namespace PowerIntegration.Sandbox.Dataverse.Query;

/// <summary>The name shown for a lookup: the primary name of its row, or null.</summary>
internal static class ReferenceName
{
    public static string? Of(RowReference reference, Transaction transaction, OrganizationModel model)
    {
        var name = model.FindTable(reference.Table)?.PrimaryName;
        return name is null ? null : transaction.Find(reference.Table, reference.Id)?[name] as string;
    }
}
