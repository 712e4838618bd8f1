using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Query;

/// <summary>The name shown for a lookup: the primary name of its row, or null.</summary>
internal static class ReferenceName
{
    public static string? Of(RowReference reference, Transaction transaction, OrganizationModel model)
    {
        var name = model.FindTable(reference.Table)?.PrimaryName;
        return name is null ? null : transaction.Find(reference.Table, reference.Id)?[name] as string;
    }
}
