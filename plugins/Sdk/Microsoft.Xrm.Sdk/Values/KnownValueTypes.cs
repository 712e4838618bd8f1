using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

/// <summary>What the collections of values may hold, for serializers: of Microsoft's list those types that are declared here.</summary>
internal static class KnownValueTypes
{
    private static readonly Type[] OfColumns =
    [
        typeof(bool),
        typeof(bool[]),
        typeof(int),
        typeof(int[]),
        typeof(string),
        typeof(string[]),
        typeof(string[][]),
        typeof(double),
        typeof(double[]),
        typeof(decimal),
        typeof(decimal[]),
        typeof(Guid),
        typeof(Guid[]),
        typeof(DateTime),
        typeof(DateTime[]),
        typeof(Money),
        typeof(Money[]),
        typeof(EntityReference),
        typeof(EntityReference[]),
        typeof(OptionSetValue),
        typeof(OptionSetValue[]),
        typeof(EntityCollection),
    ];

    private static readonly Type[] OfParameters =
    [
        typeof(AliasedValue),
        typeof(Dictionary<string, string>),
        typeof(Entity),
        typeof(Entity[]),
        typeof(ColumnSet),
        typeof(EntityReferenceCollection),
        typeof(QueryBase),
        typeof(QueryExpression),
        typeof(QueryExpression[]),
        typeof(PagingInfo),
        typeof(Relationship),
        typeof(RelationshipQueryCollection),
        typeof(ExecuteMultipleSettings),
        typeof(OrganizationRequestCollection),
        typeof(OrganizationResponseCollection),
        typeof(ExecuteMultipleResponseItemCollection),
        typeof(KeyAttributeCollection),
        typeof(ConcurrencyBehavior),
        typeof(OptionSetValueCollection),
    ];

    public static IEnumerable<Type> Columns() => OfColumns;

    public static IEnumerable<Type> Parameters() => OfColumns.Concat(OfParameters);
}
