using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// Copies what a caller hands over, as the wire between sandbox worker and platform does: a plug-in of the inner message changes its own copy of the
/// target, not the caller's object.
/// </summary>
internal static class RequestCopy
{
    public static ParameterCollection Of(ParameterCollection parameters)
    {
        var copy = new ParameterCollection();
        foreach (var (name, value) in parameters)
        {
            copy[name] = value is Entity entity ? Of(entity) : value;
        }

        return copy;
    }

    public static Entity Of(Entity entity)
    {
        var copy = new Entity(entity.LogicalName, entity.Id) { RowVersion = entity.RowVersion };
        copy.Attributes.AddRange(entity.Attributes);
        copy.KeyAttributes.AddRange(entity.KeyAttributes);
        foreach (var (relationship, related) in entity.RelatedEntities)
        {
            copy.RelatedEntities[relationship] = new EntityCollection(related.Entities.Select(Of).ToList()) { EntityName = related.EntityName };
        }

        return copy;
    }
}
