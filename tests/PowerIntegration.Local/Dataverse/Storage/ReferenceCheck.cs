using System.Collections.Immutable;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Storage;

/// <summary>
/// Looks at references once more inside the commit: between a transaction's own check and its commit another may have deleted the row pointed to, or
/// pointed to the row deleted.
/// </summary>
internal static class ReferenceCheck
{
    public static void AtCommit(
        OrganizationModel model,
        ImmutableDictionary<string, TableSnapshot> committed,
        IReadOnlyDictionary<RowReference, Row?> overlay
    )
    {
        foreach (var (key, row) in overlay)
        {
            if (row is null)
            {
                RequireNothingPointsTo(model, committed, overlay, key);
            }
            else
            {
                RequireTargets(committed, overlay, row);
            }
        }
    }

    private static void RequireTargets(ImmutableDictionary<string, TableSnapshot> committed, IReadOnlyDictionary<RowReference, Row?> overlay, Row row)
    {
        foreach (var reference in row.Values.Values.OfType<RowReference>())
        {
            var exists = overlay.TryGetValue(reference, out var own) ? own is not null : committed[reference.Table].Rows.ContainsKey(reference.Id);
            if (!exists)
            {
                throw Faults.RowMissing(reference.Table, reference.Id);
            }
        }
    }

    private static void RequireNothingPointsTo(
        OrganizationModel model,
        ImmutableDictionary<string, TableSnapshot> committed,
        IReadOnlyDictionary<RowReference, Row?> overlay,
        RowReference deleted
    )
    {
        foreach (var relationship in model.CollectionsOf(deleted.Table))
        {
            var pointing = committed[relationship.ReferencingTable]
                .PointingTo(relationship.ReferencingColumn, deleted.Id)
                .Any(id => !overlay.ContainsKey(new RowReference(relationship.ReferencingTable, id)));
            if (pointing)
            {
                throw Restricted(relationship, deleted.Id);
            }
        }
    }

    public static Exception Restricted(RelationshipDefinition relationship, Guid id) =>
        Faults.Of(
            DataverseErrorCode.CannotDeleteDueToAssociation,
            $"The object you tried to delete is associated with another object and cannot be deleted. "
                + $"Row {id} of '{relationship.ReferencedTable}' is pointed to by '{relationship.ReferencingTable}.{relationship.ReferencingColumn}'."
        );
}
