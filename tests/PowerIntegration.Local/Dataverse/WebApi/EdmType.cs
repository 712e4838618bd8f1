using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>OData's names for the types of columns.</summary>
internal static class EdmType
{
    public static string Of(ColumnDefinition column) =>
        column.Kind switch
        {
            ColumnKind.Text or ColumnKind.Memo => "Edm.String",
            ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => "Edm.Int32",
            ColumnKind.BigInt => "Edm.Int64",
            ColumnKind.Decimal => "Edm.Decimal",
            ColumnKind.Boolean => "Edm.Boolean",
            ColumnKind.DateTime => column.DateBehavior == DateBehavior.DateOnly ? "Edm.Date" : "Edm.DateTimeOffset",
            _ => "Edm.Guid",
        };
}
