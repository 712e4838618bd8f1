using PowerIntegration.Packer.Verification.Flows.Typing;

namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>A table as the Web API shows it: columns of the solution and those that every table has.</summary>
/// <param name="LogicalName">Logical name.</param>
/// <param name="SetName">Name of the entity set.</param>
/// <param name="Columns">Columns by their name in a row.</param>
/// <param name="Navigations">Ways to other tables.</param>
internal sealed record TableModel(string LogicalName, string SetName, IReadOnlyList<ColumnModel> Columns, IReadOnlyList<NavigationModel> Navigations)
{
    private static readonly string[] Annotations =
    [
        "@OData.Community.Display.V1.FormattedValue",
        "@Microsoft.Dynamics.CRM.lookuplogicalname",
        "@Microsoft.Dynamics.CRM.associatednavigationproperty",
    ];

    private static readonly string[] OfTheRow = ["@odata.id", "@odata.etag", "@odata.type", "@odata.editLink", "@odata.context"];

    /// <summary>Column that identifies a row.</summary>
    public string PrimaryKey => LogicalName + "id";

    /// <summary>The column of this name in a row, or null.</summary>
    public ColumnModel? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>The navigation property of this name, or null.</summary>
    public NavigationModel? Navigation(string name) => Navigations.FirstOrDefault(navigation => navigation.Name == name);

    /// <summary>A row with all columns, or with those that were selected.</summary>
    /// <param name="selected">Selected columns; null for all.</param>
    /// <param name="expanded">Rows that come with it, by navigation property.</param>
    public MembersShape Row(IReadOnlyCollection<string>? selected, IReadOnlyDictionary<string, ValueShape> expanded)
    {
        ColumnModel[] shown = [.. Columns.Where(column => selected is null || selected.Contains(column.Name) || column.Name == PrimaryKey)];
        return new MembersShape(
            selected is null ? $"a row of {LogicalName}" : $"a row of {LogicalName} with the selected columns",
            shown.Select(column => column.Name).Concat(expanded.Keys),
            name => expanded.GetValueOrDefault(name) ?? Member(shown, name)
        );
    }

    private static ValueShape? Member(ColumnModel[] shown, string name)
    {
        string column = Annotations.FirstOrDefault(annotation => name.EndsWith(annotation, StringComparison.Ordinal)) is { } ending
            ? name[..^ending.Length]
            : name;
        ValueShape? shape = shown.FirstOrDefault(candidate => candidate.Name.Equals(column, StringComparison.OrdinalIgnoreCase))?.Shape;
        return shape is null ? (OfTheRow.Contains(name) ? ValueShape.Text : null) : (column == name ? shape : ValueShape.Text);
    }
}
